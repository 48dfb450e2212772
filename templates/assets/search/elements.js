// @ts-check

/**
 * An element with its content; text never becomes markup.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Record<string, unknown>} [properties] @param {...(Node | string)} content
 */
export function make(name, properties = {}, ...content) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...content);
  return element;
}

/** An element of the page itself. @param {string} id @returns {any} */
export const part = (id) => document.getElementById(id);

/** Text with its matches marked. @param {{text: string, match: boolean}[]} pieces */
export const marked = (pieces) => pieces.map(({ text, match }) => (match ? make("mark", {}, text) : text));

/**
 * Replace what is in an element and leave the focus where it was: on the new one of the same `data-key`, else on `fallback`.
 * @param {HTMLElement} parent @param {(Node | string)[]} content @param {HTMLElement} fallback
 */
export function replace(parent, content, fallback) {
  const focused = parent.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.key : undefined;
  parent.replaceChildren(...content);
  if (focused === undefined) return;
  const again = /** @type {HTMLElement | null} */ (parent.querySelector(`[data-key="${CSS.escape(focused)}"]`));
  (again ?? fallback).focus();
}
