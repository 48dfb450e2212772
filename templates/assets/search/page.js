// @ts-check
/**
 * The search page: from the address to a query, from the query to what the page shows. Every view has an address.
 *
 * @typedef {import("./state.js").State} State
 */

import { answer, optionsOf, others } from "./answer.js";
import { Combobox } from "./combobox.js";
import { download } from "./downloads.js";
import { part } from "./elements.js";
import { engine } from "./engine.js";
import { showSnippets } from "./hits.js";
import { pagesOf } from "./pages.js";
import { isSearch, read, write } from "./state.js";
import { suggestions } from "./suggestions.js";
import { searchAsTyped } from "./typing.js";
import { fail, prepare, show, showOffers, wait } from "./view.js";

/** Milliseconds without a key until snippets are fetched, each from the page of its article. */
const REST = 250;
/** Milliseconds that hits wait for their snippets. */
const QUICK = 80;
/** Milliseconds until a search says that it is under way. */
const SILENCE = 300;

const [form, status, retry, sort] = ["search", "status", "retry", "sort"].map(part);
const field = form.elements.q;
const rest = (/** @type {number} */ milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Number of the newest search; what an older one finds is not shown. */
let turn = 0;
/** Likewise of the suggestions. */
let offered = 0;

/**
 * Search for what the address says, and show it. Hits come with their snippets if these are quick, so that nothing moves.
 * @param {{typing?: boolean}} [how]
 */
async function run({ typing = false } = {}) {
  const mine = ++turn, isNewest = () => mine === turn;
  const state = read(location.search);
  prepare(state);
  if (!isSearch(state)) return;
  const patience = setTimeout(wait, SILENCE);
  try {
    const { index, mark } = await engine();
    const found = await answer(index, state);
    if (!isNewest()) return;
    if (state.page > pagesOf(found.total)) return void go({ page: pagesOf(found.total) }, { replace: true });
    const snippets = rest(typing ? REST : 0).then(() => isNewest() ? index.search(found.query, optionsOf(state)) : found);
    const quick = await Promise.race([snippets, rest(QUICK)]);
    if (!isNewest()) return;
    clearTimeout(patience);
    show(state, quick ? { ...found, hits: quick.hits } : found, mark, go);
    finish(state, found, index, { snippets, isNewest }).catch(console.info);
  } catch (error) {
    if (isNewest()) fail(error);
  } finally {
    clearTimeout(patience);
  }
}

/**
 * Snippets that were late, and other ways to write the query; nobody waits for them.
 * @param {State} state @param {import("./answer.js").Answer} found @param {any} index
 * @param {{snippets: Promise<{hits: any[]}>, isNewest: () => boolean}} how
 */
async function finish(state, found, index, { snippets, isNewest }) {
  const { hits } = await snippets;
  if (isNewest()) showSnippets(part("hits"), hits);
  const also = isNewest() ? await others(index, state, found) : [];
  if (isNewest()) showOffers(state, also);
}

/**
 * Move to a changed search; every one is an entry of the history. Only words still being typed share one, which becomes
 * that of the search when they are submitted.
 * @param {Partial<State>} change @param {{typing?: boolean, replace?: boolean}} [how]
 */
function go(change, { typing = false, replace = false } = {}) {
  const state = read(location.search), address = write({ ...state, page: 1, ...change });
  const shared = replace || address === write(state) || (history.state?.typing && "q" in change);
  history[shared ? "replaceState" : "pushState"]({ typing }, "", location.pathname + address);
  return run({ typing });
}

/** Whatever still waits for words that were typed before is forgotten. @param {string} q */
function search(q) {
  offered++;
  field.value = q;
  typing.forget();
  box.close();
  go({ q });
}

/** @param {string} typed */
async function offer(typed) {
  const mine = ++offered;
  const groups = await suggestions(typed, { search, visit: (address) => location.assign(address) });
  if (mine === offered && field.value.trim() === typed) box.show(groups);
}

const box = new Combobox(field);
const typing = searchAsTyped(field, {
  search: async (q) => { await Promise.all([go({ q }, { typing: true }), offer(q)]); },
  supersede: () => { turn++; offered++; },
});

/** A click on a link to another search, unless it is to be opened elsewhere. @param {MouseEvent} event */
function follow(event) {
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a.search"));
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const state = read(link.search);
  const turned = state.page !== read(location.search).page;
  field.value = state.q;
  go(state);
  if (turned) part("results").scrollIntoView();
  status.focus({ preventScroll: true });
}

/** @param {MouseEvent} event */
async function save(event) {
  const { format } = /** @type {HTMLElement} */ (event.target).dataset;
  if (!format) return;
  await download(/** @type {import("./downloads.js").Format} */ (format), read(location.search)).catch(fail);
}

/** `/` goes to the field, as in many archives; where something else takes text, it is a character. @param {KeyboardEvent} event */
function slash(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || target.closest("input, textarea, select")) return;
  event.preventDefault();
  field.focus();
  field.select();
}

function again() {
  if (document.activeElement === retry) status.focus();
  run();
}

export function start() {
  form.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    search(field.value.trim());
  });
  sort.addEventListener("change", () => go({ sort: sort.value }));
  retry.addEventListener("click", again);
  part("downloads").addEventListener("click", save);
  document.addEventListener("click", follow);
  document.addEventListener("keydown", slash);
  addEventListener("online", () => { if (!retry.hidden) again(); });
  addEventListener("popstate", () => {
    offered++;
    typing.forget();
    box.close();
    field.value = read(location.search).q;
    run();
  });
  const wide = matchMedia("(min-width: 62rem)");
  const unfold = () => { part("narrow").open = wide.matches; };
  wide.addEventListener("change", unfold);
  unfold();
  run();
}
