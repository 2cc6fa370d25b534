// Facts in one line, parted by dots that are seen and not read out.
import { html } from "../html.js";

export const Dots = ({ text }) => text.split(" · ").map((fact, index) =>
  (index === 0 ? fact : html`${" "}<span aria-hidden="true">·</span>${" "}${fact}`));
