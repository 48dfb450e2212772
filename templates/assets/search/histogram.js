// @ts-check
/**
 * When the hits were printed: bars that are buttons, each narrowing the dates to its own.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./timeline.js").Timeline} Timeline
 */

import { make } from "./elements.js";
import { button } from "./limits.js";
import { figure, say, spoken, spokenRange } from "./words.js";

/** @param {Timeline} found @param {(change: Partial<State>) => void} change */
export function histogram(found, change) {
  return [caption(found, change), bars(found, change)];
}

/** What the bars say, in words, and the ways back. @param {Timeline} found @param {(change: Partial<State>) => void} change */
function caption({ bars, year, whole, unplaced }, change) {
  const most = bars.reduce((best, bar) => (bar.count > best.count ? bar : best));
  const said = [say(year ? "by_month" : "by_year", { year: spoken(year) })];
  if (most.count) said.push(say("most", { when: spokenRange(most.from, most.to), count: most.count }));
  if (unplaced > 0) said.push(say("unplaced", { count: unplaced }));
  const ways = [];
  if (!whole) ways.push(button("all years", [say("all_years")], () => change({ from: "", to: "" }), { className: "plain" }));
  if (isPart(bars) && year) {
    const back = () => change(whole ? { from: "", to: "" } : { from: `${year}-01`, to: `${year}-12` });
    ways.push(button("whole year", [say("whole_year", { year: spoken(year) })], back, { className: "plain" }));
  }
  return make("figcaption", {}, make("span", {}, said.join(say("semicolon"))), ...ways);
}

/** Whether some but not all are chosen. @param {import("./timeline.js").Bar[]} bars */
const isPart = (bars) => bars.some(({ chosen }) => chosen) && bars.some(({ chosen }) => !chosen);

/** One stop of the Tab key; arrows go from bar to bar. @param {Timeline} found @param {(change: Partial<State>) => void} change */
function bars({ bars, year }, change) {
  const most = Math.max(...bars.map(({ count }) => count)), part = isPart(bars);
  const made = bars.map(({ label, from, to, count, chosen }) => {
    const name = say("bar", { when: spokenRange(from, to), count });
    const column = make("span", { className: "column" });
    // The style prints it above the bar: the name of the button says it in its own order.
    column.dataset.count = figure(count);
    column.style.setProperty("--share", String(most ? count / most : 0));
    const narrow = () => change({ from, to });
    return button(`${from} ${to}`, [column, make("span", {}, label)], narrow, {
      ariaLabel: name, title: name, disabled: !count, tabIndex: -1, ...(part && { ariaPressed: String(chosen) }),
    });
  });
  const row = make("div", { className: year ? "bars months" : "bars", role: "toolbar", ariaLabel: say("histogram"), onkeydown: walk }, ...made);
  const entry = made.find((bar) => bar.ariaPressed === "true" && !bar.disabled) ?? made.find((bar) => !bar.disabled);
  if (entry) entry.tabIndex = 0;
  return row;
}

/** @param {KeyboardEvent} event */
function walk(event) {
  const row = /** @type {HTMLElement} */ (event.currentTarget);
  const stops = /** @type {HTMLButtonElement[]} */ ([...row.querySelectorAll("button:enabled")]);
  const here = stops.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  const to = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: stops.length - 1 }[event.key];
  const next = to === undefined ? undefined : stops[to];
  if (!next) return;
  event.preventDefault();
  for (const stop of stops) stop.tabIndex = stop === next ? 0 : -1;
  next.focus();
}
