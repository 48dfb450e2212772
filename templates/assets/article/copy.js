// @ts-check
/** The citation of an article in a form that the reader chooses, shown and put on the clipboard. */

import { bibtex, csl, gbt2015, gbt2025, ris } from "./citation.js";
import { recordOf } from "./record.js";

/** @type {Record<string, (of: import("./citation.js").Reference) => string>} */
const FORMATS = { gbt2025, gbt2015: (of) => gbt2015(of, today()), bibtex, ris, csl };

/** The reader's own day. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * Show the citation in place and copy it.
 * @param {string} format @param {HTMLElement} place @param {string} archive
 * @returns {Promise<boolean>} Whether it is on the clipboard; if not, it is selected.
 */
export async function cite(format, place, archive) {
  place.textContent = FORMATS[format](recordOf(document, archive));
  try {
    await navigator.clipboard.writeText(place.textContent);
    return true;
  } catch {
    // An unsafe origin has no clipboard, and a reader may forbid it.
    getSelection()?.selectAllChildren(place);
    return false;
  }
}
