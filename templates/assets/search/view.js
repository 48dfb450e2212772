// @ts-check
/**
 * What the page shows of a search, and of the next one until its answer is there.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./answer.js").Answer} Answer
 * @typedef {(change: Partial<State>) => void} Change
 */

import { MOST } from "./downloads.js";
import { part, replace } from "./elements.js";
import { alsoOffered, nothingFound, statusOf } from "./hints.js";
import { histogram } from "./histogram.js";
import { hitItem } from "./hits.js";
import { chips, facets } from "./limits.js";
import { pager, pagesOf } from "./pages.js";
import { PAGE, isSearch } from "./state.js";
import { timeline } from "./timeline.js";
import { say } from "./words.js";

const [results, status, hits, also, retry, downloads] = ["results", "status", "hits", "also", "retry", "downloads"].map(part);
const pageTitle = document.title;

/** The query whose hits are on the page. @type {string | null} */
let listed = null;

/** What does not wait for the answer. @param {State} state */
export function prepare(state) {
  const searching = isSearch(state);
  part("sort").value = state.sort;
  results.hidden = !searching;
  part("browse").hidden = searching;
  retry.hidden = true;
  document.title = state.q ? `${state.q} · ${pageTitle}` : pageTitle;
  if (!searching) listed = null;
}

/** The answer keeps waiting. Hits of the search before stay, dimmed. */
export function wait() {
  status.textContent = say("searching");
  results.ariaBusy = "true";
}

/** @param {State} state @param {Answer} found @param {(text: string, terms: string[]) => any[]} mark @param {Change} change */
export function show(state, found, mark, change) {
  const { total, terms, query } = found;
  listed = query;
  results.ariaBusy = "false";
  status.textContent = statusOf(state, found, pagesOf(total));
  const pieces = (/** @type {string} */ text) => mark(text, terms);
  const newspapers = Object.keys(found.facets.newspaper ?? {}).length > 1;
  const items = total ? found.hits.map((hit) => hitItem(hit, { state, query, newspapers, pieces })) : nothingFound(state, found.unlimited);
  hits.start = (state.page - 1) * PAGE + 1;
  also.replaceChildren();
  replace(hits, items, status);
  replace(part("pages"), pager(state, total), status);
  downloads.hidden = !total;
  downloads.querySelector("span").textContent = say(total > MOST ? "download_first" : "download", { count: MOST });
  showLimits(state, found, change);
}

/** @param {State} state @param {Answer} found @param {Change} change */
function showLimits(state, found, change) {
  const time = timeline(found.facets, state);
  const groups = facets(state, found.facets, { change, redraw: () => showLimits(state, found, change) });
  replace(part("chips"), chips(state, change), status);
  part("histogram").hidden = !time;
  replace(part("histogram"), time ? histogram(time, change) : [], status);
  part("narrow").hidden = !groups.length;
  replace(part("facets"), groups, status);
}

/** Other ways to write the query. @param {State} state @param {any[]} others */
export const showOffers = (state, others) => also.replaceChildren(...alsoOffered(state, others));

/** What was found before stays on the page. @param {unknown} error */
export function fail(error) {
  console.error(error);
  results.ariaBusy = "false";
  const kept = listed && hits.children.length;
  status.textContent = say("failed") + (kept ? say("kept", { query: listed ?? "" }) : "");
  retry.hidden = false;
}
