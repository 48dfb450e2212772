// @ts-check
/**
 * A list of options below the search field (ARIA's combobox): arrows, Enter, Escape, mouse. The focus stays in the field.
 *
 * @typedef {{text: string, note: string, act: () => void}} Option
 * @typedef {{name: string, options: Option[]}} Group
 */

import { make, part } from "./elements.js";

export class Combobox {
  /** @param {HTMLInputElement} field */
  constructor(field) {
    this.field = field;
    /** @type {HTMLElement} */
    this.list = part("suggestions");
    /** @type {Option[]} */
    this.options = [];
    this.active = -1;
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.list.id);
    field.setAttribute("aria-expanded", "false");
    field.addEventListener("keydown", (event) => this.press(event));
    field.addEventListener("blur", () => this.close());
    // The field would lose the focus before the click arrives.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = /** @type {HTMLElement} */ (event.target).closest("[role=option]");
      if (option) this.choose([...this.list.querySelectorAll("[role=option]")].indexOf(option));
    });
  }

  /** Show the groups; none closes the list. @param {Group[]} groups */
  show(groups) {
    this.options = groups.flatMap(({ options }) => options);
    if (!this.options.length || document.activeElement !== this.field) return this.close();
    let number = 0;
    this.list.replaceChildren(...groups.map(({ name, options }, nth) => {
      const heading = make("span", { id: `suggestions-${nth}`, className: "name", role: "presentation" }, name);
      const group = make("div", { role: "group" }, heading, ...options.map(({ text, note }) => make(
        "div", { id: `suggestion-${number++}`, role: "option", ariaSelected: "false" },
        make("span", { lang: "zh-Hans" }, text), " ", make("small", {}, note),
      )));
      group.setAttribute("aria-labelledby", heading.id);
      return group;
    }));
    this.list.hidden = false;
    this.list.scrollTop = 0;
    this.field.setAttribute("aria-expanded", "true");
    this.mark(-1);
  }

  close() {
    this.options = [];
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.mark(-1);
  }

  /** @param {number} number the option that Enter chooses; -1 for what is typed. */
  mark(number) {
    this.active = number;
    const all = [...this.list.querySelectorAll("[role=option]")];
    all.forEach((option, nth) => { option.ariaSelected = String(nth === number); });
    if (number < 0) this.field.removeAttribute("aria-activedescendant");
    else {
      this.field.setAttribute("aria-activedescendant", all[number].id);
      all[number].scrollIntoView({ block: "nearest" });
    }
  }

  /** @param {number} number */
  choose(number) {
    const option = this.options[number];
    this.close();
    option.act();
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    // Keys of an input method are its own.
    if (event.isComposing || event.keyCode === 229 || !this.options.length) return;
    const stops = this.options.length + 1;
    if (event.key === "ArrowDown") this.mark((this.active + 2) % stops - 1);
    else if (event.key === "ArrowUp") this.mark((this.active + stops) % stops - 1);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.active >= 0) this.choose(this.active);
    else return;
    event.preventDefault();
  }
}
