// @ts-check
/**
 * The list of hits as files for a spreadsheet, a reference manager, a program. Each names the search it came from.
 *
 * @typedef {{address: string, archive: string, query: string, filters: Record<string, unknown>, sort: string, total: number}} Search
 *   `address`: where the search can be seen again; `total`: what it finds, perhaps more than the list holds.
 * @typedef {{id: string, date: string, newspaper: string, kind: string, title: string, reporters: string[], topics: string[],
 *   counties: string[], url: string}} Row  Topics and counties by name.
 */

const BYTE_ORDER_MARK = "\ufeff"; // Without one, Excel reads UTF-8 as GBK on a Chinese system.
// What spreadsheets take for a formula, full-width forms included: Excel reads those as their ASCII twins.
const FORMULA = /^\s*[=+\-@＝＋－＠]/;
// Controls that no text file should hold, and lone surrogates, which UTF-8 cannot.
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|\p{Cs}/gu;

/** @type {(keyof Row)[]} */
const COLUMNS = ["id", "date", "newspaper", "kind", "title", "reporters", "topics", "counties", "url"];

/** RFC 4180; a cell that a spreadsheet would take for a formula begins with an apostrophe. @param {Search} search @param {Row[]} rows */
export function csv(search, rows) {
  const lines = [
    [...COLUMNS, "search"],
    ...rows.map((row) => [...COLUMNS.map((column) => [row[column]].flat().join("；")), search.address]),
  ];
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("");
}

/** @param {string} value */
function cell(value) {
  const text = value.replace(FORBIDDEN, "");
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Records of type NEWS. @param {Search} search @param {Row[]} rows */
export const ris = (search, rows) => rows.map((row) => record(search, row)).join("");

/** @param {Search} search @param {Row} row */
function record(search, row) {
  const [year = "", month = "", day = ""] = row.date.replace(/[?~%]$/, "").split("-");
  /** @type {[string, string][]} */ const fields = [
    ["TY", "NEWS"],
    ["TI", row.title],
    ...row.reporters.map((name) => /** @type {[string, string]} */ (["AU", name])),
    ["T2", row.newspaper],
    ["PY", year],
    ["DA", `${year}/${month}/${day}/`],
    ["LA", "zh-Hans"],
    ...[...row.topics, ...row.counties].map((subject) => /** @type {[string, string]} */ (["KW", subject])),
    ["DB", search.archive],
    ["UR", row.url],
    ["N1", /[?~%]$/.test(row.date) ? `EDTF ${row.date}` : ""],
    ["N1", search.address],
  ];
  const lines = fields.map(([tag, value]) => [tag, value.replace(FORBIDDEN, "").replace(/\s+/g, " ").trim()]);
  return `${lines.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}\r\n`).join("")}ER  - \r\n`;
}

// BibTeX counts braces even behind a backslash, so only commands keep them balanced.
/** @type {Record<string, string>} */ const TEX = {
  "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}",
};

/** BibTeX, which BibLaTeX understands too. @param {Search} search @param {Row[]} rows */
export const bib = (search, rows) => rows.map((row) => {
  const fields = Object.entries({
    entrysubtype: "newspaper",
    author: row.reporters.map((name) => (/[\s,]/.test(name) ? `{${tex(name)}}` : tex(name))).join(" and "),
    title: `{${tex(row.title)}}`,
    journal: tex(row.newspaper),
    date: row.date,
    year: row.date.slice(0, 4),
    url: row.url,
    langid: "chinese",
    keywords: [...row.topics, ...row.counties].map((subject) => tex(subject.replaceAll(",", "，"))).join(", "),
    note: tex(search.address),
  });
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `,\n  ${name} = {${value}}`);
  return `@article{${row.id.replace(/[^0-9A-Za-z._:-]/g, "-")}${lines.join("")}\n}\n`;
}).join("");

/** @param {string} text */
const tex = (text) => text.replace(FORBIDDEN, "").replace(/\s+/g, " ").trim().replace(/[\\{}~^%$&#_]/g, (char) => TEX[char] ?? `\\${char}`);

/** @param {Search} search @param {Row[]} rows */
export const json = (search, rows) => `${JSON.stringify({ search, articles: rows }, null, 1)}\n`;
