// @ts-check
/**
 * Words compared over time: of a hundred articles of each month or year, how many hold them. The index counts them, so that
 * any string of characters can be asked for, and what is drawn is what the search finds.
 */

import { make, part } from "./elements.js";
import { engine } from "./engine.js";
import { figure, say, spoken } from "./words.js";

/**
 * @typedef {{word: string, counts: number[]}} Line
 * @typedef {{periods: string[], articles: number[], lines: Line[]}} Chart  Periods as the search takes them: `2026-08`, `2026`.
 */

const MOST = 5; // Lines that can be told apart.
const MONTHS = 48; // More are drawn as years.
const [WIDEST, HEIGHT, LEFT, TOP, GROUND] = [960, 300, 40, 16, 264]; // Pixels: letters keep their size on a phone.
const LABEL = 90;
const SVG = "http://www.w3.org/2000/svg";

/** What was typed, each word once. @param {string} typed */
const wordsOf = (typed) => [...new Set(typed.replaceAll('"', "").split(/[\s,，、;；]+/).filter(Boolean))];

/** @param {string} word */
const searchFor = (word) => `../search/?${new URLSearchParams({ q: word })}`;

/** Start the page: the address tells what is compared, so that it can be passed on. */
export function start() {
  const form = part("compare"), words = wordsOf(new URLSearchParams(location.search).get("q") ?? "");
  form.hidden = false;
  form.elements.q.value = words.join(" ");
  if (words.length) show(words).catch((error) => {
    console.info(error);
    part("status").textContent = say("failed");
  });
}

/** As many of the words as can be told apart; of the others it says so. @param {string[]} typed */
async function show(typed) {
  const words = typed.slice(0, MOST);
  part("status").textContent = say("searching");
  const chart = await counted(words);
  const left = typed.slice(MOST).join(say("comma"));
  part("status").textContent = say("trend_shown", { words: words.join(say("comma")) }) + (left && say("trend_left", { count: MOST, words: left }));
  part("chart").replaceChildren(legend(chart), drawn(chart), table(chart));
  part("chart").hidden = false;
}

/** @param {string[]} words @returns {Promise<Chart>} */
async function counted(words) {
  const { index } = await engine();
  const options = { limit: 0, snippets: false };
  const [all, ...found] = await Promise.all(["", ...words.map((word) => `"${word}"`)].map((query) => index.search(query, options)));
  const months = between(Object.keys(all.facets.month).sort()), kind = months.length && months.length <= MONTHS ? "month" : "year";
  const years = Object.keys(all.facets.year).map(Number);
  const periods = kind === "month" ? months : span(Math.min(...years), Math.max(...years)).map(String);
  const by = (/** @type {any} */ answer) => periods.map((period) => answer.facets[kind][period] ?? 0);
  return { periods, articles: by(all), lines: words.map((word, nth) => ({ word, counts: by(found[nth]) })) };
}

/** @param {number} first @param {number} last */
const span = (first, last) => Array.from({ length: last - first + 1 }, (_, nth) => first + nth);

/** All months from the first to the last. @param {string[]} months */
function between(months) {
  const [first, last] = [months[0], months.at(-1)].map((month) => month ? 12 * Number(month.slice(0, 4)) + Number(month.slice(5)) - 1 : 0);
  return months.length ? span(first, last).map((month) => `${Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, "0")}`) : [];
}

/** Each word leads to the articles that hold it. @param {Chart} chart */
const legend = ({ lines }) => make("figcaption", { className: "legend" }, ...lines.map(({ word, counts }, nth) => {
  const key = svg("svg", { viewBox: "0 0 32 8", class: `l${nth}`, "aria-hidden": "true" }, svg("path", { d: "M0 4h32" }));
  const total = counts.reduce((sum, count) => sum + count, 0);
  return make("span", {}, key, make("a", { href: searchFor(word), textContent: word }), ` ${say("articles", { count: total })}`);
}));

/** @param {Chart} chart */
function drawn({ periods, articles, lines }) {
  const width = Math.min(WIDEST, part("main").clientWidth);
  const shares = lines.map(({ counts }) => counts.map((count, nth) => articles[nth] ? 100 * count / articles[nth] : NaN));
  const most = ceiling(Math.max(0, ...shares.flat().filter((share) => !Number.isNaN(share))));
  const x = (/** @type {number} */ nth) => LEFT + (width - LEFT - 8) * (nth + 0.5) / periods.length;
  const y = (/** @type {number} */ share) => GROUND - (GROUND - TOP) * share / most;
  const grid = [0, most / 2, most].map((share) => svg("g", { class: "grid" },
    svg("path", { d: `M${LEFT} ${y(share)}H${width}` }), svg("text", { x: LEFT - 6, y: y(share) + 4, "text-anchor": "end" }, `${figure(share)}%`)));
  const step = Math.ceil(periods.length * LABEL / (width - LEFT));
  const labels = periods.map((period, nth) => nth % step ? "" : svg("text", { x: x(nth), y: GROUND + 22, "text-anchor": "middle" }, period));
  const courses = shares.map((course, line) => svg("g", { class: `l${line}` },
    svg("path", { d: course.map((share, nth) => Number.isNaN(share) ? "" : `${Number.isNaN(course[nth - 1] ?? NaN) ? "M" : "L"}${x(nth)} ${y(share)}`).join("") }),
    ...course.map((share, nth) => Number.isNaN(share) ? "" : svg("circle", { cx: x(nth), cy: y(share), r: 3 },
      svg("title", {}, say("trend_point", { word: lines[line].word, when: spoken(periods[nth]), count: lines[line].counts[nth], share: Number(share.toFixed(1)) }))))));
  return svg("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-label": say("trend_chart") }, ...grid, ...labels, ...courses);
}

/** The next round number: 1, 2 or 5 times a power of ten, at most 100. @param {number} share */
function ceiling(share) {
  const power = 10 ** Math.floor(Math.log10(share || 1));
  return Math.min([1, 2, 5, 10].map((times) => times * power).find((round) => round >= share) ?? 100, 100);
}

/** The same as numbers. @param {Chart} chart */
function table({ periods, articles, lines }) {
  const cell = (/** @type {string} */ text, className = "num") => make("td", { className, textContent: text });
  const head = [...lines.map(({ word }) => word), say("trend_all")].map((text) => make("th", { scope: "col", className: "num", textContent: text }));
  const rows = periods.flatMap((period, nth) => articles[nth] ? [make("tr", {}, make("th", { scope: "row", textContent: spoken(period) }),
    ...lines.map(({ counts }) => cell(figure(counts[nth]))), cell(figure(articles[nth])))] : []);
  return make("details", {}, make("summary", { textContent: say("trend_table") }),
    make("table", {}, make("thead", {}, make("tr", {}, make("td"), ...head)), make("tbody", {}, ...rows.reverse())));
}

/** @param {string} name @param {Record<string, string | number>} attributes @param {...(Node | string)} content */
function svg(name, attributes, ...content) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...content);
  return element;
}
