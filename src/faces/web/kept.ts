/**
 * Kept in this tab alone, over a reload, until whoever is in it logs out: what she wishes and where she was. Never anything of a
 * person but the codes of trainers whom she fixes and keeps out: no name, no participant's code.
 */
import { effect, type Signal, signal } from "@preact/signals";

const PREFIX = "koppel-kept-";
const resets: (() => void)[] = [];

/**
 * A signal that outlives a reload.
 * @param none what it is where nothing is kept
 * @param isIt whether what is found is of its kind: an older page may have kept something else
 */
export function keptSignal<T>(name: string, none: T, isIt: (found: unknown) => found is T): Signal<T> {
  const key = PREFIX + name;
  const kept = signal<T>(read(key, none, isIt));
  effect(() => sessionStorage.setItem(key, JSON.stringify(kept.value)));
  onForget(() => {
    kept.value = none;
  });
  return kept;
}

function read<T>(key: string, none: T, isIt: (found: unknown) => found is T): T {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return isIt(found) ? found : none;
  } catch {
    return none;
  }
}

/** What else of hers is forgotten when she logs out: who comes after her may not see it. */
export const onForget = (reset: () => void): void => void resets.push(reset);

/** Forgets all that was hers. */
export function forgetKept(): void {
  for (const reset of resets) reset();
}
