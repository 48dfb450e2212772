// @ts-check
/** What the page says beside the hits: other ways to search, and what may help where nothing was found. */

import { withPlainSigns } from "./answer.js";
import { make } from "./elements.js";
import { searchLink } from "./pages.js";
import { UNLIMITED, isLimited } from "./state.js";
import { say } from "./words.js";

/** @typedef {import("./state.js").State} State */

/** What was found, in a sentence. @param {State} state @param {import("./answer.js").Answer} found @param {number} pages */
export function statusOf(state, found, pages) {
  const { total: count, applied, query } = found;
  if (!count) return say(state.q ? "none" : "none_there", { query: state.q });
  const where = pages > 1 ? say("page", { page: state.page, pages }) : "";
  return (applied ? say("applied", { query: state.q, other: query, count }) : say("found", { count })) + where;
}

/** Other ways to write the query, each with what it finds. @param {State} state @param {(import("./answer.js").Alternative & {total: number})[]} others */
export function alsoOffered(state, others) {
  if (!others.length) return [];
  const offers = others.flatMap(({ query, kind, total }, nth) => [
    ...(nth ? [say("comma")] : []),
    searchLink({ ...state, q: query, page: 1 }, query, { lang: "zh-Hans" }),
    say(`also_${kind}`, { count: total }),
  ]);
  return [say("also"), ...offers];
}

/** Where nothing was found. @param {State} state @param {number} unlimited  What the query finds without limits. */
export function nothingFound(state, unlimited) {
  const notes = [];
  if (unlimited) notes.push([searchLink({ ...state, ...UNLIMITED, page: 1 }, say("none_unlimited", { count: unlimited }))]);
  else notes.push([say(isLimited(state) ? "none_limited" : "none_hint")]);
  const plain = withPlainSigns(state.q);
  if (plain !== state.q) notes.push([say("none_signs"), searchLink({ ...state, q: plain, page: 1 }, plain)]);
  return notes.map((note) => make("li", { className: "note" }, ...note));
}
