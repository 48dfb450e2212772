// @ts-check
/** What a reader may be about to type: words, places, people and topics of the archive, and headlines that hold the words. */

import { engine, suggest } from "./engine.js";
import { articleAddress } from "./hits.js";
import { say, spoken } from "./words.js";

/** @typedef {{search: (query: string) => void, visit: (address: string) => void}} Actions */

const MOST = 8;
const MOST_HEADLINES = 3;

/** Kinds in the order of the list; those that have a page of their own lead there, the others complete what is typed. */
const KINDS = ["word", "place", "person", "topic", "reporter"];
const PAGES = new Set(["topic", "reporter"]);

/** @param {string} typed @param {Actions} actions @returns {Promise<import("./combobox.js").Group[]>} */
export async function suggestions(typed, { search, visit }) {
  if (!typed.trim()) return [];
  const completed = suggest(typed, MOST).then((names) => Promise.all(names.map(counted)));
  const [names, titles] = await Promise.all([completed, headlines(typed)]);
  const groups = KINDS.map((kind) => ({
    name: say(`suggest_${kind}`),
    options: names.filter((name) => name.kind === kind).map(({ text, query, count, url, from, of }) => ({
      text: from ? say("renamed", { from, text }) : of ? say("alias", { text, of }) : text,
      note: say("articles", { count }),
      act: () => (url && PAGES.has(kind) ? visit(url) : search(query ?? text)),
    })),
  }));
  groups.push({
    name: say("suggest_title"),
    options: titles.map(({ title, date, url }) => ({ text: title, note: spoken(date), act: () => visit(url) })),
  });
  return groups.filter(({ options }) => options.length);
}

/**
 * Another name of a place with the articles that hold it; where none does, the name that the place is mostly called by.
 * @param {any} name
 */
async function counted(name) {
  if (!name.of) return name;
  const { index } = await engine();
  const count = await index.count(name.text).catch(() => 0);
  if (count) return { ...name, count };
  return { ...name, text: name.of, query: name.query.slice(0, -name.text.length) + name.of, of: undefined };
}

/** Articles whose headline holds what is typed. @param {string} typed @returns {Promise<any[]>} */
async function headlines(typed) {
  try {
    const { index, mark } = await engine();
    const { hits, terms } = await index.search(typed, { limit: MOST_HEADLINES, snippets: false });
    const holds = (/** @type {any} */ hit) => mark(hit.title, terms).some((/** @type {{match: boolean}} */ { match }) => match);
    return hits.filter(holds).map((/** @type {any} */ hit) => ({ ...hit, url: articleAddress(hit.url, typed.trim()) }));
  } catch {
    return []; // The search itself tells what went wrong.
  }
}
