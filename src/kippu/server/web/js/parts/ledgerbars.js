// The bars of the ledger's chart: one a day, in the receivers' colours. uPlot draws them, and comes only when there is
// something to draw.
import { html, useEffect, useLayoutEffect, useRef } from "../html.js";
import { bytes, day } from "../format.js";
import { theme } from "../theme.js";
import { t } from "../words.js";

const HEIGHT = 190; // CSS pixels
const LEAST = 0.03; // of the highest bar: what left is seen, however little it was
const colours = 5; // the last one stands for all others

export const colourOf = (receivers, to) => Math.min(receivers.indexOf(to), colours - 1);

/** uPlot's columns: the days' numbers, then how high each colour reaches, the topmost first since each stands before
    the one before it. */
function columns(shown, totals, receivers) {
  const sums = Array.from({ length: Math.min(receivers.length, colours) }, () => shown.map(() => 0));
  for (const { day: date, to, bytes: size } of totals) sums[colourOf(receivers, to)][shown.indexOf(date)] += size;
  const least = LEAST * Math.max(...shown.map((_, index) => sums.reduce((sum, each) => sum + each[index], 0)));
  const base = shown.map(() => 0);
  const reach = sums.map((sum) => sum.map((size, index) => {
    if (size === 0) return null;
    base[index] += Math.max(size, least);
    return base[index];
  }));
  return [shown.map((_, index) => index), ...reach.toReversed()];
}

function words(shown, totals, index) {
  const here = totals.filter((total) => total.day === shown[index]);
  return here.length ? [day(shown[index]), ...here.map(({ to, bytes: size }) => `${to}: ${bytes(size)}`)].join("\n") : "";
}

/** `colour` gives a colour of the style sheet as a canvas knows it: it changes with light and dark. */
function options(uPlot, colour, { shown, totals, receivers }) {
  const style = getComputedStyle(document.body);
  const axis = { font: `13px ${style.fontFamily}`, stroke: () => colour("ink"), ticks: { show: false } };
  const grid = { stroke: () => colour("line"), width: 1 };
  const last = shown.length - 1;
  const used = Math.min(receivers.length, colours);
  return {
    width: 300,
    height: HEIGHT,
    padding: [12, 24, 0, 0],
    legend: { show: false },
    cursor: { x: false, y: false, points: { show: false }, drag: { setScale: false } },
    scales: { x: { time: false, range: [-0.5, last + 0.5] }, y: { range: (_, __, most) => [0, most] } },
    axes: [
      {
        ...axis,
        size: 34,
        gap: 10,
        grid: { show: false },
        splits: () => [2, 15, last],
        values: (_, splits) => splits.map((index) => (index === last ? t("period.today") : day(shown[index]))),
      },
      { ...axis, size: 64, space: 45, grid, values: (_, splits) => splits.map((size) => (Number.isInteger(size) ? bytes(size) : "")) },
    ],
    series: [{}, ...Array.from({ length: used }, (_, index) => ({
      fill: () => colour(`c${used - index}`),
      width: 0,
      points: { show: false },
      paths: uPlot.paths.bars({ size: [0.82, 48], radius: 0.12 }),
    }))],
    hooks: {
      setCursor: [(plot) => {
        plot.over.title = plot.cursor.idx == null ? "" : words(shown, totals, plot.cursor.idx);
      }],
    },
  };
}

/** Draw into `box` and follow its width and the system's light or dark; gives {redraw, end}. */
function draw(uPlot, box, all) {
  const probe = box.querySelector(".probe");
  const colour = (name) => {
    probe.className = `probe ${name}`;
    return getComputedStyle(probe).backgroundColor;
  };
  const plot = new uPlot(options(uPlot, colour, all), columns(all.shown, all.totals, all.receivers), box);
  const redraw = () => plot.redraw();
  const width = new ResizeObserver(() => plot.setSize({ width: box.clientWidth, height: HEIGHT }));
  width.observe(box);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", redraw);
  const end = () => {
    width.disconnect();
    dark.removeEventListener("change", redraw);
    plot.destroy();
  };
  return { redraw, end };
}

export function Bars(all) {
  const box = useRef();
  const drawn = useRef(null);
  useLayoutEffect(() => { // useEffect cleans up a moment after the box is gone: uPlot may come in between
    let closed = false;
    import("../../vendor/uplot.js").then(({ default: uPlot }) => {
      if (!closed) drawn.current = draw(uPlot, box.current, all);
    });
    return () => {
      closed = true;
      drawn.current?.end();
      drawn.current = null;
    };
  }, [JSON.stringify(all)]);
  const look = theme.value;
  useEffect(() => drawn.current?.redraw(), [look]);
  return html`<div class="bars" ref=${box}><i class="probe"></i></div>`;
}
