// @ts-check
/**
 * A search as its address writes it: every view can be shared, bookmarked and walked back to.
 *
 * @typedef {"topic" | "county" | "kind" | "newspaper" | "reporter"} Filter
 * @typedef {{q: string, sort: "relevance" | "newest" | "oldest", page: number, from: string, to: string,
 *   topic: string[], county: string[], kind: string[], newspaper: string[], reporter: string[]}} State
 *   Dates as YYYY, YYYY-MM or YYYY-MM-DD, both ends included; pages count from 1.
 */

/** Hits of a page. */
export const PAGE = 20;

/** @type {Filter[]} */
export const FILTERS = ["topic", "county", "kind", "newspaper", "reporter"];

/** @type {(Filter | "from" | "to")[]} */
const LIMITS = [...FILTERS, "from", "to"];

/** What takes every limit off. */
export const UNLIMITED = { topic: [], county: [], kind: [], newspaper: [], reporter: [], from: "", to: "" };

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** @param {string} address  What follows the path: `?q=…`. @returns {State} */
export function read(address) {
  const given = new URLSearchParams(address);
  const date = (/** @type {string} */ name) => (DATE.test(given.get(name) ?? "") ? given.get(name) : "");
  const sort = given.get("sort");
  return /** @type {State} */ ({
    q: (given.get("q") ?? "").trim(),
    sort: sort === "newest" || sort === "oldest" ? sort : "relevance",
    page: Math.max(1, Number.parseInt(given.get("page") ?? "", 10) || 1),
    from: date("from"),
    to: date("to"),
    ...Object.fromEntries(FILTERS.map((name) => [name, [...new Set(given.getAll(name))]])),
  });
}

/** @param {State} state  @returns {string} what follows the path; nothing for no search. */
export function write(state) {
  const parts = new URLSearchParams();
  for (const name of /** @type {const} */ (["q", "from", "to"])) if (state[name]) parts.set(name, state[name]);
  for (const name of FILTERS) for (const value of state[name]) parts.append(name, value);
  if (state.sort !== "relevance") parts.set("sort", state.sort);
  if (state.page > 1) parts.set("page", String(state.page));
  return String(parts) && `?${parts}`;
}

/** The filters that the engine understands. @param {State} state */
export const filtersOf = (state) =>
  Object.fromEntries(LIMITS.map((name) => [name, state[name]]).filter(([, value]) => value.length));

/** @param {State} state */
export const isLimited = (state) => Object.keys(filtersOf(state)).length > 0;

/** Whether anything is asked for. @param {State} state */
export const isSearch = (state) => Boolean(state.q) || isLimited(state);

/** A list with the value, or without it if it is there. @param {string[]} list @param {string} value */
export const flipped = (list, value) => (list.includes(value) ? list.filter((one) => one !== value) : [...list, value]);
