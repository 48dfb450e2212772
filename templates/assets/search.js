// Starts the search page. A classic script, since a module does not even start when the page is opened from disk; the
// modules are asked for all at once, so that none waits until another has told its name.
"use strict";
(() => {
  const { page, modules } = document.currentScript.dataset;
  // From disk no script may read the index; site.js shows the note that says so.
  if (location.protocol === "file:") return;

  const main = new URL(page, document.baseURI);
  Promise.all([import(main), ...modules.split(" ").map((name) => import(new URL(name, main)))]).then(
    ([{ start }]) => start(),
    (error) => {
      console.error(error);
      const broken = document.getElementById("broken");
      broken.hidden = false;
      broken.querySelector("button").addEventListener("click", () => location.reload());
    },
  );
})();
