// The search page: from the address to a query, from the query to a list. The engine itself is search/search.js.
// A classic script, since a module does not even start when the page is opened from disk.
"use strict";
(() => {
  const ROOT = new URL("../", document.currentScript.src);
  const PAGE = 20;
  /** No more hits are listed, whatever an address asks for: each costs the page of its article. */
  const MOST_HITS = 200;
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
      limit: Math.min(Math.max(PAGE, Number.parseInt(given.get("n") ?? "", 10) || 0), MOST_HITS),
    };
  };

  const addressOf = (state) => {
    const parts = new URLSearchParams();
    for (const [name, value] of [["q", state.q], ["from", state.from], ["to", state.to]]) if (value) parts.set(name, value);
    for (const name of ["topic", "county"]) for (const value of state[name]) parts.append(name, value);
    if (state.sort !== "relevance") parts.set("sort", state.sort);
    if (state.limit > PAGE) parts.set("n", state.limit);
    return location.pathname + (String(parts) && `?${parts}`);
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
  let attempts = 0;
  /** The index, opened once; after a failure the next call tries again, by a new name: browsers remember what failed. */
  const index = () => {
    opening ??= import(new URL(`search/search.js#${++attempts}`, ROOT))
      .then(({ open }) => open(new URL("search/", ROOT)))
      .catch((error) => { opening = null; throw error; });
    return opening;
  };

  let turn = 0;
  /** Address, without the number of hits, of the search whose hits are on the page. */
  let listed = null;
  /** Search and show. Only the newest call shows what it found; hits that are there already are not searched again. */
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
      const search = addressOf({ ...state, limit: PAGE });
      const continues = search === listed && !more.hidden && hits.children.length < state.limit;
      const offset = continues ? hits.children.length : 0;
      const found = await (await index()).search(state.q, { limit: state.limit - offset, offset, sort: state.sort, filters });
      if (mine !== turn) return;
      listed = found.total ? search : null;
      show(state, found, offset);
    } catch (error) {
      if (mine === turn) fail(error);
    } finally {
      clearTimeout(patience);
    }
  }

  function show(state, found, offset) {
    const added = found.hits.map((hit) => hitOf(hit, state.q));
    if (!offset) hits.replaceChildren();
    hits.append(...(found.total ? added : hints(state)));
    const shown = offset + added.length;
    const part = offset || shown < found.total;
    status.textContent = !found.total ? say("none", { query: state.q })
      : part ? say("listed", { count: found.total, shown }) : counted("found", found.total);
    if (document.activeElement === more) (added[0]?.querySelector("a") ?? status).focus();
    more.hidden = shown >= Math.min(found.total, MOST_HITS);
    showFacets(state, found.facets);
  }

  const isLimited = ({ topic, county, from, to }) => Boolean(topic.length || county.length || from || to);

  /** What may help where nothing was found. */
  function hints(state) {
    const notes = [[texts[isLimited(state) ? "none_limited" : "none_hint"]]];
    const q = withPlainSigns(state.q);
    if (q !== state.q) notes.push([texts.none_signs, make("a", { href: addressOf({ ...state, q, limit: PAGE }) }, q)]);
    return notes.map((note) => make("li", { className: "note" }, ...note));
  }

  /** The query with the signs of search (`"…"`, `-`) where an input method wrote those of Chinese text. */
  const withPlainSigns = (query) => query
    .replace(/(^|\s)[－−﹣](?=\S)/g, "$1-")
    .replace(/(^|\s)(-?)[“”„‟＂]/g, '$1$2"')
    .replace(/[“”„‟＂](?=\s|$)/g, '"');

  function fail(error) {
    console.error(error);
    listed = null;
    status.textContent = texts.failed;
    retry.hidden = false;
    if ([hits, facets, more, status].some((part) => part.contains(document.activeElement))) retry.focus();
    hits.replaceChildren();
    facets.replaceChildren();
    more.hidden = true;
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
    const year = chosenYear(state), month = chosenMonth(state);
    const within = year[0] ?? month[0]?.slice(0, 4) ?? "";
    const months = Object.entries(found.month).filter(([value]) => value.startsWith(within));
    const groups = [
      facet("topic", state.topic, found.topic, (id) => ({ topic: flip(state.topic, id) })),
      facet("county", state.county, found.county, (id) => ({ county: flip(state.county, id) })),
      (state.from || state.to) && !within ? group("date", [limit("date", [rangeName(state)], true, { from: "", to: "" })]) : null,
      facet("year", year, found.year, (value) => range(state, `${value}-01`, `${value}-12`)),
      facet("month", month, Object.fromEntries(months), (value) => range(state, value, value)),
    ];
    const clear = isLimited(state) ? [limit("clear", [texts.clear], null, { topic: [], county: [], from: "", to: "" })] : [];
    const focused = facets.contains(document.activeElement) ? document.activeElement.dataset.limit : null;
    facets.replaceChildren(...clear, ...groups.filter(Boolean));
    if (focused) (facets.querySelector(`[data-limit="${CSS.escape(focused)}"]`) ?? status).focus();
  }

  function facet(name, chosen, counts, change) {
    const values = [...new Set([...chosen, ...Object.keys(counts)])];
    if (!values.length || (name === "month" && values.length > MOST_MONTHS)) return null;
    const dated = name === "year" || name === "month";
    const order = dated ? (a, b) => (a < b ? 1 : -1) : (a, b) => (counts[b] ?? 0) - (counts[a] ?? 0);
    const offered = values.sort(order).filter((id, place) => place < (dated ? MOST_MONTHS : MOST_VALUES) || chosen.includes(id));
    return group(name, offered.map((id) => {
      const label = dated ? spoken(id) : titles[name].get(id) ?? id;
      return limit(`${name} ${id}`, [label, " ", make("b", {}, String(counts[id] ?? 0))], chosen.includes(id), change(id));
    }));
  }

  const group = (name, buttons) => make(
    "fieldset", {}, make("legend", {}, texts[name]),
    make("ul", { className: "counts" }, ...buttons.map((button) => make("li", {}, button))),
  );

  /** A button that changes the limits of the search. By `key` the focus finds it again among the new ones. */
  function limit(key, content, pressed, change) {
    const button = make("button", { type: "button" }, ...content);
    button.dataset.limit = key;
    if (pressed !== null) button.setAttribute("aria-pressed", String(pressed));
    button.addEventListener("click", () => go(change));
    return button;
  }

  const flip = (list, value) => (list.includes(value) ? list.filter((one) => one !== value) : [...list, value]);
  const range = (state, from, to) => (state.from === from && state.to === to ? { from: "", to: "" } : { from, to });
  const rangeName = ({ from, to }) => say(from && to ? "range" : from ? "since" : "until", { from: spoken(from), to: spoken(to) });
  const chosenYear = ({ from, to }) => (/^\d{4}-01$/.test(from) && to === `${from.slice(0, 4)}-12` ? [from.slice(0, 4)] : []);
  const chosenMonth = ({ from, to }) => (/^\d{4}-\d{2}$/.test(from) && from === to ? [from] : []);

  /**
   * Move to a changed search; every one is an entry of the history. Only words still being typed share one, which becomes
   * that of the search when they are submitted.
   */
  function go(change, { typing = false } = {}) {
    const address = addressOf({ ...read(), limit: PAGE, ...change });
    const same = address === addressOf(read());
    if (same && typing) return;
    const replace = same || (history.state?.typing && "q" in change);
    history[replace ? "replaceState" : "pushState"]({ typing }, "", address);
    run();
  }

  field.value = read().q;
  // From disk no script may read the index; site.js shows the note that says so.
  if (location.protocol === "file:") return;

  // An input method sends unfinished syllables: nothing is searched until the characters stand.
  let pause = 0;
  const typed = () => {
    clearTimeout(pause);
    pause = setTimeout(() => go({ q: field.value.trim() }, { typing: true }), PAUSE);
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
  more.addEventListener("click", () => {
    const state = read();
    history.replaceState(history.state, "", addressOf({ ...state, limit: state.limit + PAGE }));
    run();
  });
  retry.addEventListener("click", () => {
    status.focus();
    run();
  });
  addEventListener("popstate", () => {
    clearTimeout(pause);
    field.value = read().q;
    run();
  });
  run();
})();
