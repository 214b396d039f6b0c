/** What a wide screen shows and a phone keeps behind a button. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

export interface FoldProps {
  readonly id: string;
  /** what the button says */
  readonly name: ComponentChildren;
  /** where this changes, it folds again */
  readonly until?: unknown;
  readonly children: ComponentChildren;
}

export function Fold({ id, name, until, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(false), [until]);
  return (
    <>
      <button
        type="button"
        class="unfold"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen((before) => !before)}
      >
        {name}
      </button>
      <div id={id} class={isOpen ? "fold open" : "fold"}>
        {children}
      </div>
    </>
  );
}
