// @ts-check
/** Snippets, cut from the pages of the articles: their text is stored once. Loaded with the first hit that shows one. */

import { matched, pieces } from "./marks.js";

const WINDOW = 100; // Characters of a snippet; more where a match would be cut.
const LEAD = 24; // Of them before the first match.

// What the paper prints stands in the header of the article and in its text; a paragraph has no end tag. What the site
// adds to the header is marked. Selector and patterns say the same, the latter where there is no parser.
const BLOCKS = "article > header > :is(h1, h2, p):not(.made, .note), article > .text > *";
const PARTS = [/<header\b[^>]*>([\s\S]*?)<\/header>/i, /<div class="?text\b[^>]*>([\s\S]*?)<\/div>/i];
const NAVIGATION = /<nav\b[\s\S]*?<\/nav>/gi;
const BLOCK = /<(h[12]|p)\b([^>]*)>([\s\S]*?)(?=<\/?(?:h[12]|p|div|nav)\b|$)/gi;
const ADDED = /\bclass="?(?:made|note)\b/;

/** Texts of the blocks of an article's page, the headline last. @param {string} html */
function blocksOf(html) {
  if (globalThis.DOMParser) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const blocks = [...page.querySelectorAll(BLOCKS)];
    const isHeadline = (/** @type {Element} */ block) => block.localName === "h1";
    return [...blocks.filter((block) => !isHeadline(block)), ...blocks.filter(isHeadline)].map((block) => block.textContent ?? "");
  }
  const main = html.slice(Math.max(html.search(/<main\b/i), 0));
  const printed = PARTS.flatMap((part) => main.match(part)?.[1].replace(NAVIGATION, "") ?? []).join("");
  const found = [...printed.matchAll(BLOCK)].filter(([, , attributes]) => !ADDED.test(attributes));
  return [...found.filter(([, tag]) => tag !== "h1"), ...found.filter(([, tag]) => tag === "h1")].map(([, , , inner]) => plain(inner));
}

const ENTITIES = new Map([["lt", "<"], ["gt", ">"], ["quot", '"'], ["apos", "'"], ["amp", "&"], ["nbsp", "\xa0"]]);

/** @param {string} html */
const plain = (html) =>
  html.replace(/<[^>]*>/g, "").replace(/&(?:#x([\da-f]+)|#(\d+)|(lt|gt|quot|apos|amp|nbsp));/gi, (_, hex, decimal, name) =>
    name ? ENTITIES.get(name.toLowerCase()) ?? "" : String.fromCodePoint(hex ? parseInt(hex, 16) : +decimal));

/**
 * Whether a cut before this character would go through a match: a term is on both sides of it.
 * @param {Set<number>[]} found @param {number} at @param {string[]} terms
 */
const isWithin = (found, at, terms) => [...found[at]].some((term) => terms[term].length > 1 && found[at - 1].has(term));

/**
 * The block of an article's page that shows most terms, around its first match.
 * @param {string} html @param {string[]} terms  Folded. @param {(text: string) => string} fold @returns {import("./search.js").Piece[]}
 */
export function snippet(html, terms, fold) {
  let best, most = -1;
  for (const block of blocksOf(html)) {
    const found = matched(block, terms, fold), shown = new Set(found.terms.flatMap((each) => [...each])).size;
    if (shown > most) [best, most] = [found, shown];
  }
  if (!best) return [];
  const first = best.terms.findIndex((each) => each.size);
  const start = best.chars.length <= WINDOW ? 0 : Math.max(Math.min(first - LEAD, best.chars.length - WINDOW), 0);
  let end = start + WINDOW;
  while (end < best.chars.length && isWithin(best.terms, end, terms)) end++;
  const cut = pieces({ chars: best.chars.slice(start, end), terms: best.terms.slice(start, end) });
  if (start) cut.unshift({ text: "……", match: false });
  if (end < best.chars.length) cut.push({ text: "……", match: false });
  return cut;
}
