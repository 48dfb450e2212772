// @ts-check
/**
 * Exact search of a jianbao archive over static files, in browsers and in Node (18 and later).
 *
 *     import { open } from "./search.js";
 *     const index = await open(new URL("search/", siteRoot), { fetch });
 *     const answer = await index.search("遵义 白酒", { limit: 10, snippets: true });
 *
 * An article is found if each term stands in one of its blocks; both are folded: NFKC, lower case, straight quotes, no white
 * space. White space parts terms. `"…"` is one term; any other straight quote is a character. `-term` excludes, if there is
 * another term; alone it is searched as it stands (`-5℃`), as `"-5℃"` always is. No term finds every article.
 *
 * `format` in the Python package that writes the files tells what they are.
 *
 * @typedef {{topic?: string[], county?: string[], kind?: string[], newspaper?: string[], reporter?: string[],
 *   from?: string, to?: string}} Filters  Any of the values; dates as YYYY, YYYY-MM or YYYY-MM-DD, both ends included. Of an
 *   article that is dated by its month or year, all of this must lie between them.
 * @typedef {{text: string, match: boolean}} Piece
 * @typedef {{id: string, url: string, title: string, date: string, topics: string[], counties: string[], newspaper: string,
 *   kind: string, people: string[], score: number, snippet: Piece[]}} Hit  `url` is absolute.
 * @typedef {Record<"topic"|"county"|"kind"|"newspaper"|"month"|"year", Record<string, number>>} Facets  Each counts what all
 *   filters but its own leave; month and year have one, the dates.
 * @typedef {{total: number, hits: Hit[], facets: Facets, terms: string[]}} Answer  `terms` are folded.
 * @typedef {{limit?: number, offset?: number, sort?: "relevance"|"newest"|"oldest", snippets?: boolean,
 *   filters?: Filters}} Options
 * @typedef {(url: URL, init?: RequestInit) => Promise<Response>} Fetch
 */

const VERSION = 2;
const MAGIC = 0x6a;
const ROWS_PER_FILE = 6;
const APART_ARTICLES = 64;
const PAGED_SHARDS = 4096, PAGE_SHARDS = 64;
const FEW = 20; // So many rows cost less than the columns of all.
const FETCHES = 16; // At the same time; browsers refuse thousands.
const KEPT = 400; // Files in memory; five times as many rows, which are small.
const BODY = 1 << 20; // Added to positions outside the headline.
const HEADLINE_WEIGHT = 8;
const K1 = 1.2, B = 0.75; // BM25, as usual.
const PRECISION = 1e4; // Scores are whole numbers of this part: all engines agree on what is equal.
const ARTICLES = 2 ** 22; // More than any archive has.
const BROKEN = "cut short, damaged, or not a file of the index";

/** A file could not be loaded; searching again tries again. */
export class SearchError extends Error {
  /** @param {string} file @param {string} reason @param {unknown} [cause] */
  constructor(file, reason, cause) {
    super(`${file}: ${reason}`, { cause });
    this.name = "SearchError";
    /** Name below the folder of the index. */
    this.file = file;
  }
}

// Text

// What Python takes for white space; \s lacks five of them and has U+FEFF.
export const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const SPACES = new RegExp(`[${SPACE}]+`, "g");
const TOKEN = new RegExp(`(-?)"([^"]*[^"${SPACE}][^"]*)"(?=[${SPACE}]|$)|[^${SPACE}]+`, "g");

/**
 * The form in which text and query are compared.
 * @param {string} text
 */
export const fold = (text) =>
  text.normalize("NFKC").toLowerCase().replace(/[“”„‟]/g, '"').replace(/[‘’‚‛]/g, "'").replace(SPACES, "");

/**
 * The folded terms of a query.
 * @param {string} query
 * @returns {{terms: string[], excluded: string[]}}
 */
export function parse(query) {
  const terms = new Set(), excluded = new Set(), literal = new Set();
  // No text holds NUL, which stands for no second character in keys.
  for (const [token, minus, quoted] of query.replaceAll("\0", "\ufffd").matchAll(TOKEN)) {
    const negative = quoted === undefined ? token.length > 1 && token[0] === "-" : minus === "-";
    (negative ? excluded : terms).add(fold(quoted ?? (negative ? token.slice(1) : token)));
    if (negative) literal.add(fold(token));
  }
  for (const set of [terms, excluded]) set.delete("");
  return terms.size ? { terms: [...terms], excluded: [...excluded] } : { terms: [...literal], excluded: [] };
}

/** Whether a folded code point is a digit or a Latin letter. @param {number} code */
const isWord = (code) =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0x24f && code !== 0xf7);

// Bits

class Bits {
  /** @param {Uint8Array} data */
  constructor(data) {
    const padded = new Uint8Array(data.length + 8);
    padded.set(data);
    this.view = new DataView(padded.buffer);
    this.at = 64;
    let a = 1, b = 0; // Adler-32
    for (let i = 8; i < data.length; i++) b = (b + (a = (a + data[i]) % 65521)) % 65521;
    if (this.view.getUint32(0) !== MAGIC * 2 ** 24 + data.length || this.view.getUint32(4) !== b * 65536 + a) {
      throw new Error(BROKEN);
    }
  }

  /** The next 32 bits. */
  peek() {
    const place = this.at >>> 3, shift = this.at & 7;
    return (this.view.getUint32(place) << shift | this.view.getUint8(place + 4) >> 8 - shift) >>> 0;
  }

  /** @param {number} size up to 32 */
  take(size) {
    if (!size) return 0;
    const value = this.peek() >>> 32 - size;
    this.at += size;
    return value;
  }

  /** @param {number} k */
  rice(k) {
    const bits = this.peek(), zeros = Math.clz32(bits);
    if (zeros < 24 && zeros + k < 32) {
      this.at += zeros + 1 + k;
      return zeros << k | bits << zeros + 1 >>> 1 >>> 31 - k;
    }
    this.at += Math.min(zeros + 1, 24);
    return zeros < 24 ? zeros << k | this.take(k) : this.take(32);
  }

  /** @param {number} k */
  golomb(k) {
    const zeros = Math.clz32(this.peek());
    this.at += zeros;
    return this.take(zeros + 1 + k) - (1 << k);
  }
}

/** Rice parameter for numbers of about this size. @param {number} size */
const parameter = (size) => Math.max(31 - Math.clz32(size), 0);

// Postings

/** @param {number} first @param {number} second */
const keyOf = (first, second) => first * 0x200000 + second;

/**
 * Positions of a bigram in a run of its articles: `starts` by article; those in the headline are below BODY; a border is 2 if
 * the bigram begins at one, plus 1 if it ends at one, and only kept where it can be inside a word.
 * @typedef {{starts: Int32Array, places: Int32Array, borders: Uint8Array}} Places
 */

/** The articles of a character or bigram, in ascending order. */
class Postings {
  /** @param {number} size */
  constructor(size) {
    this.articles = new Int32Array(size);
    /** Empty until it is read. */
    this.counts = this.headlines = new Int32Array(0);
    this.single = false;
    this.wordy = false;
    /** Of a single character: these are all its articles. */
    this.complete = false;
    /** Of a bigram: the first article (as an index) of each run of places. */
    this.cuts = [0];
    /** Number of the file of the first run; -1 where there is but one run, read with the articles. */
    this.file = -1;
    /** @type {Places | undefined} */
    this.places = undefined;
  }

  /** @param {Bits} bits @param {number} articles in the segment */
  readArticles(bits, articles) {
    const { length } = this.articles;
    this.counts = new Int32Array(length).fill(1);
    this.headlines = new Int32Array(length);
    const marks = bits.golomb(0), step = marks && parameter(Math.floor(length * 11 / (marks * 16)));
    for (let mark = 0, i = -1; mark < marks; mark++) {
      i += bits.rice(step) + 1;
      const weight = this.single ? 2 : bits.rice(1) + 1, inHeadline = weight > 1 && !(weight & 1);
      this.counts[i] = inHeadline ? weight >> 1 : weight + 3 >> 1;
      if (inHeadline) this.headlines[i] = weight > 2 ? bits.golomb(0) + 1 : 1;
    }
    const k = parameter(Math.floor(articles * 11 / (length * 16)));
    for (let i = 0, article = -1; i < length; i++) this.articles[i] = article += bits.rice(k) + 1;
  }

  /** @param {Bits} bits @param {number} from @param {number} to @returns {Places} */
  readPlaces(bits, from, to) {
    const starts = new Int32Array(to - from + 1);
    for (let i = from; i < to; i++) starts[i - from + 1] = starts[i - from] + this.counts[i];
    const places = new Int32Array(starts[to - from]);
    const more = this.wordy ? 2 : 0;
    const borders = new Uint8Array(more && places.length);
    const read = (/** @type {number} */ at, /** @type {number} */ place, /** @type {number} */ k) => {
      const value = bits.rice(k + more);
      if (more) borders[at] = value & 3;
      return places[at] = place + (value >>> more);
    };
    for (let i = from, at = 0; i < to; i++) {
      const heads = at + this.headlines[i], end = at + this.counts[i];
      for (let place = 0; at < heads; at++) place = read(at, place, 4);
      for (let place = BODY, k = 8; at < end; at++, k = 7) place = read(at, place, k);
    }
    return { starts, places, borders };
  }

  /** The run that holds an article. @param {number} index */
  run(index) {
    let run = this.cuts.length - 1;
    while (this.cuts[run] > index) run--;
    return run;
  }
}

/** @param {Bits} bits @param {number} size */
function readKeys(bits, size) {
  let first = 0, second = 0;
  return Float64Array.from({ length: size }, () => {
    const step = bits.golomb(1);
    first += step;
    second = bits.take(1) ? (step ? 0 : second) + bits.golomb(13) : 0;
    return keyOf(first, second);
  });
}

/** Place of the last of the keys that is not greater; -1 if there is none. @param {Float64Array} keys @param {number} key */
function place(keys, key) {
  let low = -1, high = keys.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (keys[middle] <= key) low = middle;
    else high = middle;
  }
  return low;
}

/** Lists by key, read when they are asked for. */
class Shard {
  /** @param {Bits} bits @param {number} articles in the segment */
  constructor(bits, articles) {
    this.bits = bits;
    this.articles = articles;
    /** @type {Map<number, Postings>} */
    this.lists = new Map();
    for (let firsts = bits.golomb(2), first = 0; firsts > 0; firsts--) {
      first += bits.golomb(4);
      const keys = bits.golomb(3) + 1, k = parameter(Math.floor(14_000 / keys));
      for (let i = 0, second = -1; i < keys; i++) {
        second += bits.rice(k) + 1;
        const postings = new Postings(bits.golomb(0) + 1);
        postings.single = !second;
        postings.wordy = isWord(first) || isWord(second);
        if (!second) postings.complete = bits.take(1) === 1;
        else if (postings.articles.length >= APART_ARTICLES && bits.take(1)) {
          postings.file = bits.golomb(8);
          for (let cut = 0, more = bits.golomb(1); more > 0; more--) postings.cuts.push(cut += bits.golomb(8));
        }
        this.lists.set(keyOf(first, second), postings);
      }
    }
    this.unread = this.lists.values();
  }

  /** @param {number} key */
  get(key) {
    const wanted = this.lists.get(key);
    while (wanted && !wanted.counts.length) {
      const list = this.unread.next().value;
      list.readArticles(this.bits, this.articles);
      if (!list.single && list.file < 0) list.places = list.readPlaces(this.bits, 0, list.articles.length);
    }
    return wanted;
  }
}

/** Articles in any of the lists, as one list. @param {Postings[]} lists */
function union(lists) {
  /** @type {Map<number, number>} */ const headline = new Map();
  for (const { articles, headlines } of lists) articles.forEach((article, i) => headline.set(article, headline.get(article) || Math.min(headlines[i], 1)));
  const all = new Postings(headline.size);
  all.articles.set([...headline.keys()]);
  all.articles.sort();
  all.counts = all.articles.map(() => 1);
  all.headlines = all.articles.map((article) => headline.get(article) ?? 0);
  return all;
}

// Segments

/**
 * A term as a segment knows it: lists that together cover its characters, and where in the term each begins.
 * @typedef {{codes: number[], offsets: number[], lists: Postings[]}} Cover
 *
 * What was found of a term, by article: occurrences outside and inside headlines; whether any begins and ends at borders.
 * @typedef {{body: Int32Array, headline: Int32Array, whole: Uint8Array}} Found
 *
 * @typedef {{articles: Int32Array, found: Found[], frequencies: number[], joins: Set<number>[]}} Matches  By term, but for `joins`:
 * the articles with the two characters that meet where a term is followed by the next.
 *
 * Values by column, and the number of its value for each article of the segment, or for each that was found if these are few;
 * `own` are the places of those found. A date is the first day and the date as given.
 * @typedef {Record<"dates"|"topics"|"counties"|"people", string[][]> & Record<"newspaper"|"kind", string[]> & {length: number[],
 *   own: Int32Array} & Record<`${"dates"|"topics"|"counties"|"people"|"newspaper"|"kind"|"length"}_of`, Int32Array | string>} Table
 */

class Segment {
  /** @param {Bits} bits @param {number} offset @param {Files} files */
  constructor(bits, offset, files) {
    this.name = [0, 0].map(() => bits.take(32).toString(16).padStart(8, "0")).join("");
    this.articles = bits.golomb(16);
    this.characters = bits.golomb(16);
    this.shards = bits.golomb(16);
    this.paged = this.shards > PAGED_SHARDS;
    /** First keys of the shards; of every page of them, if there are so many that they are in files of their own. */
    this.keys = readKeys(bits, this.paged ? Math.ceil(this.shards / PAGE_SHARDS) : this.shards);
    /** @type {Float64Array[]} */
    this.pages = [];
    /** Articles in newer segments. */
    this.offset = offset;
    this.files = files;
  }

  /** Have the pages that `shardOf` needs for these keys and all between. @param {number} low @param {number} [high] */
  async turn(low, high = low) {
    const all = [];
    for (let page = Math.max(place(this.keys, low), 0); this.paged && page <= place(this.keys, high); page++) all.push(page);
    await Promise.all(all.map(async (page) => {
      const size = Math.min(PAGE_SHARDS, this.shards - page * PAGE_SHARDS);
      this.pages[page] ??= await this.files.load(`${this.name}/keys-${page}.bin`, (data) => readKeys(new Bits(data), size));
    }));
  }

  /** Number of the shard that alone can hold a key; -1 if it sorts before all. @param {number} key */
  shardOf(key) {
    const at = place(this.keys, key);
    return this.paged && at >= 0 ? at * PAGE_SHARDS + place(this.pages[at], key) : at;
  }

  /** @param {number} shard */
  shard(shard) {
    return this.files.load(`${this.name}/grams-${shard}.bin`, (data) => new Shard(new Bits(data), this.articles));
  }

  /** @param {number} first @param {number} second */
  async postings(first, second) {
    const key = keyOf(first, second);
    await this.turn(key);
    const shard = this.shardOf(key);
    return (shard >= 0 && (await this.shard(shard)).get(key)) || new Postings(0);
  }

  /** All articles with a character. @param {number} code */
  async single(code) {
    const own = await this.postings(code, 0);
    if (own.complete) return own;
    const low = keyOf(code, 0), high = keyOf(code + 1, 0);
    const numbers = [];
    await this.turn(low, high);
    for (let shard = Math.max(this.shardOf(low), 0); shard <= this.shardOf(high - 1); shard++) numbers.push(shard);
    const shards = await Promise.all(numbers.map((number) => this.shard(number)));
    return union(shards.flatMap((shard) => [...shard.lists.keys()].filter((key) => key >= low && key < high).map((key) => /** @type {Postings} */ (shard.get(key)))));
  }

  /** @param {string} term @returns {Promise<Cover>} */
  async cover(term) {
    const codes = Array.from(term, (char) => /** @type {number} */ (char.codePointAt(0)));
    if (codes.length === 1) return { codes, offsets: [0], lists: [await this.single(codes[0])] };
    await Promise.all(codes.slice(1).map((code, i) => this.turn(keyOf(codes[i], code))));
    const offsets = this.offsets(codes);
    return { codes, offsets, lists: await Promise.all(offsets.map((at) => this.postings(codes[at], codes[at + 1]))) };
  }

  /**
   * Where bigrams begin that cover the term: as few as can be, two of them overlapping if need be, from the fewest shards.
   * @param {number[]} codes
   */
  offsets(codes) {
    const count = codes.length + 1 >> 1;
    let best = /** @type {number[]} */ ([]), least = Infinity;
    for (let turn = codes.length % 2 ? 1 : count; turn <= count - codes.length % 2; turn++) {
      const offsets = Array.from({ length: count }, (_, i) => i < turn ? 2 * i : 2 * i - codes.length % 2);
      const shards = new Set(offsets.map((at) => this.shardOf(keyOf(codes[at], codes[at + 1])))).size;
      if (shards < least) [best, least] = [offsets, shards];
    }
    return best;
  }

  /**
   * Articles with all terms and none of the excluded. What else is needed is loaded meanwhile.
   * @param {string[]} terms @param {string[]} excluded @param {boolean} [ranked] @param {boolean} [ahead] @returns {Promise<Matches>}
   */
  async match(terms, excluded, ranked, ahead) {
    if (!terms.length) return { articles: Int32Array.from({ length: this.articles }, (_, i) => i), found: [], frequencies: [], joins: [] };
    const covers = await Promise.all(terms.map((term) => this.cover(term)));
    const frequencies = covers.map(({ lists }) => Math.min(...lists.map((list) => list.articles.length)));
    const articles = common(covers.flatMap(({ lists }) => lists.map((list) => list.articles)));
    if (ahead && articles.length > 20 * FEW) this.columns().catch(() => {});
    else if (ahead && articles.length <= 3) articles.forEach((article) => this.row(article).catch(() => {}));
    const joining = covers.slice(1).map(async ({ codes: [next] }, term) =>
      new Set(ranked && articles.length ? (await this.postings(covers[term].codes.at(-1) ?? 0, next)).articles : []));
    const [joins, found] = await Promise.all([Promise.all(joining), Promise.all(covers.map((cover) => this.verify(cover, articles)))]);
    const fine = new Uint8Array(articles.length).fill(1);
    for (const { body, headline } of found) {
      for (let i = 0; i < fine.length; i++) if (!(body[i] + headline[i])) fine[i] = 0;
    }
    const left = fine.includes(1) ? await Promise.all(excluded.map((term) => this.cover(term))) : [];
    for (const cover of left) {
      const held = common([articles, ...cover.lists.map((list) => list.articles)]);
      const { body, headline } = await this.verify(cover, held);
      locate(articles, held).forEach((index, i) => { if (body[i] + headline[i]) fine[index] = 0; });
    }
    if (!fine.includes(0)) return { articles, found, frequencies, joins };
    const keep = (/** @type {any} */ values) => values.filter((/** @type {number} */ _, /** @type {number} */ i) => fine[i]);
    const kept = found.map(({ body, headline, whole }) => ({ body: keep(body), headline: keep(headline), whole: keep(whole) }));
    return { articles: keep(articles), found: kept, frequencies, joins };
  }

  /**
   * Count a term in articles that all its lists hold.
   * @param {Cover} cover @param {Int32Array} articles @returns {Promise<Found>}
   */
  async verify({ codes, offsets, lists }, articles) {
    const { length } = articles, indices = lists.map((list) => locate(list.articles, articles));
    const found = { body: new Int32Array(length), headline: new Int32Array(length), whole: new Uint8Array(length) };
    if (codes.length === 1 || (codes.length === 2 && !lists[0].wordy)) {
      const [{ counts, headlines }] = lists, [places] = indices;
      for (let i = 0; i < length; i++) {
        found.headline[i] = headlines[places[i]];
        found.body[i] = counts[places[i]] - headlines[places[i]];
      }
      found.whole.fill(1);
      return found;
    }
    const runs = await Promise.all(lists.map((list, i) => this.places(list, indices[i])));
    const last = lists.length - 1, begin = isWord(codes[0]), end = isWord(codes[codes.length - 1]);
    const views = /** @type {Places[]} */ (Array(last + 1)), from = new Int32Array(last + 1), to = new Int32Array(last + 1);
    for (let i = 0; i < length; i++) {
      for (let j = 0; j <= last; j++) {
        const run = lists[j].run(indices[j][i]), at = indices[j][i] - lists[j].cuts[run];
        views[j] = runs[j][run];
        from[j] = views[j].starts[at];
        to[j] = views[j].starts[at + 1];
      }
      next: for (; from[0] < to[0]; from[0]++) {
        const place = views[0].places[from[0]];
        for (let j = 1; j <= last; j++) {
          const { places } = views[j], wanted = place + offsets[j];
          while (from[j] < to[j] && places[from[j]] < wanted) from[j]++;
          if (from[j] === to[j]) break next;
          if (places[from[j]] !== wanted) continue next;
        }
        (place < BODY ? found.headline : found.body)[i]++;
        if ((!begin || views[0].borders[from[0]] & 2) && (!end || views[last].borders[from[last]] & 1)) found.whole[i] = 1;
      }
    }
    return found;
  }

  /**
   * The runs of places that hold these articles, by number.
   * @param {Postings} list @param {Int32Array} indices @returns {Promise<Places[]>}
   */
  async places(list, indices) {
    if (list.places) return [list.places];
    /** @type {Places[]} */ const runs = [];
    await Promise.all([...new Set(indices.map((index) => list.run(index)))].map(async (run) => {
      const read = (/** @type {Uint8Array} */ data) => list.readPlaces(new Bits(data), list.cuts[run], list.cuts[run + 1] ?? list.articles.length);
      runs[run] = await this.files.load(`${this.name}/positions-${list.file + run}.bin`, read);
    }));
    return runs;
  }

  /** @param {number} article @returns {Promise<any[]>} */
  async row(article) {
    const file = Math.floor(article / ROWS_PER_FILE);
    return (await this.files.load(`${this.name}/rows-${file}.bin`, readRows))[article % ROWS_PER_FILE];
  }

  /** @returns {Promise<any>} */
  columns(name = "columns") {
    return this.files.load(`${this.name}/${name}.bin`, readColumns);
  }

  /**
   * What the articles are filtered, counted and ranked by.
   * @param {Int32Array} articles @param {boolean} few @param {boolean} people @returns {Promise<Table>}
   */
  async table(articles, few, people) {
    if (!few) {
      return Object.assign({ own: articles }, ...await Promise.all([this.columns(), people && this.columns("people")]));
    }
    const rows = await Promise.all(Array.from(articles, (article) => this.row(article)));
    const own = Int32Array.from(rows, (_, i) => i), column = (/** @type {number} */ at) => rows.map((row) => row[at]);
    return {
      dates: rows.map((row) => [row[4] || row[3], row[3]]), topics: column(5), counties: column(6), newspaper: column(7),
      kind: column(8), people: column(9), length: column(10), dates_of: own, topics_of: own, counties_of: own,
      newspaper_of: own, kind_of: own, people_of: own, length_of: own, own,
    };
  }
}

/** Articles that are in all lists. @param {Int32Array[]} lists */
function common(lists) {
  const [least, ...others] = [...lists].sort((a, b) => a.length - b.length);
  return others.reduce((articles, other) => {
    let at = 0;
    return articles.filter((article) => {
      while (other[at] < article) at++;
      return other[at] === article;
    });
  }, least);
}

/** Where some articles stand in a list that has them. @param {Int32Array} all @param {Int32Array} some */
function locate(all, some) {
  let at = 0;
  return some.map((article) => {
    while (all[at] < article) at++;
    return at;
  });
}

/** @param {Uint8Array} data @param {string} [encoding] */
const readJson = (data, encoding) => JSON.parse(new TextDecoder(encoding).decode(data));

/** A line feed in front tells of the encoding. @param {Uint8Array} data */
function readRows(data) {
  const rows = readJson(data, data[0] === 10 ? "gb18030" : "utf-8");
  if (!rows[0]?.[10]) throw new Error(BROKEN);
  return rows;
}

/** Numbers as characters: from "0" on, the large ones from U+10000 on. @param {string} numbers */
export function readNumbers(numbers) {
  const { length } = numbers, values = new Int32Array(length);
  let size = 0;
  for (let at = 0; at < length; at++) {
    const code = numbers.charCodeAt(at);
    values[size++] = code < 0xd800 ? code - 48 : (code - 0xd800) * 1024 + numbers.charCodeAt(++at) - 0xdc00;
  }
  return values.subarray(0, size);
}

/** One of them, none being large. @param {string | Int32Array} numbers @param {number} at */
const numberAt = (numbers, at) => typeof numbers === "string" ? numbers.charCodeAt(at) - 48 : numbers[at];

/** @param {Uint8Array} data */
function readColumns(data) {
  const columns = readJson(data);
  for (const name in columns) {
    if (/^gaps$|^counts$/.test(name) || (/_of$/.test(name) && /[\ud800-\udbff]/.test(columns[name]))) columns[name] = readNumbers(columns[name]);
    const sets = columns[`${name}_sets`], values = columns[name];
    if (sets !== undefined) columns[name] = sets.split(" ").map((/** @type {string} */ set) => [...readNumbers(set)].map((i) => values[i]));
  }
  if (columns.people_of) return columns;
  let day = Date.parse(columns.first), article = 0;
  columns.dates_of = new Int32Array(columns.length_of.length);
  columns.dates = Array.from(columns.counts, (count, run) => {
    day -= columns.gaps[run] * 86_400_000;
    columns.dates_of.fill(run, article, article += count);
    const first = new Date(day).toISOString().slice(0, 10);
    return [first, columns.dates[run] ?? first];
  });
  return columns;
}

/** Loads files, each once, so many at a time. */
export class Files {
  /** @param {string | URL} base @param {Fetch} [fetch] */
  constructor(base, fetch = (url, init) => globalThis.fetch(url, init)) {
    this.base = new URL(String(base).replace(/\/?$/, "/"), globalThis.location?.href);
    this.fetch = fetch;
    /** @type {Map<string, Promise<any>>} */
    this.kept = new Map();
    /** @type {Map<string, Promise<any>>} */
    this.rows = new Map();
    this.free = FETCHES;
    /** @type {(() => void)[]} */
    this.waiting = [];
  }

  /**
   * @template T @param {string} name @param {(data: Uint8Array) => T} read @returns {Promise<T>}
   */
  load(name, read) {
    const [kept, most] = name.includes("/rows-") ? [this.rows, 5 * KEPT] : [this.kept, KEPT];
    const loading = kept.get(name) ?? this.read(name, read).catch((error) => {
      kept.delete(name);
      throw error instanceof SearchError ? error : new SearchError(name, String(error?.message ?? error), error);
    });
    // The last used stand last.
    kept.delete(name);
    kept.set(name, loading);
    if (kept.size > most) kept.delete(kept.keys().next().value ?? "");
    return loading;
  }

  /**
   * @template T @param {string} name @param {(data: Uint8Array) => T} read @param {RequestInit} [init]
   */
  async read(name, read, init) {
    const response = await this.get(new URL(name, this.base), init);
    if (!response.ok) throw new SearchError(name, `status ${response.status}`);
    const data = new Uint8Array(await response.arrayBuffer());
    if (data[0] !== 0x1f || data[1] !== 0x8b) return read(data);
    const { readable, writable } = new DecompressionStream("gzip"), writer = writable.getWriter();
    for (const step of [writer.write(data), writer.close()]) step.catch(() => {}); // `readable` tells.
    return read(new Uint8Array(await new Response(readable).arrayBuffer()));
  }

  /** @param {URL} url @param {RequestInit} [init] */
  async get(url, init) {
    if (!this.free) await /** @type {Promise<void>} */ (new Promise((resolve) => this.waiting.push(resolve)));
    else this.free--;
    try {
      return await this.fetch(url, init);
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free++;
    }
  }
}

// Ranking, filters, facets

const FACETS = /** @type {const} */ ([["topic", "topics"], ["county", "counties"], ["kind", "kind"], ["newspaper", "newspaper"], ["date", "dates"]]);
const FILTERS = /** @type {const} */ ([...FACETS, ["reporter", "people"]]);

/** The last day of a date. @param {string} date */
function lastDay(date) {
  const [year, month = "12", day = new Date(Date.UTC(+year, +month, 0)).getUTCDate()] = date.match(/\d+/g) ?? [];
  return `${year}-${month}-${day}`;
}

/**
 * Which filters each of the articles fails, as bits.
 * @param {Table} table @param {Filters} filters
 */
function sift(table, filters) {
  const { from = "", to = "" } = filters, { own } = table, failed = new Uint8Array(own.length);
  FILTERS.forEach(([filter, name], bit) => {
    const wanted = filter === "date" ? from || to || undefined : filters[filter], of = table[`${name}_of`];
    if (wanted === undefined) return;
    const any = new Set([wanted].flat());
    const fails = table[name].map((/** @type {any} */ value) => filter === "date"
      ? value[0] < from || (to && lastDay(value[1]).slice(0, to.length) > to)
      : ![value].flat().some((each) => any.has(each)));
    for (let i = 0; i < own.length; i++) if (fails[numberAt(of, own[i])]) failed[i] |= 1 << bit;
  });
  return failed;
}

/** @param {Table} table @param {Uint8Array} failed @param {Facets} facets */
function count(table, failed, facets) {
  const { own } = table;
  FACETS.forEach(([facet, name], bit) => {
    const counts = new Int32Array(table[name].length), of = table[`${name}_of`];
    for (let i = 0; i < own.length; i++) if (!(failed[i] & ~(1 << bit))) counts[numberAt(of, own[i])]++;
    counts.forEach((count, value) => {
      const add = (/** @type {Record<string, number>} */ facet, /** @type {string} */ name) => { facet[name] = (facet[name] ?? 0) + count; };
      if (!count) return;
      if (facet !== "date") return [table[name][value]].flat().forEach((each) => add(facets[facet], each));
      const [year, month] = table.dates[value][1].split(/[-?~%]/);
      add(facets.year, year);
      if (month) add(facets.month, `${year}-${month}`);
    });
  });
}

/**
 * Scores of the articles, in parts of 1/PRECISION.
 * @param {Matches} matches @param {Table} table @param {number[]} weights @param {number} average length
 */
function scores({ articles, found, joins }, table, weights, average) {
  const norms = table.length.map((bits) => K1 * (1 - B + B * (0.75 * 2 ** bits / average)));
  const points = new Float64Array(articles.length);
  found.forEach(({ body, headline, whole }, term) => {
    for (let nth = 0; nth < points.length; nth++) {
      const frequency = body[nth] + HEADLINE_WEIGHT * headline[nth], norm = norms[numberAt(table.length_of, table.own[nth])];
      points[nth] += weights[term] * (frequency / (frequency + norm) + whole[nth]);
    }
  });
  joins.forEach((joined, term) => {
    const weight = Math.min(weights[term], weights[term + 1]);
    for (let nth = 0; nth < points.length; nth++) if (joined.has(articles[nth])) points[nth] += weight;
  });
  return points.map((score) => Math.floor(score * PRECISION + 0.5));
}

// Index

const DIRECTORY = "directory.bin";

/** @template T @param {T[]} all @param {(each: T) => number} value */
const sum = (all, value) => all.reduce((so, each) => so + value(each), 0);

/** Articles that were found. @param {Matches[]} matches */
const total = (matches) => sum(matches, ({ articles }) => articles.length);

/** @param {Files} files */
const readDirectory = (files) => (/** @type {Uint8Array} */ data) => {
  const bits = new Bits(data);
  const version = bits.golomb(0);
  if (version !== VERSION) throw new Error(`format ${version}, but this module reads ${VERSION}`);
  let offset = 0;
  return Array.from({ length: bits.golomb(0) }, () => {
    const segment = new Segment(bits, offset, files);
    offset += segment.articles;
    return segment;
  });
};

class Index {
  /** @param {Segment[]} segments @param {Files} files */
  constructor(segments, files) {
    this.segments = segments;
    this.files = files;
  }

  /**
   * @param {string} query @param {Options} [options] @returns {Promise<Answer>}
   */
  search(query, options) {
    return this.asked((segments) => this.answer(segments, query, options));
  }

  /** How many articles a query finds. @param {string} query @returns {Promise<number>} */
  count(query) {
    const { terms, excluded } = parse(query);
    return this.asked(async (segments) => total(await Promise.all(segments.map((segment) => segment.match(terms, excluded)))));
  }

  /**
   * Ask; and once more if files are gone because the site was built anew while it was open.
   * @template T @param {(segments: Segment[]) => Promise<T>} ask @returns {Promise<T>}
   */
  async asked(ask) {
    const { segments } = this;
    try {
      return await ask(segments);
    } catch (error) {
      if (segments === this.segments) {
        const newer = await this.files.read(DIRECTORY, readDirectory(this.files), { cache: "no-cache" }).catch(() => []);
        if (!newer.length || segments.every(({ name }) => newer.some((segment) => segment.name === name))) throw error;
        this.segments = newer;
      }
      return ask(this.segments);
    }
  }

  /**
   * @param {Segment[]} segments @param {string} query @param {Options} [options] @returns {Promise<Answer>}
   */
  async answer(segments, query, { limit = 10, offset = 0, sort = "relevance", snippets = true, filters = {} } = {}) {
    const { terms, excluded } = parse(query), ranked = sort === "relevance" && terms.length > 0;
    const matches = await Promise.all(segments.map((segment) => segment.match(terms, excluded, ranked, true)));
    const articles = sum(segments, (segment) => segment.articles);
    const average = sum(segments, (segment) => segment.characters) / articles || 1;
    const weights = terms.map((_, term) => Math.log(1 + articles / (sum(matches, ({ frequencies }) => frequencies[term]) + 1)));
    const few = total(matches) <= FEW;
    const dictionary = () => Object.create(null);
    const facets = { topic: dictionary(), county: dictionary(), kind: dictionary(), newspaper: dictionary(), month: dictionary(), year: dictionary() };
    const order = new Float64Array(total(matches));
    const counting = /** @type {(() => void)[]} */ ([]);
    let passing = 0;
    const tables = await Promise.all(segments.map((segment, nth) => matches[nth].articles.length
      ? segment.table(matches[nth].articles, few, filters.reporter !== undefined) : undefined));
    segments.forEach((segment, nth) => {
      const { articles } = matches[nth], table = tables[nth];
      if (!table) return;
      const failed = sift(table, filters);
      counting.push(() => count(table, failed, facets));
      const points = ranked ? scores(matches[nth], table, weights, average) : undefined;
      for (let i = 0; i < articles.length; i++) {
        // One number holds score and age: the higher the better, the newer among equals.
        if (!failed[i]) order[passing++] = (points ? points[i] * ARTICLES : 0) + ARTICLES - 1 - segment.offset - articles[i];
      }
    });
    const sorted = order.subarray(0, passing).sort();
    if (sort !== "oldest") sorted.reverse();
    const shown = Array.from(sorted.subarray(offset, offset + limit));
    const loading = shown.map((value) => this.hit(segments, ARTICLES - 1 - value % ARTICLES, Math.floor(value / ARTICLES) / PRECISION));
    const waiting = Promise.all(loading);
    for (const each of counting) each();
    const hits = await waiting;
    if (snippets) await Promise.all(hits.map(async (hit) => { hit.snippet = await this.snippet(hit.url, terms); }));
    return { total: passing, hits, facets, terms };
  }

  /** @param {Segment[]} segments @param {number} article @param {number} score @returns {Promise<Hit>} */
  async hit(segments, article, score) {
    const segment = /** @type {Segment} */ (segments.findLast((each) => each.offset <= article));
    const [id, path, title, date, , topics, counties, newspaper, kind, people] = await segment.row(article - segment.offset);
    const url = new URL(path || `articles/${id}/`, new URL("../", this.files.base)).href;
    return { id, url, title, date, topics, counties, newspaper, kind, people, score, snippet: [] };
  }

  /** Nothing where the page cannot be had: the answer stands without. @param {string} url @param {string[]} terms */
  async snippet(url, terms) {
    try {
      const [response, { snippet }] = await Promise.all([this.files.get(new URL(url)), import("./snippets.js")]);
      return response.ok ? snippet(await response.text(), terms, fold) : [];
    } catch {
      return [];
    }
  }
}

/**
 * Open the index in a folder.
 * @param {string | URL} base  Address of the folder `search/`.
 * @param {{fetch?: Fetch}} [options]
 */
export async function open(base, { fetch } = {}) {
  const files = new Files(base, fetch);
  return new Index(await files.load(DIRECTORY, readDirectory(files)), files);
}
