// Runs in the head, before anything is painted, so that a remembered theme does not flash. The site works without it.
"use strict";
(() => {
  const root = document.documentElement;
  const words = document.currentScript.dataset;
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

  function addTools() {
    const nav = document.querySelector(".sections");
    if (!nav) return;
    const tools = document.createElement("span");
    tools.className = "tools";
    tools.append(toggle("theme", "dark", "light", isDark), toggle("size", "large", "normal", isLarge));
    nav.append(tools);
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

  /** The words of a query as search reads it: terms without what is excluded, quotation marks off. */
  function termsOf(query) {
    const terms = query.match(/-?"[^"]*"|\S+/g) ?? [];
    return terms.filter((term) => !term.startsWith("-")).map((term) => fold(term.replaceAll('"', "")).text).filter(Boolean);
  }

  /** Text as search compares it (NFKC, lower case, straight quotes, no white space), with the offset of each character. */
  function fold(text) {
    let folded = "";
    const offsets = [];
    let offset = 0;
    for (const character of text) {
      const plain = character.normalize("NFKC").toLowerCase().replace(/[“”„‟]/g, '"').replace(/[‘’‚‛]/g, "'").replace(/\s/g, "");
      for (const _ of plain) offsets.push(offset);
      if (plain.length > [...plain].length) offsets.push(offset);
      folded += plain;
      offset += character.length;
    }
    return { text: folded, offsets: [...offsets, text.length] };
  }

  /** Where a reader arrives from a search, what was searched for stands out. */
  function highlight(query) {
    if (!("highlights" in CSS)) return;
    const terms = termsOf(query);
    const ranges = [...document.querySelectorAll("[data-block]")].flatMap((block) => rangesIn(block, terms));
    if (ranges.length) CSS.highlights.set("query", new Highlight(...ranges));
  }

  function rangesIn(block, terms) {
    const { text, offsets } = fold(block.textContent);
    const ranges = [];
    for (const term of terms) {
      for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
        const range = document.createRange();
        range.setStart(...place(block, offsets[at]));
        range.setEnd(...place(block, offsets[at + term.length]));
        ranges.push(range);
      }
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

  document.addEventListener("DOMContentLoaded", () => {
    addTools();
    if (location.protocol === "file:") mendForDisk();
    const query = new URLSearchParams(location.search).get("q");
    if (query) highlight(query);
  });
})();
