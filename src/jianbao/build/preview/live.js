// Added by `jianbao serve` to the pages that it shows, never to those that are published. It asks for itself again, as a
// script, so that a page may stay under the policy it is published with: that allows scripts of the site, no connections.
"use strict";
(() => {
  const here = document.currentScript;
  const seen = Number(here.dataset.seen);

  /** The next answer: at once where the site is another than the page's, else as soon as it is. */
  function ask(build) {
    if (document.hidden) {
      // Browsers open six connections to a host; tabs that nobody sees must not keep them busy.
      document.addEventListener("visibilitychange", () => ask(build), { once: true });
      return;
    }
    const script = document.createElement("script");
    script.src = `/.jianbao-live/news.js?build=${build}`;
    script.addEventListener("load", () => script.remove());
    script.addEventListener("error", () => { script.remove(); setTimeout(ask, 1000, build); });
    document.head.append(script);
  }

  /** Called by each answer. */
  globalThis.jianbaoNews = ({ build, page, problems }) => {
    document.getElementById("jianbao-problems")?.remove();
    if (problems.length) document.body.prepend(notice(problems));
    else if (page !== seen) { location.reload(); return; }
    ask(build);
  };

  function notice(problems) {
    const box = element("section", "");
    box.id = "jianbao-problems";
    box.setAttribute("role", "alert");
    const close = element("button", "×");
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", () => box.remove());
    const list = element("ol", "");
    for (const { place, message, hint } of problems) {
      const item = element("li", "");
      item.append(element("code", place), " ", element("strong", message));
      if (hint) item.append(element("p", hint));
      list.append(item);
    }
    box.append(close, element("h2", "This page shows the last good site: the content has problems."), list);
    return box;
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/.jianbao-live/live.css";
  document.head.append(style);
  addEventListener("load", () => ask(-1));
})();
