// @ts-check
/**
 * Where folded terms stand in a text as it is written. `fold` is that of the engine: it is given, not imported, since some
 * browsers never load again under its name what failed once, and the engine may have been loaded under another.
 *
 * @typedef {import("./search.js").Piece} Piece
 * @typedef {(text: string) => string} Fold
 */


/**
 * A text cut where matches of folded terms begin and end, to be marked by the page.
 * @param {string} text @param {string[]} terms @param {Fold} fold @returns {Piece[]}
 */
export function mark(text, terms, fold) {
  return pieces(matched(text, terms, fold));
}

/**
 * The characters of a text (with their marks), and which terms each is part of a match of.
 * @param {string} text @param {string[]} terms @param {Fold} fold @returns {{chars: string[], terms: Set<number>[]}}
 */
export function matched(text, terms, fold) {
  const chars = text.match(/[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/gu) ?? [];
  const folded = chars.map((char) => fold(char)), all = folded.join("");
  const marks = chars.map(() => /** @type {Set<number>} */ (new Set()));
  const owner = folded.flatMap((part, i) => Array(part.length).fill(i));
  terms.forEach((term, number) => {
    for (let at = all.indexOf(term); at >= 0; at = all.indexOf(term, at + 1)) {
      for (let i = owner[at]; i <= owner[at + term.length - 1]; i++) marks[i].add(number);
    }
  });
  return { chars, terms: marks };
}

/** @param {{chars: string[], terms: Set<number>[]}} matched @returns {Piece[]} */
export function pieces({ chars, terms }) {
  /** @type {Piece[]} */ const done = [];
  chars.forEach((char, i) => {
    const match = terms[i].size > 0, last = done.at(-1);
    if (last && last.match === match) last.text += char;
    else done.push({ text: char, match });
  });
  return done;
}
