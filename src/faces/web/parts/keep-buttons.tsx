/** Keep what was changed of a trainer, or leave it as it was. */
import type { Kept, Parts } from "../her.js";
import { isChanged, keepHer, undoHer } from "../her-state.js";
import { words } from "../state.js";

export function KeepButtons({ her, what }: { readonly her: Kept; readonly what: keyof Parts }) {
  const p = words.value.person;
  const isOn = isChanged(her.code, what);
  const named = `${p.save}: ${p[what]}`;
  return (
    <div class="inline keep">
      <button type="button" class="main" aria-label={named} disabled={!isOn} onClick={() => void keepHer(her, what)}>
        {p.save}
      </button>
      {isOn && (
        <>
          <button type="button" onClick={() => undoHer(her, what)}>
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
