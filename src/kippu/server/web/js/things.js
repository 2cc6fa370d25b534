// What a thing of the home is to a person: its picture, its state in words, what it can do. No drawing here.
import { moment } from "./format.js";
import { japanese } from "./tongue.js";
import { language, maybe, t } from "./words.js";

const icons = {
  light: "bulb", switch: "plug", cover: "blind", valve: "drop", fan: "fan", climate: "thermometer",
  water_heater: "thermometer", lock: "lock", media_player: "music", vacuum: "vacuum", lawn_mower: "mower", scene: "run",
  script: "run", button: "run", siren: "bell", humidifier: "drop", person: "person", sensor: "gauge", binary_sensor: "gauge",
};
const byClass = {
  temperature: "thermometer", humidity: "drop", moisture: "drop", door: "door", window: "door", garage: "door",
  opening: "door", motion: "person", occupancy: "person", illuminance: "sun", battery: "plug", speaker: "music", tv: "tv",
};

export const iconOf = ({ domain, device_class }) => byClass[device_class] ?? icons[domain] ?? "gauge";

/** What a thing or a room is called in the language that is shown: its name, or the first alias that is in it. */
export const called = ({ name, aliases = [] }) =>
  [name, ...aliases].find((each) => each && japanese.test(each) === (language.value === "ja")) ?? name;

/** The real name, for where another is shown. */
export const realName = (each) => (called(each) === each.name ? undefined : each.name);

/** The name without its room's, for where the room stands above it: "Bedroom blinds" → "Blinds", 「寝室の電気」→「電気」. */
export function shortName(thing, room) {
  const name = called(thing);
  const place = called(room) ?? "";
  if (!place || !name.toLowerCase().startsWith(place.toLowerCase())) return name;
  const rest = name.slice(place.length);
  if (!japanese.test(place) && !/^[\s・の]/.test(rest)) return name; // "Bathtub" stands in the "Bath"
  const own = rest.replace(/^[\s・の]+/, "");
  return own ? own[0].toUpperCase() + own.slice(1) : name;
}

export const switchable = ["light", "switch", "fan", "siren", "humidifier", "climate", "water_heater"];

export const isOn = ({ state }) => !["off", "unavailable", "unknown", "", null].includes(state);

/** True for what shines, runs or plays now. */
export const lit = (thing) =>
  thing.available && (switchable.includes(thing.domain) ? isOn(thing) : ["playing", "cleaning", "mowing"].includes(thing.state));

/** The arguments that name this thing and no other. */
export const target = (thing, room) => ({
  name: thing.name,
  domain: thing.domain,
  ...(room.name && { area: room.name }),
});

const numeric = (state) => state !== "" && state !== null && !Number.isNaN(Number(state));

export function stateWords(thing) {
  const { state, attributes, domain, device_class } = thing;
  if (!thing.available) return t("state.unavailable");
  if (!thing.readable && state === "unknown") return garbled(thing);
  if (thing.silent) return t("state.silent", { state: stateWords({ ...thing, silent: false }) });
  if (state === null || state === "unknown") return t("state.unknown");
  const unit = attributes.unit_of_measurement ?? "";
  if (numeric(state)) return `${Number(state).toLocaleString(document.documentElement.lang)}${unit.length > 1 && unit[0] !== "°" ? " " : ""}${unit}`;
  const word = (domain === "binary_sensor" && maybe(`state.${device_class}.${state}`, null)) || maybe(`state.${state}`, state);
  if (domain === "light" && isOn(thing) && brightness(thing) !== null) return `${word} · ${brightness(thing)}%`;
  if (domain === "cover" && position(thing) !== null && state === "open" && position(thing) < 100) return t("state.open.share", { n: position(thing) });
  if (["climate", "water_heater"].includes(domain)) return [word, warmth(thing)].filter(Boolean).join(" · ");
  if (domain === "media_player" && attributes.media_title) return `${word} · ${attributes.media_title}`;
  return word;
}

/** How warm it is, and how warm it shall be as long as it runs: "21°, set to 23°". */
function warmth(thing) {
  const [now, goal] = [current(thing), isOn(thing) ? wanted(thing) : null];
  if (now !== null && goal !== null) return t("state.warmth", { now, goal });
  if (goal !== null) return t("state.warmth.goal", { goal });
  return now !== null && `${now}°`;
}

/** That it sent what can't be read, and how it was before. */
function garbled(thing) {
  const last = thing.last_known;
  if (!last || last.state === "unknown") return t("state.garbled");
  return t("state.garbled.last", { state: stateWords({ ...thing, ...last, readable: true }), at: moment(last.at) });
}

const figure = (value) => (typeof value === "number" ? value : null);

const share = (value, of) => (typeof value === "number" ? Math.round((value * 100) / of) : null);

// All in percent, as the tools take them; Home Assistant's attributes are not.
export const brightness = ({ attributes }) => share(attributes.brightness, 255);
export const position = ({ attributes }) => figure(attributes.current_position);
export const speed = ({ attributes }) => figure(attributes.percentage);
export const volume = ({ attributes }) => share(attributes.volume_level, 1);
export const current = ({ attributes }) => figure(attributes.current_temperature);
export const wanted = ({ attributes }) => figure(attributes.temperature);

export const can = (thing, feature) => (thing.features ?? []).includes(feature);
