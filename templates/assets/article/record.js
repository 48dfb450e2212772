// @ts-check
/** The bibliographic record of the article that a page shows, read from what the page tells machines. */

/** @typedef {import("./citation.js").Reference} Reference */

/** @param {string} text */
const oneLine = (text) => text.replace(/\s+/g, " ").trim();

/** @param {Document} page @param {string} archive Its name. @returns {Reference} */
export function recordOf(page, archive) {
  const told = (/** @type {string} */ selector, attribute = "content") => page.querySelector(selector)?.getAttribute(attribute) ?? "";
  const meta = (/** @type {string} */ name) => told(`meta[name="${name}"]`);
  const url = told("link[rel=canonical]", "href");
  const { about = [], contentLocation = [] } = JSON.parse(page.querySelector("script[type='application/ld+json']")?.textContent ?? "{}");
  const named = [...about, ...contentLocation].map(({ name }) => name);
  return {
    id: decodeURI(new URL(url || page.URL).pathname).replace(/\/(index[.]html)?$/, "").replace(/^.*\//, ""),
    title: meta("citation_title"),
    inferred: !!page.querySelector("article > header > .made"),
    authors: [...page.querySelectorAll("meta[name=citation_author]")].map((author) => author.getAttribute("content") ?? ""),
    newspaper: meta("prism.publicationName"),
    date: told("a[data-edtf]", "data-edtf") || meta("citation_date"),
    page: meta("citation_firstpage"),
    section: told("meta[property='article:section']"),
    number: meta("citation_issue"),
    language: meta("citation_language") || page.documentElement.lang,
    subjects: [...new Set([...named, ...keywords(page)])],
    abstract: meta("description"),
    archive,
    url,
  };
}

/** Spaces stand between keywords, and those that do not break in them. @param {Document} page */
function keywords(page) {
  const words = page.querySelector("aside dd > i:only-child");
  const links = [...(words?.querySelectorAll("a") ?? [])].map((link) => link.textContent ?? "");
  return (links.length ? links : (words?.textContent ?? "").split(" ")).map(oneLine).filter(Boolean);
}
