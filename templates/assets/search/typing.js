// @ts-check

/** Milliseconds after which newer words no longer wait for an answer: it may never come. */
const PATIENCE = 1500;

/**
 * Call `search` with what is typed, as soon as the answer before is there; of what was typed meanwhile only the newest
 * counts. An input method sends unfinished syllables: nothing is searched until the characters stand.
 * @param {HTMLInputElement} field
 * @param {{search: (typed: string) => Promise<void>, supersede: () => void}} actions
 *   `supersede` is told at once that the search under way is no longer wanted.
 * @returns {{forget: () => void}} `forget` drops what still waits
 */
export function searchAsTyped(field, { search, supersede }) {
  /** @type {string | null} */ let waiting = null;
  let busy = false;
  const typed = async () => {
    supersede();
    waiting = field.value.trim();
    if (busy) return;
    busy = true;
    while (waiting !== null) {
      const newest = waiting;
      waiting = null;
      await Promise.race([search(newest), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    }
    busy = false;
  };
  const forget = () => { waiting = null; };
  field.addEventListener("input", (event) => { if (!(/** @type {InputEvent} */ (event).isComposing)) typed(); });
  field.addEventListener("compositionstart", forget);
  field.addEventListener("compositionend", typed);
  return { forget };
}
