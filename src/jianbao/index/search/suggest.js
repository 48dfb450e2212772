// @ts-check
/**
 * What a reader may be about to type, and other ways to write what was typed. Loaded when somebody types.
 *
 *     import { open } from "./suggest.js";
 *     const helper = await open(new URL("search/", siteRoot), { fetch });
 *     const names = await helper.suggest("仁", { limit: 8 });
 *     const others = await helper.alternatives("renhuai jiangxiang");
 *
 * `names` and `Names` in the Python package write the data; `suggest` there is the same in Python.
 *
 * @typedef {"word"|"person"|"place"|"topic"|"reporter"} Kind
 * @typedef {{text: string, query: string, kind: Kind, count: number, url?: string, from?: string, of?: string}} Suggestion
 *   `text` completes the last term, `query` is all that was typed with it in place; `count` is in articles; `url` (absolute) is
 *   the site's page of it, where there is one; `from` the former name that was typed, if it was one. Another name or a landmark
 *   completes to itself: `of` is then what is counted, and has the page.
 * @typedef {{query: string, kind: "traditional"|"pinyin"|"former", from: string, to: string}} Alternative
 *   A whole query, and the part of it that was written anew. Every one finds something.
 * @typedef {{count: (query: string) => Promise<number>}} Counter  What `open` of search.js gives.
 */

import { Files, SPACE, fold, open as openIndex, readNumbers } from "./search.js";

const MOST = 3; // Alternatives offered.
const LARGE = 1e7; // More articles than any archive has.
const LONGEST = 40; // Letters of a word.
const HAN = /[\u3400-\u9fff\u{20000}-\u{3ffff}]/u;
const LAST = new RegExp(`[^${SPACE}"]*$`);
const RUN = new RegExp(`(?<![^${SPACE}])[A-Za-züÜ']+(?:[${SPACE}]+[A-Za-züÜ']+)*(?![^${SPACE}])`, "g"); // Terms that may be pinyin.
const GAP = new RegExp(`[${SPACE}']`);
const SPACES = new RegExp(`([${SPACE}]+)`);

/**
 * A name as it can be typed: its folded characters, and the pinyin of each (empty where there is none).
 * @typedef {{text: string, chars: string[], readings: string[], kind: Kind, count: number, path: string}} Name
 */

export class Helper {
  /** @param {any} data @param {Files} files @param {Counter | undefined} index @param {import("./search.js").Fetch} [fetch] */
  constructor(data, files, index, fetch) {
    this.files = files;
    this.fetch = fetch;
    /** @type {Promise<Counter> | undefined} */
    this.index = index && Promise.resolve(index);
    const readings = new Map(data.readings.split(" ").flatMap((/** @type {string} */ run) => {
      const [, syllable, chars] = /** @type {RegExpMatchArray} */ (run.match(/^([a-z]*)(.*)$/));
      return Array.from(chars, (char) => [char, syllable]);
    }));
    const counts = readNumbers(data.counts);
    const kinds = data.kinds.flatMap((/** @type {[Kind, number]} */ [kind, size]) => Array(size).fill(kind));
    /** @type {Name[]} */
    this.names = (data.names ? data.names.split("\n") : []).map((/** @type {string} */ text, /** @type {number} */ i) => {
      const chars = Array.from(fold(text)), odd = data.odd[i]?.split(" ");
      return { text, chars, readings: odd ?? chars.map((char) => readings.get(char) ?? ""), kind: kinds[i], count: counts[i], path: data.paths[i] ?? "" };
    });
    /** Names that are no longer in use, what they are today, and the number of what they name. @type {[string, string, number][]} */
    this.former = data.former;
    /** Other names, and the number of what they name. @type {[string, number][]} */
    this.aliases = data.aliases;
    /** Names by their pinyin, the most frequent first. @type {Map<string, Name[]>} */
    this.sounds = new Map();
    for (const name of this.names) {
      if (name.readings.length < 2 || name.readings.includes("")) continue;
      const sound = name.readings.join(""), same = this.sounds.get(sound) ?? [];
      if (!same.some(({ text }) => text === name.text)) this.sounds.set(sound, [...same, name]);
    }
    for (const same of this.sounds.values()) same.sort((a, b) => b.count - a.count);
  }

  /**
   * Names that begin as the last term does: in characters, in pinyin, or by the first letters of each syllable (`rhjx`).
   * @param {string} typed @param {{limit?: number}} [options] @returns {Promise<Suggestion[]>}
   */
  async suggest(typed, { limit = 8 } = {}) {
    const [term] = /** @type {RegExpMatchArray} */ (typed.match(LAST));
    const last = term.replace(/^-/, ""), before = typed.slice(0, typed.length - last.length);
    const wanted = fold(last).replaceAll("ü", "v");
    if (!wanted) return [];
    const found = this.beginning(wanted);
    if (!found.length && HAN.test(last)) found.push(...this.beginning((await this.variants()).simplify(wanted)));
    return found.slice(0, limit).map(({ name: { text, kind, count, path }, from, alias }) => ({
      text: alias || text, query: before + (alias || text), kind, count,
      ...path && { url: new URL(path, new URL("../", this.files.base)).href }, ...from && { from }, ...alias && { of: text },
    }));
  }

  /** Each with the former or other name that was meant, if it was one. @param {string} wanted @returns {{name: Name, from: string, alias: string}[]} */
  beginning(wanted) {
    /** @type {{name: Name, from: string, alias: string, step: number, place: number}[]} */ const found = [];
    this.names.forEach((name, place) => {
      const step = closeness(name, wanted);
      if (step < FAR) found.push({ name, from: "", alias: "", step, place });
    });
    const add = (/** @type {number} */ place, /** @type {string} */ from, /** @type {string} */ alias) => {
      const name = this.names[place];
      if (fold(from || alias).startsWith(wanted) && !found.some((each) => each.name === name)) found.push({ name, from, alias, step: 0, place });
    };
    for (const [from, , place] of this.former) add(place, from, "");
    for (const [alias, place] of this.aliases) add(place, "", alias);
    return found.sort((a, b) => a.step - b.step || b.name.count - a.name.count || a.place - b.place);
  }

  /**
   * The query in simplified characters, in characters where it is in pinyin, and with the names that places bear today.
   * @param {string} query @returns {Promise<Alternative[]>}
   */
  async alternatives(query) {
    /** @type {Alternative[]} */ const offered = [];
    const simple = HAN.test(query) ? (await this.variants()).simplify(query) : query;
    if (simple !== query) offered.push({ query: simple, kind: "traditional", ...difference(query, simple) });
    const today = this.renamed(simple);
    if (today !== simple) offered.push({ query: today, kind: "former", ...difference(query, today) });
    for (const written of this.written(query)) offered.push({ query: written, kind: "pinyin", ...difference(query, written) });
    if (!offered.length) return [];
    const index = await (this.index ??= openIndex(this.files.base, { fetch: this.fetch }));
    const counts = await Promise.all(offered.map((each) => index.count(each.query)));
    return offered.filter((_, i) => counts[i]).slice(0, MOST);
  }

  /** The query with the names that places bear today. @param {string} query */
  renamed(query) {
    return this.former.reduce((text, [from, today]) => text.replaceAll(from, today), query);
  }

  /** The query with its pinyin written in characters, the likeliest first. @param {string} query @returns {string[]} */
  written(query) {
    /** @type {(string | Name[])[]} */ const parts = [];
    let at = 0;
    for (const { 0: run, index = 0 } of query.matchAll(RUN)) {
      parts.push(query.slice(at, index), ...this.run(run));
      at = index + run.length;
    }
    parts.push(query.slice(at));
    const write = (/** @type {number} */ place, /** @type {number} */ nth) =>
      parts.map((part, i) => typeof part === "string" ? part : part[i === place ? nth : 0].text).join("");
    const others = parts.flatMap((part, place) => typeof part === "string" ? [] : part.slice(1, MOST).map((_, i) => write(place, i + 1)));
    return parts.some((part) => typeof part !== "string") ? [write(-1, 0), ...others] : [];
  }

  /** Words for some terms that may be pinyin: for all of them together, or each by itself. @param {string} run @returns {(string | Name[])[]} */
  run(run) {
    const spaced = (/** @type {Name[][]} */ words) => words.flatMap((same, i) => i ? [" ", same] : [same]);
    const words = this.words(run);
    if (words.length) return spaced(words);
    return run.split(SPACES).flatMap((term) => {
      const own = this.words(term);
      return own.length ? spaced(own) : [term];
    });
  }

  /**
   * Words that together sound like the letters: as few as can be, the most frequent of these; each with all that sound the same.
   * @param {string} run
   */
  words(run) {
    const gaps = new Set();
    let letters = "";
    for (const char of run.toLowerCase().replaceAll("ü", "v")) GAP.test(char) ? gaps.add(letters.length) : letters += char;
    /** @type {{cost: number, words: Name[][]}[]} */ const best = [{ cost: 0, words: [] }];
    for (let end = 1; end <= letters.length; end++) {
      for (let start = Math.max(0, end - LONGEST); start < end; start++) {
        if (!best[start]) continue;
        const same = (this.sounds.get(letters.slice(start, end)) ?? []).filter((name) => fits(name, start, end, gaps));
        if (!same.length) continue;
        const cost = best[start].cost + LARGE - same[0].count;
        if (!best[end] || cost < best[end].cost) best[end] = { cost, words: [...best[start].words, same] };
      }
    }
    return best[letters.length]?.words ?? [];
  }

  variants() {
    return this.files.load("traditional.bin", (data) => new Variants(JSON.parse(new TextDecoder().decode(data))));
  }
}

/** Simplified characters for traditional ones. */
class Variants {
  /** @param {{from: string, to: string, phrases: Record<string, string>}} data */
  constructor({ from, to, phrases }) {
    const simple = Array.from(to);
    this.table = new Map([...Array.from(from, (char, i) => /** @type {[string, string]} */ ([char, simple[i]])), ...Object.entries(phrases)]);
    this.longest = Math.max(1, ...Object.keys(phrases).map((phrase) => Array.from(phrase).length));
  }

  /** @param {string} text */
  simplify(text) {
    const chars = Array.from(text);
    let done = "";
    for (let at = 0; at < chars.length;) {
      let size = Math.min(this.longest, chars.length - at);
      while (size > 1 && !this.table.has(chars.slice(at, at + size).join(""))) size--;
      const piece = chars.slice(at, at + size).join("");
      done += this.table.get(piece) ?? piece;
      at += size;
    }
    return done;
  }
}

const FAR = 3;

/**
 * How what is typed begins a name: 0 in its characters, 1 in pinyin, 2 by the first letters of some syllables, FAR not.
 * @param {Name} name @param {string} typed
 */
function closeness({ chars, readings }, typed) {
  /** @type {(at: number, rest: string, step: number) => number} */
  const walk = (at, rest, step) => {
    if (!rest) return step;
    if (at === chars.length) return FAR;
    if (rest[0] === "'" && chars[at] !== "'") return walk(at, rest.slice(1), step); // Between syllables: xi'an.
    let best = rest.startsWith(chars[at]) ? walk(at + 1, rest.slice(chars[at].length), step) : FAR;
    const reading = readings[at];
    let size = 0;
    while (size < reading.length && reading[size] === rest[size]) size++;
    for (; size > 0 && best > 1; size--) {
      const short = size < reading.length && size < rest.length;
      best = Math.min(best, walk(at + 1, rest.slice(size), short ? 2 : Math.max(step, 1)));
    }
    return best;
  };
  return walk(0, typed, 0);
}

/** Whether the gaps that were typed within a word stand between syllables. @param {Name} name @param {number} start @param {number} end @param {Set<number>} gaps */
function fits({ readings }, start, end, gaps) {
  const edges = new Set();
  readings.reduce((at, reading) => (edges.add(at), at + reading.length), start);
  return ![...gaps].some((gap) => gap > start && gap < end && !edges.has(gap));
}

/** What two queries do not share, in whole terms. @param {string} from @param {string} to */
function difference(from, to) {
  const [before, after] = [from, to].map((text) => text.split(SPACES).filter((term) => fold(term)));
  const only = (/** @type {string[]} */ own, /** @type {string[]} */ other) => own.filter((term) => !other.includes(term)).join(" ");
  return { from: only(before, after), to: only(after, before) };
}

/**
 * Open the names of an archive.
 * @param {string | URL} base  Address of the folder `search/`.
 * @param {{fetch?: import("./search.js").Fetch, index?: Counter}} [options]  `index`: one that is open already.
 */
export async function open(base, { fetch, index } = {}) {
  const files = new Files(base, fetch);
  return files.load("names.bin", (data) => new Helper(JSON.parse(new TextDecoder().decode(data)), files, index, fetch));
}
