// @ts-check
/** The list of hits. Texts of articles are untrusted; nothing here becomes markup. */

import { make, marked } from "./elements.js";
import { searchLink } from "./pages.js";
import { nameOf, spoken } from "./words.js";

/** Where the article is read with the matches marked. @param {string} url @param {string} query */
export function articleAddress(url, query) {
  const target = new URL(url);
  if (query) target.searchParams.set("q", query);
  return target.href;
}

/**
 * @typedef {{state: import("./state.js").State, query: string, newspapers: boolean,
 *   pieces: (text: string) => {text: string, match: boolean}[]}} Setting
 *   `query` goes with the reader to the article; `newspapers`: more than one, so that each hit names its own.
 * @param {any} hit @param {Setting} setting
 */
export function hitItem(hit, { state, query, newspapers, pieces }) {
  const kind = hit.kind === "news" ? [] : [make("span", { className: "tag" }, nameOf("kind", hit.kind)), " "];
  const facts = [
    spoken(hit.date),
    newspapers ? hit.newspaper : "",
    ...hit.topics.map((/** @type {string} */ id) => nameOf("topic", id)),
    ...hit.counties.map((/** @type {string} */ id) => nameOf("county", id)),
  ];
  const reporters = hit.people.flatMap((/** @type {string} */ name) =>
    ["　", searchLink({ ...state, reporter: [name], page: 1 }, name, { lang: "zh-Hans" })]);
  return make(
    "li", {},
    make("h2", { lang: "zh-Hans" }, make("a", { href: articleAddress(hit.url, query) }, ...marked(pieces(hit.title)))),
    make("p", { className: "snippet", lang: "zh-Hans" }, ...marked(hit.snippet)),
    make("p", { className: "about" }, ...kind, facts.filter(Boolean).join("　"), ...reporters),
  );
}

/**
 * Put late snippets in the places kept for them; where the article's page could not be had, the place goes.
 * @param {HTMLElement} list @param {any[]} hits
 */
export function showSnippets(list, hits) {
  hits.forEach(({ snippet }, nth) => {
    const place = list.children[nth]?.querySelector(".snippet");
    if (!snippet.length) place?.remove();
    else if (!place?.firstChild) place?.append(...marked(snippet));
  });
}
