// Light, dark, or as the system says.
import { effect, signal } from "../vendor/signals.js";
import { keep, kept } from "./kept.js";

export const theme = signal(kept("theme", "auto"));

effect(() => {
  keep("theme", theme.value);
  if (theme.value === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme.value;
});
