// @ts-check
/**
 * Into which bars the hits are sorted: the months of one year, years, or runs of years where there are too many.
 *
 * @typedef {{label: string, from: string, to: string, count: number, chosen: boolean}} Bar  Months as YYYY-MM; both ends included.
 * @typedef {{bars: Bar[], year: string, whole: boolean, unplaced: number}} Timeline
 *   `year` if the bars are its months; `whole`: nothing lies outside; `unplaced`: hits of that year without a month.
 */

/** More bars than this do not fit side by side. */
const MOST = 24;
const RUNS = [1, 2, 5, 10, 20, 50, 100];

const month = new Intl.DateTimeFormat(document.documentElement.lang, { month: "short", timeZone: "UTC" });

/**
 * @param {{year: Record<string, number>, month: Record<string, number>}} counts  Of all dates, whatever is chosen.
 * @param {{from: string, to: string}} chosen
 * @returns {Timeline | null} nothing if all hits lie in one bar
 */
export function timeline(counts, { from, to }) {
  const years = Object.keys(counts.year).map(Number);
  if (!years.length || (Object.keys(counts.month).length < 2 && years.length < 2)) return null;
  const [min, max] = [Math.min(...years), Math.max(...years)];
  const within = (/** @type {string} */ date, /** @type {number} */ otherwise) =>
    Math.min(Math.max(date ? Number(date.slice(0, 4)) : otherwise, min), max);
  const first = within(from, min), last = Math.max(within(to, max), first);
  const low = from && monthOf(from, "01"), high = to && monthOf(to, "12");
  const bars = (first === last ? months(first, counts.month) : runs(first, last, counts.year))
    .map((bar) => ({ ...bar, chosen: bar.from >= low && (!high || bar.to <= high) }));
  const year = first === last ? String(first) : "";
  const placed = bars.reduce((sum, { count }) => sum + count, 0);
  return { bars, year, whole: first === min && last === max, unplaced: year ? (counts.year[year] ?? 0) - placed : 0 };
}

/** @param {string} date @param {string} otherwise the month of a date that has none */
const monthOf = (date, otherwise) => date.slice(0, 7).padEnd(7, `-${otherwise}`);

/** @param {number} year @param {Record<string, number>} counts */
const months = (year, counts) => Array.from({ length: 12 }, (_, nth) => {
  const name = `${year}-${String(nth + 1).padStart(2, "0")}`;
  return { label: month.format(Date.UTC(year, nth)), from: name, to: name, count: counts[name] ?? 0 };
});

/** @param {number} first @param {number} last @param {Record<string, number>} counts */
function runs(first, last, counts) {
  const size = RUNS.find((run) => Math.floor(last / run) - Math.floor(first / run) < MOST) ?? 1000;
  const bars = [];
  for (let start = Math.floor(first / size) * size; start <= last; start += size) {
    const inside = Array.from({ length: size }, (_, nth) => counts[start + nth] ?? 0);
    const [from, to] = [Math.max(start, first), Math.min(start + size - 1, last)];
    bars.push({ label: String(start), from: `${from}-01`, to: `${to}-12`, count: inside.reduce((sum, count) => sum + count, 0) });
  }
  return bars;
}
