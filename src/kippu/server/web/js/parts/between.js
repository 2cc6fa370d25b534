// A slider between two words.
import { html } from "../html.js";

/** `value` is a signal of a number; both ends are named, so that no figure has to be understood. */
export function Between({ label, value, min = 0, max = 1, step = 0.05, least, most }) {
  const share = (value.value - min) / (max - min);
  const words = `${Math.round(share * 100)}%`;
  return html`
    <label class="slider between">
      <span>${label}</span>
      <input type="range" min=${min} max=${max} step=${step} value=${value.value} style=${{ "--share": words }}
        aria-valuetext=${`${words} (0% ${least}, 100% ${most})`}
        onInput=${(event) => {
          value.value = Number(event.currentTarget.value);
        }} />
      <span class="ends" aria-hidden="true"><span>${least}</span><span>${most}</span></span>
    </label>`;
}
