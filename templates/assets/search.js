// The search page: from the address to a query, from the query to a list. The engine itself is search/search.js.
import { open } from "../search/search.js";

const ROOT = new URL("../", import.meta.url);
const PAGE = 20;
/** Milliseconds after the last key until a search starts by itself. */
const PAUSE = 250;
/** Months are offered once the hits lie in so few of them. */
const MOST_MONTHS = 24;
const MOST_VALUES = 15;

const names = JSON.parse(document.getElementById("names").textContent);
const texts = Object.fromEntries(names.texts);
const titles = { topic: new Map(names.topics), county: new Map(names.counties) };
const form = document.getElementById("search");
const field = form.elements.q;
const [results, status, hits, facets, more, retry, sort, browse] =
  ["results", "status", "hits", "facets", "more", "retry", "sort", "browse"].map((id) => document.getElementById(id));
const pageTitle = document.title;

/** A search in the form of its address: every view can be shared, bookmarked and walked back to. */
const read = () => {
  const given = new URLSearchParams(location.search);
  return {
    q: (given.get("q") ?? "").trim(),
    sort: ["newest", "oldest"].includes(given.get("sort")) ? given.get("sort") : "relevance",
    topic: given.getAll("topic"),
    county: given.getAll("county"),
    from: given.get("from") ?? "",
    to: given.get("to") ?? "",
    limit: Math.max(PAGE, Number.parseInt(given.get("n") ?? "", 10) || 0),
  };
};

const addressOf = (state) => {
  const parts = new URLSearchParams();
  for (const [name, value] of [["q", state.q], ["from", state.from], ["to", state.to]]) if (value) parts.set(name, value);
  for (const name of ["topic", "county"]) for (const value of state[name]) parts.append(name, value);
  if (state.sort !== "relevance") parts.set("sort", state.sort);
  if (state.limit > PAGE) parts.set("n", state.limit);
  return `${location.pathname}?${parts}`;
};

const say = (key, values = {}) => texts[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
const counted = (key, count) => say(count === 1 && `${key}_one` in texts ? `${key}_one` : key, { count });

/** An element with its content; text never becomes markup. */
const make = (name, properties = {}, ...content) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...content);
  return element;
};

let opening = null;
/** The index, opened once; after a failure the next call tries again. */
const index = () => {
  opening ??= open(new URL("search/", ROOT)).catch((error) => { opening = null; throw error; });
  return opening;
};

let turn = 0;
/** Search and show. Only the newest call shows what it found. */
async function run() {
  const mine = ++turn;
  const state = read();
  if (document.activeElement !== field) field.value = state.q;
  sort.value = state.sort;
  results.hidden = !state.q;
  browse.hidden = Boolean(state.q);
  document.title = state.q ? `${state.q} · ${pageTitle}` : pageTitle;
  if (!state.q) return;
  retry.hidden = true;
  const patience = setTimeout(() => { status.textContent = texts.searching; }, 300);
  try {
    const filters = Object.fromEntries(
      ["topic", "county", "from", "to"].map((name) => [name, state[name]]).filter(([, value]) => value.length),
    );
    const found = await (await index()).search(state.q, { limit: state.limit, offset: 0, sort: state.sort, snippets: true, filters });
    if (mine === turn) show(state, found);
  } catch (error) {
    if (mine === turn) fail(error);
  } finally {
    clearTimeout(patience);
  }
}

function show(state, found) {
  status.textContent = found.total ? counted("found", found.total) : say("none", { query: state.q });
  hits.replaceChildren(...found.hits.map((hit) => hitOf(hit, state.q)));
  if (!found.total) hits.replaceChildren(make("li", { className: "note" }, texts.none_hint));
  more.hidden = found.hits.length >= found.total;
  showFacets(state, found.facets);
}

function fail(error) {
  console.error(error);
  status.textContent = texts.failed;
  hits.replaceChildren();
  facets.replaceChildren();
  more.hidden = true;
  retry.hidden = false;
}

function hitOf(hit, query) {
  const target = new URL(hit.url, ROOT);
  target.searchParams.set("q", query);
  const about = [spoken(hit.date), ...hit.topics.map((id) => titles.topic.get(id)), ...hit.counties.map((id) => titles.county.get(id))];
  const snippet = (hit.snippet ?? []).map(({ text, match }) => (match ? make("mark", {}, text) : text));
  return make(
    "li", {},
    make("h2", {}, make("a", { href: target.href }, hit.title)),
    ...(snippet.length ? [make("p", { lang: "zh-Hans" }, ...snippet)] : []),
    make("p", { className: "about" }, about.filter(Boolean).join("　")),
  );
}

/** An EDTF date in words: `2025-12~` → 约2025年12月. */
function spoken(date) {
  const [, year, month, day, qualifier] = /^(\d+)(?:-(\d+))?(?:-(\d+))?([?~%]?)$/.exec(date) ?? [];
  if (!year) return date;
  const key = day ? "day_name" : month ? "month_name" : "year_name";
  const plain = say(key, { year, month: Number(month), day: Number(day) });
  return qualifier ? say("about", { date: plain }) : plain;
}

/** What the hits could be narrowed to, most first; what is chosen stays, so that it can be taken off. */
function showFacets(state, found) {
  const groups = [
    ["topic", state.topic, titles.topic, (id) => ({ topic: flip(state.topic, id) })],
    ["county", state.county, titles.county, (id) => ({ county: flip(state.county, id) })],
    ["year", chosenYear(state), new Map(), (year) => range(state, `${year}-01`, `${year}-12`)],
    ["month", chosenMonth(state), new Map(), (month) => range(state, month, month)],
  ];
  const sets = groups.map(([name, chosen, labels, change]) => facet(name, chosen, labels, found[name] ?? {}, change));
  const limited = state.topic.length || state.county.length || state.from || state.to;
  const clear = make("button", { type: "button" }, texts.clear);
  clear.addEventListener("click", () => go({ topic: [], county: [], from: "", to: "" }));
  facets.replaceChildren(...(limited ? [clear] : []), ...sets.filter(Boolean));
}

function facet(name, chosen, labels, counts, change) {
  const dated = name === "year" || name === "month";
  const values = [...new Set([...chosen, ...Object.keys(counts)])];
  if (!values.length || (name === "month" && values.length > MOST_MONTHS)) return null;
  const order = dated ? (a, b) => (a < b ? 1 : -1) : (a, b) => (counts[b] ?? 0) - (counts[a] ?? 0);
  const label = (id) => {
    if (!dated) return labels.get(id) ?? id;
    const [year, month] = id.split("-");
    return say(`${name}_name`, { year, month: Number(month) });
  };
  const buttons = values.sort(order).slice(0, dated ? MOST_MONTHS : MOST_VALUES).map((id) => {
    const button = make("button", { type: "button" }, label(id), " ", make("b", {}, String(counts[id] ?? 0)));
    button.setAttribute("aria-pressed", String(chosen.includes(id)));
    button.addEventListener("click", () => go(change(id)));
    return make("li", {}, button);
  });
  return make("fieldset", {}, make("legend", {}, texts[name]), make("ul", { className: "counts" }, ...buttons));
}

const flip = (list, value) => (list.includes(value) ? list.filter((one) => one !== value) : [...list, value]);
const range = (state, from, to) => (state.from === from && state.to === to ? { from: "", to: "" } : { from, to });
const chosenYear = ({ from, to }) => (/^\d{4}-01$/.test(from) && to === `${from.slice(0, 4)}-12` ? [from.slice(0, 4)] : []);
const chosenMonth = ({ from, to }) => (/^\d{4}-\d{2}$/.test(from) && from === to ? [from] : []);

/** Move to a changed search; `replace` where the step is too small to be walked back to. */
function go(change, { replace = false } = {}) {
  const address = addressOf({ ...read(), limit: PAGE, ...change });
  if (address === location.pathname + location.search) return;
  history[replace ? "replaceState" : "pushState"](null, "", address);
  run();
}

// An input method sends unfinished syllables: nothing is searched until the characters stand.
let pause = 0;
const typed = () => {
  clearTimeout(pause);
  pause = setTimeout(() => go({ q: field.value.trim() }, { replace: true }), PAUSE);
};
field.addEventListener("input", (event) => { if (!event.isComposing) typed(); });
field.addEventListener("compositionstart", () => clearTimeout(pause));
field.addEventListener("compositionend", typed);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  go({ q: field.value.trim() });
});
sort.addEventListener("change", () => go({ sort: sort.value }));
more.addEventListener("click", () => go({ limit: read().limit + PAGE }, { replace: true }));
retry.addEventListener("click", run);
addEventListener("popstate", () => { field.value = read().q; run(); });
field.value = read().q;
run();
