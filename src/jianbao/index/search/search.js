// @ts-check
/**
 * Exact search of a jianbao archive over static files, in browsers and in Node (18 and later).
 *
 *     import { open } from "./search.js";
 *     const index = await open(new URL("search/", siteRoot), { fetch });
 *     const answer = await index.search("遵义 白酒", { limit: 10, snippets: true });
 *
 * An article is found if one of its blocks contains a term; both are folded: NFKC, lower case, straight quotes, no white
 * space. Terms are parted by white space and all must be found. `"…"` makes one term of what stands between; a straight
 * quote that does not open or close such a term is a character like any other. `-term` excludes, if there is any other
 * term; alone it is searched as it stands (`-5℃`), as `"-5℃"` always is. No term at all finds every article.
 *
 * Files and codes are described in the modules `format`, `bits` and `directory` of the Python package that writes them;
 * `read` there is the same engine.
 *
 * @typedef {{topic?: string[], county?: string[], kind?: string[], newspaper?: string[], person?: string[],
 *   from?: string, to?: string}} Filters  Any of the values; dates as YYYY, YYYY-MM or YYYY-MM-DD, both ends included.
 * @typedef {{text: string, match: boolean}} Piece
 * @typedef {{id: string, url: string, title: string, date: string, topics: string[], counties: string[], newspaper: string,
 *   kind: string, people: string[], score: number, snippet: Piece[]}} Hit  `url` is absolute.
 * @typedef {{topic: Record<string, number>, county: Record<string, number>, month: Record<string, number>,
 *   year: Record<string, number>}} Facets  Each counts what all filters but its own leave; month and year have one, the dates.
 * @typedef {{total: number, hits: Hit[], facets: Facets, terms: string[]}} Answer  `terms` are folded.
 * @typedef {{limit?: number, offset?: number, sort?: "relevance"|"newest"|"oldest", snippets?: boolean,
 *   filters?: Filters}} Options
 * @typedef {(url: URL) => Promise<Response>} Fetch
 */

const VERSION = 1;
const MAGIC = 0x6a;
const ROWS_PER_FILE = 8;
const APART_ARTICLES = 64;
const FEW = 10; // Up to so many articles, their rows cost less than the columns of all.
const FETCHES = 16; // At the same time; browsers refuse thousands.
const KEPT = 400; // Files kept in memory, and five times as many rows, which are small.
const BODY = 1 << 20; // Added to positions outside the headline.
const HEADLINE_WEIGHT = 8;
const K1 = 1.2, B = 0.75; // BM25, as usual.
const PRECISION = 1e4; // Scores are whole numbers of this part, so that all engines agree on what is equal.
const ARTICLES = 2 ** 22; // More than any archive has.

/** A file could not be loaded. Nothing of it is kept: searching again tries again. */
export class SearchError extends Error {
  /** @param {string} file @param {string} reason @param {unknown} [cause] */
  constructor(file, reason, cause) {
    super(`${file}: ${reason}`, { cause });
    this.name = "SearchError";
    /** Name below the folder of the index. */
    this.file = file;
  }
}

// ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

// What Python takes for white space; \s lacks five of them and has U+FEFF.
const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
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
  for (const [token, minus, quoted] of query.matchAll(TOKEN)) {
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

// ── Bits ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

class Bits {
  /** @param {Uint8Array} data */
  constructor(data) {
    if (data[0] !== MAGIC || data.length !== (data[1] << 16 | data[2] << 8 | data[3])) {
      throw new Error("cut short, or not a file of the index");
    }
    const padded = new Uint8Array(data.length + 8);
    padded.set(data);
    this.view = new DataView(padded.buffer);
    this.at = 32;
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
    const zeros = Math.clz32(this.peek());
    if (zeros >= 24) {
      this.at += 24;
      return this.take(32);
    }
    this.at += zeros + 1;
    return zeros << k | this.take(k);
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

// ── Postings ─────────────────────────────────────────────────────────────────────────────────────────────────────────

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
    this.counts = new Int32Array(size);
    this.headlines = new Int32Array(size);
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
    this.counts.fill(1);
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

/** @param {Bits} bits @param {number} articles @returns {Map<number, Postings>} */
function readShard(bits, articles) {
  const found = new Map();
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
      found.set(keyOf(first, second), postings);
    }
  }
  for (const postings of found.values()) {
    postings.readArticles(bits, articles);
    if (!postings.single && postings.file < 0) postings.places = postings.readPlaces(bits, 0, postings.articles.length);
  }
  return found;
}

/** Articles in any of the lists, as one list. @param {Postings[]} lists */
function union(lists) {
  if (lists.length === 1) return lists[0];
  /** @type {Map<number, number>} */ const headline = new Map();
  for (const list of lists) {
    list.articles.forEach((article, i) => headline.set(article, Math.max(headline.get(article) ?? 0, Math.min(list.headlines[i], 1))));
  }
  const all = new Postings(headline.size);
  all.articles.set([...headline.keys()].sort((a, b) => a - b));
  all.counts.fill(1);
  all.headlines.set(Array.from(all.articles, (article) => headline.get(article) ?? 0));
  return all;
}

// ── Segments ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * A term as a segment knows it: lists that together cover its characters, and where in the term each begins.
 * @typedef {{codes: number[], offsets: number[], lists: Postings[]}} Cover
 *
 * What was found of a term, by article: occurrences outside and inside headlines; whether any begins and ends at borders.
 * @typedef {{body: Int32Array, headline: Int32Array, whole: Uint8Array}} Found
 *
 * @typedef {{articles: Int32Array, found: Found[], frequencies: number[]}} Matches  `found` and `frequencies` are by term.
 *
 * Values by column, and the number of its value for each article: of the segment, or of those found if these are few; a date
 * is the first day and the date as given.
 * @typedef {{dates: string[][], topics: string[][], counties: string[][], newspaper: string[], kind: string[],
 *   people: string[][], length: number[], dates_of: Int32Array, topics_of: Int32Array, counties_of: Int32Array,
 *   newspaper_of: Int32Array, kind_of: Int32Array, people_of: Int32Array, length_of: Int32Array, few: boolean}} Table
 */

class Segment {
  /** @param {Bits} bits @param {number} offset @param {Files} files */
  constructor(bits, offset, files) {
    this.name = [0, 0].map(() => bits.take(32).toString(16).padStart(8, "0")).join("");
    this.articles = bits.golomb(16);
    this.characters = bits.golomb(16);
    this.keys = new Float64Array(bits.golomb(16));
    for (let i = 0, first = 0, second = 0; i < this.keys.length; i++) {
      const step = bits.golomb(1);
      first += step;
      second = bits.take(1) ? (step ? 0 : second) + bits.golomb(13) : 0;
      this.keys[i] = keyOf(first, second);
    }
    /** Articles in newer segments. */
    this.offset = offset;
    this.files = files;
  }

  /** Number of the shard that alone can hold a key; -1 if it sorts before all. @param {number} key */
  shardOf(key) {
    let low = -1, high = this.keys.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.keys[middle] <= key) low = middle;
      else high = middle;
    }
    return low;
  }

  /** @param {number} shard @returns {Promise<Map<number, Postings>>} */
  shard(shard) {
    return this.files.load(`${this.name}/grams-${shard}.bin`, (data) => readShard(new Bits(data), this.articles));
  }

  /** @param {number} first @param {number} second */
  async postings(first, second) {
    const key = keyOf(first, second), shard = this.shardOf(key);
    return (shard >= 0 && (await this.shard(shard)).get(key)) || new Postings(0);
  }

  /** All articles with a character. @param {number} code */
  async single(code) {
    const own = await this.postings(code, 0);
    if (own.complete) return own;
    const low = keyOf(code, 0), high = keyOf(code + 1, 0);
    const numbers = [];
    for (let shard = Math.max(this.shardOf(low), 0); shard <= this.shardOf(high - 1); shard++) numbers.push(shard);
    const shards = await Promise.all(numbers.map((number) => this.shard(number)));
    return union(shards.flatMap((shard) => [...shard].filter(([key]) => key >= low && key < high).map(([, list]) => list)));
  }

  /** @param {string} term @returns {Promise<Cover>} */
  async cover(term) {
    const codes = Array.from(term, (char) => /** @type {number} */ (char.codePointAt(0)));
    if (codes.length === 1) return { codes, offsets: [0], lists: [await this.single(codes[0])] };
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
   * Articles with all terms and none of the excluded.
   * @param {string[]} terms @param {string[]} excluded @returns {Promise<Matches>}
   */
  async match(terms, excluded) {
    if (!terms.length) return { articles: Int32Array.from({ length: this.articles }, (_, i) => i), found: [], frequencies: [] };
    const covers = await Promise.all(terms.map((term) => this.cover(term)));
    const frequencies = covers.map(({ lists }) => Math.min(...lists.map((list) => list.articles.length)));
    const articles = common(covers.flatMap(({ lists }) => lists.map((list) => list.articles)));
    const found = await Promise.all(covers.map((cover) => this.verify(cover, articles)));
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
    if (!fine.includes(0)) return { articles, found, frequencies };
    const keep = (/** @type {any} */ values) => values.filter((/** @type {number} */ _, /** @type {number} */ i) => fine[i]);
    const kept = found.map(({ body, headline, whole }) => ({ body: keep(body), headline: keep(headline), whole: keep(whole) }));
    return { articles: keep(articles), found: kept, frequencies };
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

  /**
   * What the articles are filtered, counted and ranked by.
   * @param {Int32Array} articles @param {boolean} few @param {boolean} people @returns {Promise<Table>}
   */
  async table(articles, few, people) {
    if (!few) {
      const parts = ["columns", ...people ? ["people"] : []].map((name) => this.files.load(`${this.name}/${name}.bin`, readColumns));
      return Object.assign({ few }, ...await Promise.all(parts));
    }
    const rows = await Promise.all(Array.from(articles, (article) => this.row(article)));
    const own = Int32Array.from(rows, (_, i) => i), column = (/** @type {number} */ at) => rows.map((row) => row[at]);
    return {
      dates: rows.map((row) => [row[4] || row[3], row[3]]), topics: column(5), counties: column(6), newspaper: column(7),
      kind: column(8), people: column(9), length: column(10), dates_of: own, topics_of: own, counties_of: own,
      newspaper_of: own, kind_of: own, people_of: own, length_of: own, few,
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
const readRows = (data) => readJson(data, data[0] === 10 ? "gb18030" : "utf-8");

/** Numbers as characters from "0" on, or as they are. @param {string | number[]} numbers */
const readNumbers = (numbers) =>
  Int32Array.from(/** @type {any} */ (numbers), (number) => typeof number === "string" ? number.charCodeAt(0) - 48 : number);

/** @param {Uint8Array} data */
function readColumns(data) {
  const columns = readJson(data);
  for (const name in columns) if (/_of$|^gaps$|^counts$/.test(name)) columns[name] = readNumbers(columns[name]);
  if (!columns.first) return columns;
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
class Files {
  /** @param {URL} base @param {Fetch} fetch */
  constructor(base, fetch) {
    this.base = base;
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
   * @template T @param {string} name @param {(data: Uint8Array) => T} read
   */
  async read(name, read) {
    const response = await this.get(new URL(name, this.base));
    if (!response.ok) throw new SearchError(name, `status ${response.status}`);
    const data = new Uint8Array(await response.arrayBuffer());
    if (data[0] !== 0x1f || data[1] !== 0x8b) return read(data);
    const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("gzip"));
    return read(new Uint8Array(await new Response(stream).arrayBuffer()));
  }

  /** @param {URL} url */
  async get(url) {
    if (!this.free) await /** @type {Promise<void>} */ (new Promise((resolve) => this.waiting.push(resolve)));
    else this.free--;
    try {
      return await this.fetch(url);
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free++;
    }
  }
}

// ── Ranking, filters, facets ─────────────────────────────────────────────────────────────────────────────────────────

const [TOPIC, COUNTY, DATE, OTHER] = [1, 2, 4, 8];

/**
 * By column with a filter: the number of each article's value, and for each value the bit of the filter if it fails.
 * @param {Table} table @param {Filters} filters @returns {[Int32Array, number[]][]}
 */
function barriers(table, filters) {
  const { from = "", to = "" } = filters;
  const days = table.dates.map(([day]) => day < from || (to && day.slice(0, to.length) > to) ? DATE : 0);
  const columns = /** @type {const} */ ([
    [filters.topic, "topics", TOPIC], [filters.county, "counties", COUNTY], [filters.newspaper, "newspaper", OTHER],
    [filters.kind, "kind", OTHER], [filters.person, "people", OTHER],
  ]).filter(([wanted]) => wanted !== undefined);
  return [[table.dates_of, days], ...columns.map(([wanted, name, bit]) => {
    const any = new Set([wanted].flat());
    const bits = table[name].map((value) => [value].flat().some((each) => any.has(each)) ? 0 : bit);
    return /** @type {[Int32Array, number[]]} */ ([table[`${name}_of`], bits]);
  })];
}

/**
 * Which of the articles pass the filters; and what each facet counts.
 * @param {Table} table @param {Int32Array} articles @param {Filters} filters @param {Facets} facets
 */
function sift(table, articles, filters, facets) {
  const checks = barriers(table, filters), passed = new Uint8Array(articles.length);
  const [topics, counties, dates] = [table.topics, table.counties, table.dates].map(({ length }) => new Int32Array(length));
  for (let nth = 0; nth < articles.length; nth++) {
    const i = table.few ? nth : articles[nth];
    let failed = 0;
    for (const [of, bits] of checks) failed |= bits[of[i]];
    passed[nth] = failed ? 0 : 1;
    if (!(failed & ~TOPIC)) topics[table.topics_of[i]]++;
    if (!(failed & ~COUNTY)) counties[table.counties_of[i]]++;
    if (!(failed & ~DATE)) dates[table.dates_of[i]]++;
  }
  const add = (/** @type {keyof Facets} */ facet, /** @type {Int32Array} */ counts, /** @type {(value: number) => string[]} */ names) =>
    counts.forEach((count, value) => {
      if (count) for (const name of names(value)) facets[facet][name] = (facets[facet][name] ?? 0) + count;
    });
  add("topic", topics, (value) => table.topics[value]);
  add("county", counties, (value) => table.counties[value]);
  add("year", dates, (value) => [table.dates[value][1].slice(0, 4)]);
  add("month", dates, (value) => table.dates[value][1].match(/^\d{4}-\d{2}/)?.slice(0, 1) ?? []);
  return passed;
}

/**
 * Scores of the articles, in parts of 1/PRECISION.
 * @param {Matches} matches @param {Table} table @param {number[]} weights @param {number} average length
 */
function scores({ articles, found }, table, weights, average) {
  const norms = table.length.map((bits) => K1 * (1 - B + B * (0.75 * 2 ** bits / average)));
  const points = new Float64Array(articles.length);
  found.forEach(({ body, headline, whole }, term) => {
    for (let nth = 0; nth < points.length; nth++) {
      const frequency = body[nth] + HEADLINE_WEIGHT * headline[nth], norm = norms[table.length_of[table.few ? nth : articles[nth]]];
      points[nth] += weights[term] * (frequency / (frequency + norm) + whole[nth]);
    }
  });
  return points.map((score) => Math.floor(score * PRECISION + 0.5));
}

// ── Index ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** An object that has no property but its own. @returns {Record<string, number>} */
const dictionary = () => Object.create(null);

class Index {
  /** @param {Segment[]} segments @param {Files} files */
  constructor(segments, files) {
    this.segments = segments;
    this.files = files;
    this.articles = segments.reduce((sum, segment) => sum + segment.articles, 0);
    this.average = (segments.reduce((sum, segment) => sum + segment.characters, 0) || 1) / Math.max(this.articles, 1);
  }

  /**
   * @param {string} query @param {Options} [options] @returns {Promise<Answer>}
   */
  async search(query, { limit = 10, offset = 0, sort = "relevance", snippets = true, filters = {} } = {}) {
    const { terms, excluded } = parse(query);
    const matches = await Promise.all(this.segments.map((segment) => segment.match(terms, excluded)));
    const few = matches.reduce((sum, { articles }) => sum + articles.length, 0) <= FEW;
    const weights = terms.map((_, term) => {
      const holding = matches.reduce((sum, { frequencies }) => sum + frequencies[term], 0);
      return Math.log(1 + this.articles / (holding + 1));
    });
    /** @type {Facets} */ const facets = { topic: dictionary(), county: dictionary(), month: dictionary(), year: dictionary() };
    const order = new Float64Array(this.articles);
    let total = 0;
    const tables = await Promise.all(this.segments.map((segment, nth) => {
      const { articles } = matches[nth];
      return articles.length ? segment.table(articles, few, filters.person !== undefined) : undefined;
    }));
    for (const [nth, segment] of this.segments.entries()) {
      const { articles } = matches[nth], table = tables[nth];
      if (!table) continue;
      const passed = sift(table, articles, filters, facets);
      const points = sort === "relevance" && terms.length ? scores(matches[nth], table, weights, this.average) : undefined;
      for (let i = 0; i < articles.length; i++) {
        // One number holds score and age: the higher the better, the newer among equals.
        if (passed[i]) order[total++] = (points ? points[i] * ARTICLES : 0) + ARTICLES - 1 - segment.offset - articles[i];
      }
    }
    const sorted = order.subarray(0, total).sort();
    if (sort !== "oldest") sorted.reverse();
    const shown = Array.from(sorted.subarray(offset, offset + limit));
    const hits = await Promise.all(shown.map((value) => this.hit(ARTICLES - 1 - value % ARTICLES, Math.floor(value / ARTICLES) / PRECISION)));
    if (snippets) await Promise.all(hits.map(async (hit) => { hit.snippet = await this.snippet(hit.url, terms); }));
    return { total, hits, facets, terms };
  }

  /** @param {number} article @param {number} score @returns {Promise<Hit>} */
  async hit(article, score) {
    const segment = /** @type {Segment} */ (this.segments.findLast((each) => each.offset <= article));
    const [id, path, title, date, , topics, counties, newspaper, kind, people] = await segment.row(article - segment.offset);
    const url = new URL(path || `articles/${id}/`, new URL("../", this.files.base)).href;
    return { id, url, title, date, topics, counties, newspaper, kind, people, score, snippet: [] };
  }

  /** Nothing where the page cannot be had: the answer stands without. @param {string} url @param {string[]} terms */
  async snippet(url, terms) {
    try {
      const response = await this.files.get(new URL(url));
      return response.ok ? snippet(blocksOf(await response.text()), terms) : [];
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
export async function open(base, { fetch = (url) => globalThis.fetch(url) } = {}) {
  const folder = new URL(String(base).replace(/\/?$/, "/"), globalThis.location?.href);
  const files = new Files(folder, fetch);
  return files.load("directory.bin", (data) => {
    const bits = new Bits(data);
    const version = bits.golomb(0);
    if (version !== VERSION) throw new Error(`format ${version}, but this module reads ${VERSION}`);
    let offset = 0;
    const segments = Array.from({ length: bits.golomb(0) }, () => {
      const segment = new Segment(bits, offset, files);
      offset += segment.articles;
      return segment;
    });
    return new Index(segments, files);
  });
}

// ── Snippets ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const WINDOW = 100; // Characters of a snippet.
const LEAD = 24; // Of them before the first match.

/** Texts of the blocks of an article's page, the headline last. @param {string} html */
function blocksOf(html) {
  if (globalThis.DOMParser) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const blocks = [...page.querySelectorAll("main [data-block]")];
    const isHeadline = (/** @type {Element} */ block) => block.localName === "h1";
    return [...blocks.filter((block) => !isHeadline(block)), ...blocks.filter(isHeadline)].map((block) => block.textContent ?? "");
  }
  const main = html.slice(Math.max(html.search(/<main\b/i), 0));
  const found = [...main.matchAll(/<(\w+)\b[^>]*\bdata-block=[^>]*>([\s\S]*?)<\/\1>/gi)];
  return [...found.filter(([, tag]) => tag !== "h1"), ...found.filter(([, tag]) => tag === "h1")].map(([, , inner]) => plain(inner));
}

const ENTITIES = new Map([["lt", "<"], ["gt", ">"], ["quot", '"'], ["apos", "'"], ["amp", "&"], ["nbsp", "\xa0"]]);

/** @param {string} html */
const plain = (html) =>
  html.replace(/<[^>]*>/g, "").replace(/&(?:#x([\da-f]+)|#(\d+)|(lt|gt|quot|apos|amp|nbsp));/gi, (_, hex, decimal, name) =>
    name ? ENTITIES.get(name.toLowerCase()) ?? "" : String.fromCodePoint(hex ? parseInt(hex, 16) : +decimal));

/**
 * A text cut where matches of folded terms begin and end, to be marked by the page.
 * @param {string} text @param {string[]} terms @returns {Piece[]}
 */
export function mark(text, terms) {
  return pieces(matched(text, terms));
}

/**
 * The characters of a text (with their marks), and which terms each is part of a match of.
 * @param {string} text @param {string[]} terms @returns {{chars: string[], terms: Set<number>[]}}
 */
function matched(text, terms) {
  const chars = text.match(/[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/gu) ?? [];
  const folded = chars.map(fold), all = folded.join("");
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
function pieces({ chars, terms }) {
  /** @type {Piece[]} */ const done = [];
  chars.forEach((char, i) => {
    const match = terms[i].size > 0, last = done.at(-1);
    if (last && last.match === match) last.text += char;
    else done.push({ text: char, match });
  });
  return done;
}

/** The block that shows most terms, around its first match. @param {string[]} blocks @param {string[]} terms */
function snippet(blocks, terms) {
  let best, most = -1;
  for (const block of blocks) {
    const found = matched(block, terms), shown = new Set(found.terms.flatMap((each) => [...each])).size;
    if (shown > most) [best, most] = [found, shown];
  }
  if (!best) return [];
  const first = best.terms.findIndex((each) => each.size);
  const start = best.chars.length <= WINDOW ? 0 : Math.max(Math.min(first - LEAD, best.chars.length - WINDOW), 0);
  const end = start + WINDOW;
  const cut = pieces({ chars: best.chars.slice(start, end), terms: best.terms.slice(start, end) });
  if (start) cut.unshift({ text: "…", match: false });
  if (end < best.chars.length) cut.push({ text: "…", match: false });
  return cut;
}
