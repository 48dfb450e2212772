// Starts the search page. A classic script, since a module does not even start when the page is opened from disk; the
// modules are asked for all at once, so that none waits until another has told its name.
"use strict";
(() => {
  const { page, modules } = document.currentScript.dataset;
  // From disk no script may read the index; site.js shows the note that says so.
  if (location.protocol === "file:") return;

  const main = new URL(page, document.baseURI);
  const broken = (error) => {
    console.error(error);
    const note = document.getElementById("broken");
    note.hidden = false;
    note.querySelector("button").addEventListener("click", () => location.reload());
  };
  // The page's own module starts as soon as it stands: a field that looks ready must not wait for the other promises.
  import(main).then(({ start }) => start()).catch(broken);
  Promise.all(modules.split(" ").map((name) => import(new URL(name, main)))).catch(broken);
})();
