// @ts-check
/** What a search finds, and what else the reader may have meant. */

import { alternatives } from "./engine.js";
import { PAGE, filtersOf, isLimited } from "./state.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {{query: string, kind: string, from: string, to: string}} Alternative
 * @typedef {{total: number, hits: any[], facets: any, terms: string[], query: string, applied: Alternative | null, unlimited: number}} Answer
 *   `query` is what was searched in the end: that of `applied` where the reader's own finds nothing in the whole archive;
 *   `unlimited`: what that one finds without limits, if it finds nothing within them.
 */

/** @param {State} state */
export const optionsOf = (state) => ({ limit: PAGE, offset: (state.page - 1) * PAGE, sort: state.sort, filters: filtersOf(state) });

/** @param {any} index @param {State} state @returns {Promise<Answer>} without snippets */
export async function answer(index, state) {
  const search = (/** @type {string} */ query) => index.search(query, { ...optionsOf(state), snippets: false });
  const exact = await search(state.q);
  const plain = { ...exact, query: state.q, applied: null, unlimited: 0 };
  if (exact.total || !state.q) return plain;
  const unlimited = isLimited(state) ? await index.count(state.q) : 0;
  if (unlimited) return { ...plain, unlimited };
  /** @type {Answer | undefined} */ let likeliest;
  for (const other of await alternatives(state.q)) {
    const found = { ...await search(other.query), query: other.query, applied: other, unlimited: 0 };
    if (found.total) return found;
    likeliest ??= found;
  }
  return likeliest ? { ...likeliest, unlimited: await index.count(likeliest.query) } : plain;
}

/**
 * Other ways to write the query that find something within the same limits.
 * @param {any} index @param {State} state @param {Answer} found @returns {Promise<(Alternative & {total: number})[]>}
 */
export async function others(index, state, found) {
  if (!state.q) return [];
  const filters = filtersOf(state);
  const offered = (await alternatives(state.q)).filter(({ query }) => query !== found.query);
  const counted = await Promise.all(offered.map(async (other) => {
    const { total } = await index.search(other.query, { limit: 0, snippets: false, filters });
    return { ...other, total };
  }));
  return counted.filter(({ total }) => total);
}

const QUOTE = '["“”„‟＂]', OTHER = '[^"“”„‟＂]';
const QUOTED = new RegExp(`(^|\\s)(-?)${QUOTE}(${OTHER}*[^\\s"“”„‟＂]${OTHER}*)${QUOTE}(?=\\s|$)`, "g");

/** The query with the signs of search (`"…"`, `-`) where an input method wrote those of Chinese text. @param {string} query */
export const withPlainSigns = (query) => query
  .replace(/(^|\s)[－−﹣](?=\S)/g, "$1-")
  .replace(QUOTED, '$1$2"$3"');
