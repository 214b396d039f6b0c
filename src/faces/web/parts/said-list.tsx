/** What a trainer says of her time, a line each, with a way to take it away. */
import { useRef } from "preact/hooks";
import type { Kept } from "../her.js";
import { changeHer, shownOf } from "../her-state.js";
import { type Said, without } from "../said.js";
import { words } from "../state.js";
import { Fault, useAria } from "./faulty.js";

export function SaidList({ her, said }: { readonly her: Kept; readonly said: readonly Said[] }) {
  const box = useRef<HTMLUListElement>(null);
  return (
    <ul class="plainlist said" ref={box} tabIndex={-1}>
      {said.map((one) => (
        <Line
          key={`${one.list} ${one.at} ${one.text}`}
          said={one}
          remove={() => {
            if (one.list === "holds") return;
            changeHer(her, "time", without(shownOf(her, "time"), one.list, one.at));
            // The button goes with its line: whoever works by the keyboard stays in the list.
            box.current?.focus();
          }}
        />
      ))}
    </ul>
  );
}

function Line({ said: { list, at, text, isNo }, remove }: { readonly said: Said; readonly remove: () => void }) {
  const w = words.value;
  const place = `/${list}/${at}`;
  const { "aria-describedby": why } = useAria(place);
  return (
    <li>
      <span>
        <b class={isNo ? "bad" : "good"}>{isNo ? w.person.no : w.person.yes}</b> {text}
        <Fault at={place} />
      </span>
      {list !== "holds" && (
        <button
          type="button"
          class="plain"
          aria-label={`${w.remove}: ${text}`}
          {...(why === undefined ? {} : { "aria-describedby": why })}
          onClick={remove}
        >
          ×
        </button>
      )}
    </li>
  );
}
