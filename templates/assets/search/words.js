// @ts-check
/** The words of the page: interface texts, names of topics, counties and kinds, dates as they are spoken. */

const { texts, names, title } = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("names")).textContent ?? "");
const titles = Object.fromEntries(Object.entries(names).map(([filter, pairs]) => [filter, new Map(pairs)]));
const monthName = new Intl.DateTimeFormat(document.documentElement.lang, { month: "long", timeZone: "UTC" });
const number = new Intl.NumberFormat(document.documentElement.lang);

/** Title of the archive. @type {string} */
export const archive = title;

/** A text with its values in place. @param {string} key @param {Record<string, string | number>} [values] */
export function say(key, values = {}) {
  const one = values.count === 1 && `${key}_one` in texts ? `${key}_one` : key;
  return texts[one].replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) => figure(values[name]));
}

/** A number as the language writes it; a text as it is. @param {string | number} value */
export const figure = (value) => (typeof value === "number" ? number.format(value) : value);

/** What a value of a filter is called: `renhuai` → 仁怀市. @param {string} filter @param {string} value @returns {string} */
export const nameOf = (filter, value) => titles[filter]?.get(value) ?? value;

/** An EDTF date in words: `2025-12~` → 约2025年12月. @param {string} date */
export function spoken(date) {
  const [, year, month, day, qualifier] = /^(\d+)(?:-(\d+))?(?:-(\d+))?([?~%]?)$/.exec(date) ?? [];
  if (!year) return date;
  const key = day ? "day_name" : month ? "month_name" : "year_name";
  // Years and days are names, not amounts: 2025, never 2,025.
  const name = month ? monthName.format(Date.UTC(2000, Number(month) - 1)) : "";
  const plain = say(key, { year, month: String(Number(month)), name, day: String(Number(day)) });
  return qualifier ? say("about", { date: plain }) : plain;
}

/** A range of dates in words. @param {string} from @param {string} to */
export function spokenRange(from, to) {
  const year = from.slice(0, 4);
  if (from === to) return spoken(from);
  if (year && from === `${year}-01` && to === `${year}-12`) return spoken(year);
  return say(from && to ? "range" : from ? "since" : "until", { from: spoken(from), to: spoken(to) });
}
