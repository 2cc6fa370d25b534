// What a screen reader hears: whole sentences, once each, in the page's live regions.
import { tongue } from "./tongue.js";

function line(text, where, role) {
  const region = document.getElementById(where);
  const spoken = document.createElement("p");
  spoken.textContent = text.replace(/[*_`#>|]+/g, ""); // marks of Markdown are not read out
  spoken.lang = tongue(text);
  if (role) spoken.role = role;
  region.append(spoken);
  while (region.childElementCount > 30) region.firstElementChild.remove();
}

/** Say one complete text when what is being said is over. */
export function say(text) {
  if (text.trim()) line(text, "said");
}

/** Say one complete text now, whatever is being said. */
export const call = (text) => line(text, "called", "alert");

/** Takes text as it grows; says each sentence when it is complete, and the rest at the end. */
export function sentences() {
  let said = 0;
  const ends = /(?<!^\s*\d{1,3})[.!?…](?=\s)|[。！？]|\n/gm; // the dot of "1." in a list ends nothing
  return {
    grown(text) {
      let last = said;
      ends.lastIndex = said;
      for (let found = ends.exec(text); found; found = ends.exec(text)) last = ends.lastIndex;
      if (last > said) say(text.slice(said, last));
      said = last;
    },
    done(text) {
      say(text.slice(Math.min(said, text.length)));
      said = text.length;
    },
  };
}
