// @ts-check
/**
 * What limits the search: facets with their counts, and what is chosen as chips that can be taken off.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Filter} Filter
 * @typedef {(change: Partial<State>) => void} Change
 */

import { make } from "./elements.js";
import { FILTERS, UNLIMITED, flipped } from "./state.js";
import { figure, nameOf, say, spokenRange } from "./words.js";

/** Values of a facet that are seen without asking for more. */
const MOST = 8;

/** Facets that the reader has unfolded. @type {Set<Filter>} */
const unfolded = new Set();

/**
 * A button that changes the search. By `key` the focus finds it again among the new ones.
 * @param {string} key @param {(Node | string)[]} content @param {() => void} press @param {Record<string, unknown>} [properties]
 */
export function button(key, content, press, properties = {}) {
  const made = make("button", { type: "button", onclick: press, ...properties }, ...content);
  made.dataset.key = key;
  return made;
}

/** What is chosen, each to be taken off. @param {State} state @param {Change} change */
export function chips(state, change) {
  const chip = (/** @type {string} */ label, /** @type {string} */ value, /** @type {Partial<State>} */ without) =>
    button(`${label} ${value}`, [`${label} `, make("b", {}, value)], () => change(without), { ariaLabel: say("take_off", { label, value }) });
  const chosen = FILTERS.flatMap((filter) => state[filter].map((value) =>
    chip(say(filter), nameOf(filter, value), { [filter]: flipped(state[filter], value) })));
  if (state.from || state.to) chosen.push(chip(say("date"), spokenRange(state.from, state.to), { from: "", to: "" }));
  if (chosen.length > 1) chosen.push(button("clear", [say("clear")], () => change(UNLIMITED), { className: "plain" }));
  return chosen.map((each) => make("li", {}, each));
}

/**
 * What the hits could be narrowed to, most first.
 * @param {State} state @param {Record<string, Record<string, number>>} found  Counts by facet and value.
 * @param {{change: Change, redraw: () => void}} actions
 */
export const facets = (state, found, actions) =>
  FILTERS.flatMap((filter) => facet(filter, state, found[filter] ?? {}, actions) ?? []);

/** @param {Filter} filter @param {State} state @param {Record<string, number>} counts @param {{change: Change, redraw: () => void}} actions */
function facet(filter, state, counts, { change, redraw }) {
  const chosen = state[filter], count = (/** @type {string} */ value) => counts[value] ?? 0;
  const values = [...new Set([...chosen, ...Object.keys(counts)])].sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1));
  if (!chosen.length && values.length < 2) return null;
  const open = unfolded.has(filter);
  const offered = values.filter((value, place) => open || place < MOST || chosen.includes(value));
  const buttons = offered.map((value) => button(
    `${filter} ${value}`,
    [make("span", {}, nameOf(filter, value)), " ", make("b", {}, figure(count(value)))],
    () => change({ [filter]: flipped(chosen, value) }),
    { ariaPressed: String(chosen.includes(value)) },
  ));
  if (open || offered.length < values.length) {
    const unfold = () => {
      unfolded[open ? "delete" : "add"](filter);
      redraw();
    };
    const text = open ? say("fewer") : say("all", { count: values.length });
    buttons.push(button(`${filter} more`, [text], unfold, { ariaExpanded: String(open), className: "plain" }));
  }
  return make(
    "fieldset", {}, make("legend", {}, say(filter)),
    make("ul", { className: "counts" }, ...buttons.map((each) => make("li", {}, each))),
  );
}
