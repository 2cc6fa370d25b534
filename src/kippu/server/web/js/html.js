// Preact and its template tag, bound once for everybody.
import htm from "../vendor/htm.js";
import { h } from "../vendor/preact.js";

export { Fragment, render } from "../vendor/preact.js";
export { useEffect, useId, useLayoutEffect, useRef, useState } from "../vendor/preact-hooks.js";
export const html = htm.bind(h);
