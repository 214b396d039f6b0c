/** What a trainer says of her time, a line each, with a way to take it away. */
import { useRef } from "preact/hooks";
import type { Kept } from "../her.js";
import { changeHer, shownOf } from "../her-state.js";
import { type Said, without } from "../said.js";
import { words } from "../state.js";

export function SaidList({ her, said }: { readonly her: Kept; readonly said: readonly Said[] }) {
  const w = words.value;
  const box = useRef<HTMLUListElement>(null);
  return (
    <ul class="plainlist said" ref={box} tabIndex={-1}>
      {said.map(({ list, at, text, isNo }) => (
        <li key={`${list} ${at} ${text}`}>
          <span>
            <b class={isNo ? "bad" : "good"}>{isNo ? w.person.no : w.person.yes}</b> {text}
          </span>
          {list !== "holds" && (
            <button
              type="button"
              class="plain"
              aria-label={`${w.remove}: ${text}`}
              onClick={() => {
                changeHer(her, "time", without(shownOf(her, "time"), list, at));
                // The button goes with its line: whoever works by the keyboard stays in the list.
                box.current?.focus();
              }}
            >
              ×
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
