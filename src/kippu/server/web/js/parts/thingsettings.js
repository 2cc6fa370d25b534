// What can be set on a thing beyond on and off: brightness, colour, position, temperature, volume, modes.
import { html } from "../html.js";
import { brightness, called, can, position, speed, volume, wanted } from "../things.js";
import { maybe, t } from "../words.js";
import { Slider } from "./controls.js";

// The names that home.set_light knows, with what they look like.
const colours = [
  ["white", "#fff8ee"], ["red", "#e5402f"], ["orange", "#f08a24"], ["yellow", "#f2cf3b"], ["green", "#3fae5a"],
  ["cyan", "#3cc3cf"], ["blue", "#3d6fe0"], ["purple", "#8b4fd0"], ["pink", "#ee7fb4"],
];

const Colours = ({ thing, act }) => html`
  <details class="more"><summary aria-label="${called(thing)}: ${t("set.colour")}">${t("set.colour")}</summary><div class="colours" role="group" aria-label="${called(thing)}: ${t("set.colour")}">
    ${colours.map(([name, look]) => html`
      <button key=${name} type="button" aria-label=${t(`colour.${name}`)} title=${t(`colour.${name}`)}
        onClick=${() => act("home.set_light", { color: name })}><span style=${{ background: look }}></span></button>`)}
  </div></details>`;

function Choose({ thing, label, options, value, onChoose }) {
  return html`<label class="pick"><span class="small quiet">${label}</span>
    <select class="field" aria-label="${called(thing)}: ${label}" value=${value} onChange=${(event) => onChoose(event.currentTarget.value)}>
      ${options.map((option) => html`<option key=${option} value=${option}>${maybe(`state.${option}`, option)}</option>`)}
    </select></label>`;
}

const Named = ({ thing, label, ...rest }) =>
  html`<div role="group" aria-label=${called(thing)}><${Slider} label=${label} ...${rest} /></div>`;

function Light({ thing, act }) {
  const { color_temp_kelvin: kelvin } = thing.attributes;
  // Lights count in mireds: what was set to 3000 K comes back as 3003.
  const warmth = kelvin ? Math.round(kelvin / 50) * 50 : null;
  return html`
    ${can(thing, "brightness") && html`<${Named} thing=${thing} label=${t("set.brightness")} unit="%" min=${1}
      value=${thing.state === "off" ? null : brightness(thing)} onSet=${(value) => act("home.set_light", { brightness: value })} />`}
    ${can(thing, "color_temp") && html`<${Named} thing=${thing} label=${t("set.warmth")} unit=" K" kind="warmth" min=${2000} max=${6500}
      step=${50} value=${warmth} onSet=${(value) => act("home.set_light", { temperature: value })} />`}
    ${can(thing, "color") && html`<${Colours} thing=${thing} act=${act} />`}`;
}

function Climate({ thing, act }) {
  const { min_temp = 7, max_temp = 35, modes } = thing.attributes;
  return html`
    ${wanted(thing) !== null && html`<${Named} thing=${thing} label=${t("set.temperature")} unit="°" min=${min_temp} max=${max_temp} step=${0.5}
      value=${wanted(thing)} onSet=${(value) => act("home.set_temperature", { temperature: value })} />`}
    ${modes?.length > 1 && html`<${Choose} thing=${thing} label=${t("set.mode")} options=${modes} value=${thing.state}
      onChoose=${(mode) => act("home.set_mode", { mode })} />`}`;
}

export function Settings({ thing, act }) {
  const { attributes } = thing;
  switch (thing.domain) {
    case "light":
      return html`<${Light} thing=${thing} act=${act} />`;
    case "climate":
    case "water_heater":
      return html`<${Climate} thing=${thing} act=${act} />`;
    case "cover":
    case "valve":
      return can(thing, "position") && html`<${Named} thing=${thing} label=${t("set.position")} unit="%" value=${position(thing)}
        onSet=${(value) => act("home.set_position", { position: value })} />`;
    case "fan":
      return can(thing, "speed") && html`<${Named} thing=${thing} label=${t("set.speed")} unit="%" value=${speed(thing)}
        onSet=${(value) => act("home.set_speed", { speed: value })} />`;
    case "media_player":
      return can(thing, "volume") && html`<${Named} thing=${thing} label=${t("set.volume")} unit="%" value=${volume(thing)}
        onSet=${(value) => act("home.set_volume", { volume: value })} />`;
    case "humidifier":
      return html`<${Named} thing=${thing} label=${t("set.humidity")} unit="%" value=${attributes.humidity ?? null}
        onSet=${(value) => act("home.set_humidity", { humidity: value })} />`;
    case "select":
      return attributes.options && html`<${Choose} thing=${thing} label=${t("set.option")} options=${attributes.options} value=${thing.state}
        onChoose=${(option) => act("home.select", { option })} />`;
    case "number":
      return html`<${Named} thing=${thing} label=${t("set.value")} min=${attributes.min ?? 0} max=${attributes.max ?? 100}
        step=${attributes.step ?? 1} value=${Number(thing.state)} onSet=${(value) => act("home.set_value", { value })} />`;
    default:
      return null;
  }
}
