// Where the focus goes when what has it is gone, as a row that was deleted or a button that was pressed: to what now
// stands in its place, else before it. Without this it falls back to the top of the page, and a keyboard starts over.
const takes = 'a[href], button:not(:disabled), summary, select:not(:disabled), input:is([type="checkbox"], [type="radio"], [type="range"]):not(:disabled)';

// The element that has the focus and all that it stands in: [element, its place among its siblings].
let way = [];

function remember({ target }) {
  way = [];
  for (let each = target; each.parentElement; each = each.parentElement) {
    way.push([each, [...each.parentElement.children].indexOf(each)]);
  }
}

const seen = (each) => each.checkVisibility();
const within = (each) => [...(each.matches(takes) ? [each] : []), ...each.querySelectorAll(takes)].filter(seen);

/** What can take the focus nearest to where it was, or null. */
function beside() {
  const stays = way.findIndex(([each]) => each.isConnected);
  for (let index = Math.max(stays, 1); index < way.length; index += 1) {
    const around = [...way[index][0].children];
    const place = way[index - 1][1];
    const next = around.slice(place).flatMap(within)[0] ?? around.slice(0, place).flatMap(within).at(-1);
    if (next) return next;
    if (way[index][0].matches("main, dialog")) return way[index][0];
  }
  return null;
}

function goOn() {
  const [had] = way[0] ?? [];
  if (!had || document.activeElement !== document.body || (had.isConnected && !had.disabled)) return;
  const next = beside();
  way = [];
  next?.focus({ preventScroll: true });
}

/** From now on the focus is kept. What a part itself focuses after a change comes first. */
export function keepFocus() {
  addEventListener("focusin", remember);
  addEventListener("pointerdown", ({ target }) => {
    if (!target.closest(takes)) way = [];
  });
  new MutationObserver(() => requestAnimationFrame(() => setTimeout(goOn)))
    .observe(document.getElementById("app"), { subtree: true, childList: true, attributeFilter: ["disabled"] });
}
