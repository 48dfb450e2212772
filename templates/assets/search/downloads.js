// @ts-check
/** All hits as a file, made in the browser from what the index knows of them. */

import { answer, optionsOf } from "./answer.js";
import { make } from "./elements.js";
import { engine } from "./engine.js";
import * as formats from "./formats.js";
import { filtersOf, write } from "./state.js";
import { archive, nameOf } from "./words.js";

/** More hits than this are not put into a file: each eight cost a request. */
export const MOST = 1000;

const TYPES = { csv: "text/csv", ris: "application/x-research-info-systems", bib: "application/x-bibtex", json: "application/json" };

/** @typedef {keyof typeof TYPES} Format */

/** @param {Format} format @param {import("./state.js").State} state  @throws if the index cannot be read */
export async function download(format, state) {
  const { index } = await engine();
  const { query } = await answer(index, { ...state, page: 1 });
  const { hits, total } = await index.search(query, { ...optionsOf(state), offset: 0, limit: MOST, snippets: false });
  const address = new URL(location.pathname + write({ ...state, page: 1 }), location.origin).href;
  const search = { address, archive, query, filters: filtersOf(state), sort: state.sort, total };
  const rows = hits.map((/** @type {any} */ hit) => ({
    id: hit.id,
    date: hit.date,
    newspaper: hit.newspaper,
    kind: hit.kind,
    title: hit.title,
    reporters: hit.people,
    topics: hit.topics.map((/** @type {string} */ id) => nameOf("topic", id)),
    counties: hit.counties.map((/** @type {string} */ id) => nameOf("county", id)),
    url: hit.url,
  }));
  save(`${fileName(query)}.${format}`, formats[format](search, rows), TYPES[format]);
}

/** A name that every file system takes. @param {string} query */
const fileName = (query) => [archive, query.replace(/[\s\p{C}\\/:*?"<>|.]+/gu, " ").trim().slice(0, 40)].filter(Boolean).join(" ");

/** @param {string} name @param {string} text @param {string} type */
function save(name, text, type) {
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
