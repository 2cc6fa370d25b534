// Switch, slider and a choice of a few; each says its name and state to a screen reader.
import { html, useRef, useState } from "../html.js";

/** The switch's text and whatever stands beside it are its children. */
export const Switch = ({ on, onToggle, disabled, busy, children, ...rest }) => html`
  <button type="button" role="switch" aria-checked=${String(on)} aria-busy=${String(Boolean(busy))} disabled=${disabled}
    onClick=${onToggle} ...${rest}>
    ${children}<span class="track" aria-hidden="true"></span>
  </button>`;

/** Shows the value while it is moved; `onSet` is called when it is let go. */
export function Slider({ label, value, min = 0, max = 100, step = 1, unit = "", onSet, disabled, kind }) {
  const [moved, setMoved] = useState(null);
  const moves = useRef(0);
  const timer = useRef(null);
  const shown = moved ?? value ?? min;
  const move = (event) => {
    moves.current += 1;
    const chosen = Number(event.currentTarget.value);
    setMoved(chosen === value ? null : chosen);
  };
  const set = (event) => {
    const chosen = Number(event.currentTarget.value);
    clearTimeout(timer.current);
    // Arrow keys change in steps: wait until they rest.
    timer.current = setTimeout(async () => {
      const these = moves.current;
      try {
        await onSet(chosen);
      } finally {
        // What is true is shown again, whether the home took the value or not; a move since then goes on from its own.
        if (these === moves.current) setMoved(null);
      }
    }, 250);
  };
  const text = value == null && moved == null ? "–" : `${shown}${unit}`;
  return html`
    <label class="slider">
      <span>${label}</span>
      <span class="figures" aria-hidden="true">${text}</span>
      <input type="range" class=${kind ?? ""} min=${min} max=${max} step=${step} value=${shown} disabled=${disabled}
        aria-valuetext=${text} style=${{ "--share": `${((shown - min) / (max - min)) * 100}%` }}
        onInput=${move} onChange=${set} />
    </label>`;
}

export const Choice = ({ name, label, options, value, onChoose }) => html`
  <div class="choice" role="radiogroup" aria-label=${label}>
    ${options.map(([key, text, lang]) => html`
      <label key=${key}>
        <input type="radio" name=${name} value=${key} checked=${key === value} onChange=${() => onChoose(key)} />
        <span lang=${lang}>${text}</span>
      </label>`)}
  </div>`;
