// Runs in the head, before anything is painted, so that a remembered theme does not flash. The site works without it.
(() => {
  "use strict";
  const root = document.documentElement;
  // The build puts `jianbao` before this script: the words of the interface and where its files stand.
  const { words, archive, citing, icon, reporting } = jianbao;
  const [CITING, ICON, SEARCH] = [`../${citing}`, `../${icon}`, "../search/"].map((path) => new URL(path, document.currentScript.src));
  // The blocks of an article as they are printed.
  const BLOCKS = "article > header > :is(h1, h2, p):not(.made, .note), article > .text > *";
  // What only readers without a script need to be told is hidden from all others.
  root.dataset.script = "";
  const stored = {
    get: (name) => { try { return localStorage.getItem(`jianbao-${name}`); } catch { return null; } },
    set: (name, value) => { try { localStorage.setItem(`jianbao-${name}`, value); } catch { /* private window: not kept */ } },
  };
  for (const name of ["theme", "size"]) {
    const value = stored.get(name);
    if (value) root.dataset[name] = value;
  }

  const isDark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const isLarge = () => root.dataset.size === "large";

  /** A button that switches `name` between two values and remembers it. */
  function toggle(name, on, off, isOn) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words[name];
    const show = () => button.setAttribute("aria-pressed", String(isOn()));
    button.addEventListener("click", () => {
      const value = isOn() ? off : on;
      root.dataset[name] = value;
      stored.set(name, value);
      show();
    });
    show();
    return button;
  }

  /** Said in each page, it would cost ten thousand times what it costs here. */
  function addIcon() {
    if (!icon || document.querySelector("link[rel=icon]")) return;
    const link = document.createElement("link");
    link.rel = "icon";
    link.href = ICON;
    document.head.append(link);
  }

  /** Nothing is searched without a script, so the script makes the box, in place of a link to the search or in the banner. */
  function addSearch() {
    const link = document.querySelector("a.find"), banner = document.querySelector("body > header:not(.masthead, .alone)");
    if (!link && !banner) return;
    const form = document.createElement("form"), field = document.createElement("input"), button = document.createElement("button");
    form.className = "find";
    form.setAttribute("role", "search");
    form.setAttribute("action", link?.getAttribute("href") ?? `${banner.querySelector("a").getAttribute("href")}search/`);
    field.type = "search";
    field.name = "q";
    field.setAttribute("aria-label", words.find);
    button.textContent = words.search;
    form.append(field, button);
    if (link) link.replaceWith(form);
    else banner.append(form);
  }

  function addTools() {
    const nav = document.querySelector("body > header nav");
    if (!nav) return;
    const tools = document.createElement("span");
    tools.className = "tools";
    tools.append(toggle("theme", "dark", "light", isDark), toggle("size", "large", "normal", isLarge));
    nav.append(tools);
  }

  /** Beside the way to the digest: a report that names the article and its lines. Without a script the digest's page has one. */
  function addReport() {
    const lines = document.querySelector("main.reading aside a[href*='#L']");
    if (!reporting || !lines) return;
    // What is opened from disk, or seen in a preview, is reported under the address where others find it.
    const here = document.querySelector("link[rel=canonical]")?.href ?? location.origin + location.pathname;
    const title = words.report_title.replace("{what}", () => document.querySelector("h1").textContent.trim());
    const body = `${here}\n${new URL(lines.getAttribute("href"), here)} ${lines.textContent}\n`;
    const link = document.createElement("a");
    link.href = `${reporting}?${new URLSearchParams({ title, body })}`;
    link.textContent = words.report;
    lines.after(" ", link);
  }

  const FORMATS = [["gbt2025", "GB/T 7714—2025"], ["gbt2015", "GB/T 7714—2015"], ["bibtex", "BibTeX"], ["ris", "RIS"], ["csl", "CSL-JSON"]];

  const LISTED = ".index h3 a, .namings th a, .figures td a, .reading > section a, .reading > nav a";
  const SHORT_QUOTATION = /(“[^“”\s]{1,8}”|《[^《》\s]{1,8}》)/;

  /** Headlines of lists break between words, like those of articles; to cut them at build would lengthen every list. */
  function cutHeadlines() {
    if (!Intl.Segmenter) return;
    const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
    const cut = (text, nth) => (nth % 2 ? [{ segment: text }] : [...segmenter.segment(text)]);
    for (const link of document.querySelectorAll(LISTED)) {
      const parts = [];
      for (const { segment, isWordLike } of link.textContent.split(SHORT_QUOTATION).flatMap(cut)) {
        if (isWordLike && /\p{Script=Han}$/u.test(parts.at(-1) ?? "")) parts.push(document.createElement("wbr"));
        parts.push(segment);
      }
      link.replaceChildren(...parts);
      link.classList.add("cut");
    }
  }

  /** Below the printed citation: a button for each form in which it can be had. */
  function addCopying() {
    const place = document.querySelector(".cite");
    if (!place) return;
    const row = document.createElement("dd"), told = document.createElement("span");
    row.className = "copy";
    row.append(words.copy);
    told.setAttribute("role", "status");
    for (const [format, name] of FORMATS) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.setAttribute("aria-label", `${words.copy} ${name}`);
      button.addEventListener("click", async () => {
        try {
          const { cite } = await import(CITING);
          told.textContent = await cite(format, place, archive) ? words.copied : words.copy_by_hand;
        } catch (error) {
          told.textContent = words.copy_failed;
          console.info(error);
        }
      });
      row.append(button);
    }
    row.append(told);
    place.after(row);
  }

  /** Paths of articles end so. */
  const ARTICLE = /\/articles\/[^/]+\/(index\.html)?$/;
  const isArticle = (link) => link.origin === location.origin && ARTICLE.test(link.pathname);

  /** Who follows a list to an article can go on along the list: issues have such a way in their pages already. */
  function rememberWay({ target }) {
    const main = document.querySelector("main:not(.reading, .front):not(:has(.sheet-of-issue))"), link = target.closest?.("main a[href]");
    if (!main || !link || !isArticle(link)) return;
    const stops = new Map([...main.querySelectorAll("a[href]")].filter(isArticle).map((stop) => [stop.pathname, stop.textContent.trim()]));
    const asked = new URLSearchParams(location.search).get("q")?.trim();
    const name = asked || (main.classList.contains("finding") ? words.found : document.querySelector("h1").textContent.trim());
    try { sessionStorage.setItem("jianbao-way", JSON.stringify({ name, stops: [...stops] })); } catch { /* not kept */ }
  }

  /** The articles before and after this one on the list that the reader comes from. */
  function showWay() {
    const main = document.querySelector("main.reading");
    let way;
    try { way = JSON.parse(sessionStorage.getItem("jianbao-way")); } catch { /* none is kept */ }
    const here = way?.stops.findIndex(([path]) => path === location.pathname) ?? -1;
    if (!main || here < 0 || way.stops.length < 2) return;
    const nav = document.createElement("nav"), name = words.way.replace("{name}", way.name);
    nav.className = "way";
    nav.setAttribute("aria-label", name);
    const heading = document.createElement("p");
    heading.textContent = name;
    nav.append(heading);
    for (const [rel, stop] of [["prev", way.stops[here - 1]], ["next", way.stops[here + 1]]]) {
      if (!stop) continue;
      const link = document.createElement("a");
      [link.rel, link.href, link.textContent] = [rel, ...stop];
      nav.append(link);
    }
    main.append(nav);
  }

  /** From disk no server turns `topics/` into `topics/index.html`, and no script may read the search index. */
  function mendForDisk() {
    const folder = /^(?![a-z][a-z0-9+.-]*:)([^?#]*\/)(?=$|[?#])/i;
    for (const name of ["href", "action"]) {
      for (const element of document.querySelectorAll(`a[${name}], form[${name}]`)) {
        element.setAttribute(name, element.getAttribute(name).replace(folder, "$1index.html"));
      }
    }
    document.getElementById("needs-server")?.removeAttribute("hidden");
  }

  /**
   * Where a reader arrives from a search, what was searched for stands out, and the first of it is brought into view. The
   * engine says what matches, so that the article shows what the list of hits promised.
   */
  async function highlight(query) {
    if (!("highlights" in CSS)) return;
    const [{ parse, fold }, { mark }] = await Promise.all(["search.js", "marks.js"].map((file) => import(new URL(file, SEARCH))));
    const { terms } = parse(query);
    const ranges = [...document.querySelectorAll(BLOCKS)].flatMap((block) => rangesIn(block, mark(block.textContent, terms, fold)));
    if (!ranges.length) return;
    CSS.highlights.set("query", new Highlight(...ranges));
    // A reader who comes back, or who was sent to a place, is left where the browser puts him.
    const [{ type } = {}] = performance.getEntriesByType("navigation");
    if (type === "navigate" && !location.hash && !scrollY) reveal(ranges[0]);
  }

  function rangesIn(block, pieces) {
    const ranges = [];
    let offset = 0;
    for (const { text, match } of pieces) {
      const end = offset + text.length;
      if (match) {
        const range = document.createRange();
        range.setStart(...place(block, offset));
        range.setEnd(...place(block, end));
        ranges.push(range);
      }
      offset = end;
    }
    return ranges;
  }

  /** The text node and the offset in it of a character of the block. */
  function place(block, offset) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (offset > node.length) {
      offset -= node.length;
      node = walker.nextNode();
    }
    return [node, offset];
  }

  /** Bring into the middle of the window what is outside of it. */
  function reveal(range) {
    const { top, bottom } = range.getBoundingClientRect();
    if (top >= 0 && bottom <= innerHeight) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: (top + bottom - innerHeight) / 2, behavior: calm ? "instant" : "smooth" });
  }

  document.addEventListener("DOMContentLoaded", () => {
    addIcon();
    addSearch();
    addTools();
    addReport();
    showWay();
    cutHeadlines();
    document.addEventListener("click", rememberWay);
    // From disk no script may read another.
    if (location.protocol !== "file:") addCopying();
    const query = new URLSearchParams(location.search).get("q") ?? "";
    // Words that are compared are no search.
    const fields = document.querySelector("main.trends") ? "main .find input" : ".find input";
    for (const field of document.querySelectorAll(fields)) field.value = query;
    if (location.protocol === "file:") mendForDisk();
    // Without the marks the article can be read as well.
    else if (query && document.querySelector("main.reading")) highlight(query).catch(console.info);
  });
})();
