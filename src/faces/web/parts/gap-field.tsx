/** The gap that is good enough, in percent. */
import type { Signal } from "@preact/signals";
import { words } from "../state.js";

export function GapField({ percent }: { readonly percent: Signal<string> }) {
  return (
    <label>
      {words.value.goodAt}
      <input
        type="number"
        min="0"
        max="100"
        step="0.1"
        required
        value={percent.value}
        onInput={(event) => {
          percent.value = event.currentTarget.value;
        }}
      />
    </label>
  );
}
