// @ts-check
/** The pages of the result list, as links that can be opened elsewhere. */

import { make } from "./elements.js";
import { PAGE, write } from "./state.js";
import { figure, say } from "./words.js";

/** @typedef {import("./state.js").State} State */

/** A link to another search, which the page shows without loading anew. @param {State} state @param {string} text */
export const searchLink = (state, text, properties = {}) =>
  make("a", { href: location.pathname + write(state), className: "search", ...properties }, text);

/** @param {number} total */
export const pagesOf = (total) => Math.max(1, Math.ceil(total / PAGE));

/** @param {State} state @param {number} total  @returns {Node[]} nothing for one page. */
export function pager(state, total) {
  const last = pagesOf(total), { page } = state;
  if (last === 1) return [];
  const to = (/** @type {number} */ number, /** @type {string} */ text, properties = {}) => searchLink({ ...state, page: number }, text, properties);
  const near = [1, ...[-2, -1, 0, 1, 2].map((step) => page + step), last].filter((number) => number >= 1 && number <= last);
  const numbers = [...new Set(near)].flatMap((number, nth, all) => [
    ...(nth && number > all[nth - 1] + 1 ? [make("span", {}, "…")] : []),
    number === page ? current(number) : to(number, figure(number)),
  ]);
  return [
    ...(page > 1 ? [to(page - 1, say("page_previous"), { rel: "prev" })] : []),
    ...numbers,
    ...(page < last ? [to(page + 1, say("page_next"), { rel: "next" })] : []),
  ];
}

/** @param {number} number */
function current(number) {
  const here = make("b", {}, figure(number));
  here.setAttribute("aria-current", "page");
  return here;
}
