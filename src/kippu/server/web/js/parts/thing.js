// One thing of the home: what it is now, and what can be done with it.
import { html, useState } from "../html.js";
import { api } from "../api.js";
import { say } from "../say.js";
import { home, notice } from "../store.js";
import { called, iconOf, isOn, lit, realName, shortName, stateWords, switchable, target } from "../things.js";
import { t } from "../words.js";
import { Switch } from "./controls.js";
import { confirmed } from "./dialog.js";
import { Dots } from "./dots.js";
import { Icon } from "./icon.js";
import { Settings } from "./thingsettings.js";

/** Gives {busy, wrong, act}: act runs a tool on the thing; what did not come true is said in `wrong`. What came true a
    screen reader hears from a switch or slider itself, and else with `aloud`. */
function useActing(thing, room) {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(null);
  const act = async (tool, args = {}, aloud = false) => {
    setBusy(true);
    setWrong(null);
    try {
      const outcome = await api.act(tool, { ...target(thing, room), ...args });
      if (!outcome.ok) setWrong(outcome.text);
      else if (aloud) say(outcome.text);
    } catch (problem) {
      const text = problem.offline ? t("offline.title") : problem.message;
      setWrong(text);
      notice(text, true);
    }
    await home.load();
    setBusy(false);
  };
  return { busy, wrong, act };
}

const Name = ({ thing, room }) => html`
  <span class="thing-icon"><${Icon} name=${iconOf(thing)} /></span>
  <span class="thing-name"><strong title=${realName(thing)}>${shortName(thing, room)}</strong><span class="state figures"><${Dots} text=${stateWords(thing)} /></span></span>`;

function Buttons({ thing, act, busy }) {
  const button = (tool, key, icon, args) => html`
    <button type="button" class="round" aria-label="${called(thing)}: ${t(key)}" title=${t(key)} disabled=${!thing.available} aria-busy=${String(busy)}
      onClick=${() => busy || act(tool, args, true)}><${Icon} name=${icon} /></button>`;
  switch (thing.domain) {
    case "cover":
    case "valve":
      return html`${button("home.open", "act.open", "open")}${button("home.stop", "act.stop", "stop")}${button("home.close", "act.close", "shut")}`;
    case "vacuum":
    case "lawn_mower":
      return html`${button("home.start", "act.start", "play")}${button("home.pause", "act.pause", "pause")}${button("home.dock", "act.dock", "home")}`;
    case "media_player": {
      const playing = thing.state === "playing";
      const media = (command, icon) => button("home.media", `act.${command}`, icon, { command });
      return html`${media("previous", "previous")}${playing ? media("pause", "pause") : media("play", "play")}${media("next", "next")}`;
    }
    case "scene":
    case "script":
      return button("home.turn_on", "act.run", "play");
    case "button":
      return button("home.press", "act.press", "play");
    default:
      return null;
  }
}

function Lock({ thing, room, act, busy }) {
  const locked = thing.state === "locked";
  const turn = async () => {
    if (!locked) return act("home.lock");
    const yes = await confirmed({
      title: t("unlock.title", { name: called(thing) }),
      body: html`<p>${t("unlock.text")}</p>`,
      yes: t("act.unlock"),
      danger: true,
    });
    if (yes) act("home.unlock");
  };
  return html`<${Switch} class="thing-head" on=${locked} onToggle=${turn} busy=${busy} disabled=${!thing.available}>
    <${Name} thing=${thing} room=${room} /><//>`;
}

function Head({ thing, room, act, busy }) {
  if (thing.domain === "lock") return html`<${Lock} thing=${thing} room=${room} act=${act} busy=${busy} />`;
  if (!switchable.includes(thing.domain)) {
    return html`<div class="thing-head"><${Name} thing=${thing} room=${room} /><${Buttons} thing=${thing} act=${act} busy=${busy} /></div>`;
  }
  const on = thing.available && isOn(thing);
  return html`<${Switch} class="thing-head" on=${on} busy=${busy} disabled=${!thing.available}
    onToggle=${() => act(on ? "home.turn_off" : "home.turn_on")}><${Name} thing=${thing} room=${room} /><//>`;
}

/** `brief` leaves out all but the first row. */
export function Thing({ thing, room, brief }) {
  const acting = useActing(thing, room);
  const gone = !thing.available;
  return html`
    <li class="thing ${gone ? "gone" : ""} ${lit(thing) ? "lit" : ""}" data-thing=${thing.id}>
      <${Head} thing=${thing} room=${room} act=${acting.act} busy=${acting.busy} />
      ${!brief && !gone && html`<${Settings} thing=${thing} act=${acting.act} />`}
      ${acting.wrong && html`<p class="wrong small" role="alert">${acting.wrong}</p>`}
    </li>`;
}
