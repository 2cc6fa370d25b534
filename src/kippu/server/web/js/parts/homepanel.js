// The rooms and what stands in them, beside the chat (brief) or as a page.
import { html, useId } from "../html.js";
import { home } from "../store.js";
import { link } from "../route.js";
import { t } from "../words.js";
import { called, iconOf, realName, shortName, stateWords } from "../things.js";
import { Icon } from "./icon.js";
import { Loaded } from "./loaded.js";
import { Routines } from "./routines.js";
import { Thing } from "./thing.js";

const told = ["sensor", "binary_sensor", "weather", "device_tracker", "person", "event", "update"];

/** What only tells stands small beside its room's name. */
const Reading = ({ thing, room }) => html`
  <li class="reading ${thing.available ? "" : "gone"}" data-thing=${thing.id}>
    <${Icon} name=${iconOf(thing)} /><span title=${realName(thing)}>${shortName(thing, room)}</span><strong class="figures">${stateWords(thing)}</strong>
  </li>`;

function Things({ room, brief }) {
  const readings = room.things.filter(({ domain }) => told.includes(domain));
  const rest = room.things.filter(({ domain }) => !told.includes(domain));
  return html`
    ${readings.length > 0 && html`<ul class="readings">
      ${readings.map((thing) => html`<${Reading} key=${thing.id} thing=${thing} room=${room} />`)}</ul>`}
    ${rest.length > 0 && html`<ul class="things">
      ${rest.map((thing) => html`<${Thing} key=${thing.id} thing=${thing} room=${room} brief=${brief} />`)}</ul>`}`;
}

/** A group with the room's name: each has its "Light". */
function Room({ room, brief, level }) {
  const id = useId();
  return html`
    <div class="room" role="group" aria-labelledby=${id}>
      <${level === 2 ? "h2" : "h3"} id=${id} title=${realName(room)}>${called(room) ?? t("home.elsewhere")}<//>
      <${Things} room=${room} brief=${brief} />
    </div>`;
}

/** Says whose home it is when it is the demo, and when there is none. */
function Whose({ told: { connected, demo } }) {
  if (!connected) return html`<p class="whose">${t("home.lost")}</p>`;
  if (!demo) return null;
  return html`<details class="whose"><summary>${t("home.demo")}</summary>
    <p>${t("home.connect")}</p><p><code>KIPPU_HOME=mqtt://user:password@host:1883</code></p></details>`;
}

export const Rooms = ({ brief, level = 2 }) => html`
  <${Loaded} of=${home}>
    ${(read) => html`
      <${Whose} told=${read} />
      ${read.rooms.length === 0 && html`<p class="empty">${t("home.empty")}</p>`}
      <div class="rooms">
        ${read.rooms.map((room) => html`<${Room} key=${room.name} room=${room} brief=${brief} level=${level} />`)}
      </div>`}
  <//>`;

export const HomePanel = () => html`
  <div class="panel">
    <h2><a href=${link("home")}>${t("page.home")}</a></h2>
    <${Routines} brief=${true} />
    <${Rooms} brief=${true} level=${3} />
  </div>`;
