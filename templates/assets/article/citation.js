// @ts-check
/**
 * An article as others cite it, in the words of `jianbao/render/machine/citation.py`: what is copied here is what is exported there.
 *
 * @typedef {object} Reference
 * @property {string} id
 * @property {string} title
 * @property {boolean} inferred  The paper prints no headline.
 * @property {string[]} authors
 * @property {string} newspaper
 * @property {string} date  EDTF: `2025-12-08`, `2025-12~`.
 * @property {string} page  Empty, as all that follow, where it is not known.
 * @property {string} section
 * @property {string} number
 * @property {string} language
 * @property {string[]} subjects
 * @property {string} abstract
 * @property {string} archive
 * @property {string} url
 */

const NAMED_AUTHORS = 3; // Both editions of GB/T 7714: of more authors the first three, then 等.
const INFERRED = "原文无标题，题名据正文拟定";
/** @type {Record<string, string>} BibTeX counts braces even behind a backslash, so only commands keep them balanced. */
const TEX = {
  "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}",
};

/** @param {Reference} of */
const base = (of) => of.date.replace(/[?~%]$/, "");
/** @param {Reference} of */
const vague = (of) => base(of) !== of.date;

/** Authors with the full stop behind them; nothing for none. @param {Reference} of @param {string} comma */
function authors(of, comma) {
  const named = of.authors.slice(0, NAMED_AUTHORS).join(comma) + (of.authors.length > NAMED_AUTHORS ? `${comma}等` : "");
  return named && `${named}. `;
}

/** A title that was supplied, and a date that was estimated, stand in square brackets. @param {Reference} of */
const title = (of) => (of.inferred ? `[${of.title}]` : of.title);
/** @param {Reference} of */
const day = (of) => (vague(of) ? `[${base(of)}]` : of.date);

/** GB/T 7714-2025. @param {Reference} of */
export function gbt2025(of) {
  const page = of.page && `（${of.page}）`;
  const [medium, address] = of.url ? ["N/OL", ` ${of.url}.`] : ["N", ""];
  return `${authors(of, "，")}${title(of)}[${medium}]. ${of.newspaper}，${day(of)}${page}.${address}`;
}

/** GB/T 7714-2015. @param {Reference} of @param {string} accessed The ISO date on which the reader saw the page. */
export function gbt2015(of, accessed) {
  const page = of.page && `(${of.page})`;
  const [medium, address] = of.url ? ["N/OL", `[${accessed}]. ${of.url}`] : ["N", ""];
  return `${authors(of, ", ")}${title(of)}[${medium}]. ${of.newspaper}, ${day(of)}${page}${address}.`;
}

/** @param {string} text */
const tex = (text) => text.replace(/[\\{}~^%$&#_]/g, (char) => TEX[char] ?? `\\${char}`);

/** A name that BibTeX would take apart stands in braces. @param {string} name */
const texName = (name) => (/[\s,]/.test(name) ? `{${tex(name)}}` : tex(name));

/** BibTeX, which BibLaTeX understands too. @param {Reference} of */
export function bibtex(of) {
  const fields = Object.entries({
    entrysubtype: "newspaper",
    author: of.authors.map(texName).join(" and "),
    title: `{${tex(of.title)}}`,
    journal: tex(of.newspaper),
    date: of.date,
    year: of.date.slice(0, 4),
    pages: of.page,
    number: tex(of.number),
    url: of.url,
    langid: "chinese",
    keywords: of.subjects.map((subject) => tex(subject.replaceAll(",", "，"))).join(", "),
    note: of.inferred ? INFERRED : "",
  });
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `,\n  ${name} = {${value}}`);
  return `@article{${of.id.replace(/[^0-9A-Za-z._:-]/g, "-")}${lines.join("")}\n}\n`;
}

/** A RIS record of type NEWS. @param {Reference} of */
export function ris(of) {
  const [year, month = "", date = ""] = base(of).split("-");
  /** @type {[string, string][]} */ const fields = [
    ["TY", "NEWS"],
    ["TI", of.title],
    ...of.authors.map((author) => /** @type {[string, string]} */ (["AU", author])),
    ["T2", of.newspaper],
    ["PY", year],
    ["DA", `${year}/${month}/${date}/`],
    ["SP", of.page],
    ["SE", of.section],
    ["IS", of.number],
    ["LA", of.language],
    ...of.subjects.map((subject) => /** @type {[string, string]} */ (["KW", subject])),
    ["AB", of.abstract],
    ["DB", of.archive],
    ["UR", of.url],
    ["N1", of.inferred ? INFERRED : ""],
    ["N1", vague(of) ? `日期不确定（EDTF ${of.date}）` : ""],
  ];
  return `${fields.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}\r\n`).join("")}ER  - \r\n`;
}

/** CSL-JSON: a list of one item. @param {Reference} of */
export function csl(of) {
  const item = {
    id: of.id,
    type: "article-newspaper",
    title: of.title,
    author: of.authors.map((literal) => ({ literal })),
    "container-title": of.newspaper,
    issued: { "date-parts": [base(of).split("-").map(Number)], ...(vague(of) ? { circa: true } : {}) },
    page: of.page,
    section: of.section,
    issue: of.number,
    language: of.language,
    abstract: of.abstract,
    keyword: of.subjects.join(", "),
    archive: of.archive,
    URL: of.url,
    note: of.inferred ? INFERRED : "",
  };
  return JSON.stringify([Object.fromEntries(Object.entries(item).filter(([, value]) => value.length !== 0))]);
}
