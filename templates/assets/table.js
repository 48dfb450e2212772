// Sorts the rows of a table by a column, again and again the other way round. Without it they stand newest first.
"use strict";
for (const table of document.querySelectorAll("table[data-sort]")) {
  const [body] = table.tBodies;
  const number = (text) => parseFloat(text.replace(/,/g, "").replace("−", "-"));
  /** What a row is sorted by: a number goes by what it is in the basic unit, which stands behind it where it differs. */
  const key = (row, column) => {
    const text = row.cells[column].textContent;
    return column === 2 && !text ? row.cells[1].textContent : text;
  };
  const numeric = (heading) => heading.classList.contains("num");
  const collator = new Intl.Collator("zh");
  function sort(heading, column) {
    const down = heading.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...body.rows].map((row) => [key(row, column), row]);
    rows.sort(([a], [b]) => {
      if (!numeric(heading)) return (down ? -1 : 1) * collator.compare(a, b);
      const [x, y] = [number(a), number(b)];
      // What is no number stands last either way.
      if (isNaN(x) || isNaN(y)) return isNaN(x) - isNaN(y);
      return (down ? -1 : 1) * (x - y);
    });
    body.append(...rows.map(([, row]) => row));
  }
  [...table.tHead.rows[0].cells].forEach((heading, column) => {
    if (heading.classList.contains("free")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent.trim();
    button.title = table.dataset.sort.replace("%", button.textContent);
    button.addEventListener("click", () => sort(heading, column));
    heading.replaceChildren(button);
  });
}
