// @ts-check
/** The engine of the site, loaded once; after a failure the next call tries again. */

const INDEX = new URL("../../search/", import.meta.url);

/**
 * A function that makes its value once. `attempt` counts the failures: browsers remember what failed under a name.
 * @template T @param {(attempt: number) => Promise<T>} make @returns {() => Promise<T>}
 */
function once(make) {
  /** @type {Promise<T> | undefined} */ let made;
  let attempt = 0;
  return () => made ??= make(attempt).catch((error) => {
    made = undefined;
    attempt++;
    throw error;
  });
}

const named = (/** @type {string} */ file, /** @type {number} */ attempt) => new URL(attempt ? `${file}#${attempt}` : file, INDEX).href;

/** The index, and the function that marks the matches in a text. */
export const engine = once(async (attempt) => {
  const [{ open, fold }, { mark }] = await Promise.all(["search.js", "marks.js"].map((file) => import(named(file, attempt))));
  return { index: await open(INDEX), mark: (/** @type {string} */ text, /** @type {string[]} */ terms) => mark(text, terms, fold) };
});

/** Suggestions and other ways to write a query. */
const helper = once(async (attempt) => {
  const [{ open }, { index }] = await Promise.all([import(named("suggest.js", attempt)), engine()]);
  return open(INDEX, { index });
});

/**
 * Search goes on without its helper; what it would have said is then empty.
 * @template T @param {(helper: any) => Promise<T[]>} ask @returns {Promise<T[]>}
 */
async function helped(ask) {
  try {
    return await ask(await helper());
  } catch (error) {
    console.info(error);
    return [];
  }
}

/** @param {string} typed @param {number} limit */
export const suggest = (typed, limit) => helped((help) => help.suggest(typed, { limit }));

/** @param {string} query */
export const alternatives = (query) => helped((help) => help.alternatives(query));

// Under way while the page is still being put together. Whoever asks is told if it fails.
engine().catch(() => {});
