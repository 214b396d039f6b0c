/** The gap that is good enough, in percent; and one that was reached, in words. */
import type { Signal } from "@preact/signals";
import { percent as percentOf } from "../format.js";
import { lang, words } from "../state.js";
import { Field } from "./faulty.js";

export function GapField({ percent }: { readonly percent: Signal<string> }) {
  return (
    <Field name={words.value.goodAt} at="/gap">
      {(aria) => (
        <input
          type="number"
          min="0"
          max="100"
          step="0.1"
          required
          value={percent.value}
          {...aria}
          onInput={(event) => {
            percent.value = event.currentTarget.value;
          }}
        />
      )}
    </Field>
  );
}

/** How much better is possible at most, in words. */
export function gapText({ cost, bound }: { readonly cost: number; readonly bound: number }): string {
  const w = words.value;
  return bound >= cost ? w.optimal : w.atMost(percentOf((cost - bound) / Math.max(1, cost), lang.value));
}
