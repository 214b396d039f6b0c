/** Keep what was changed of a trainer, or leave it as it was. */
import { useRef } from "preact/hooks";
import type { Kept, Parts } from "../her.js";
import { isChanged, keepHer, undoHer } from "../her-state.js";
import { words } from "../state.js";

export interface KeepButtonsProps {
  readonly her: Kept;
  readonly what: keyof Parts;
  /** shown only where something was changed */
  readonly isQuiet?: boolean;
}

export function KeepButtons({ her, what, isQuiet = false }: KeepButtonsProps) {
  const p = words.value.person;
  const box = useRef<HTMLDivElement>(null);
  const isOn = isChanged(her.code, what);
  // The button that was pressed goes, or can no longer be pressed: whoever works by the keyboard stays where she was.
  const stay = (): void => {
    if (document.activeElement === document.body || box.current?.contains(document.activeElement) === true)
      box.current?.focus();
  };
  return (
    <div class="inline keep" ref={box} tabIndex={-1}>
      {(isOn || !isQuiet) && (
        <button
          type="button"
          class="main"
          aria-label={`${p.save}: ${p[what]}`}
          disabled={!isOn}
          onClick={() => void keepHer(her, what).then(stay)}
        >
          {p.save}
        </button>
      )}
      {isOn && (
        <>
          <button
            type="button"
            onClick={() => {
              undoHer(her, what);
              stay();
            }}
          >
            {p.undo}
          </button>
          <span class="unsaved" role="status">
            {p.unsaved}
          </span>
        </>
      )}
    </div>
  );
}
