// Starts the search page. A classic script, since a module does not even start when the page is opened from disk. All that
// the first answer takes is asked for at once, so that nothing waits until something else has told its name.
"use strict";
(() => {
  const { src, dataset } = document.currentScript;
  // From disk no script may read the index; site.js shows the note that says so.
  if (location.protocol === "file:") return;

  const main = new URL(dataset.page, document.baseURI).href;
  const indexed = (name) => new URL(`../search/${name}`, src).href;
  const expect = (properties) => document.head.append(Object.assign(document.createElement("link"), properties));
  for (const href of [main, indexed("search.js"), indexed("marks.js")]) expect({ rel: "modulepreload", href });
  expect({ rel: "preload", as: "fetch", crossOrigin: "", href: indexed("directory.bin") });
  // Only who searches is shown snippets. Where this fails, the engine asks again.
  if (new URLSearchParams(location.search).get("q")) import(indexed("snippets.js")).catch(() => {});

  const broken = (error) => {
    console.error(error);
    const note = document.getElementById("broken");
    note.hidden = false;
    note.querySelector("button").addEventListener("click", () => location.reload());
  };
  const parsed = new Promise((resolve) => {
    if (document.readyState !== "loading") resolve();
    else document.addEventListener("DOMContentLoaded", resolve);
  });
  parsed.then(() => import(main)).then(({ start }) => start()).catch(broken);
})();
