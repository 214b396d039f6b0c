/** What a wide screen shows and a phone keeps behind a button. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

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
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What has the focus is hidden with the rest: whoever works by the keyboard stays where she was.
    if (isOpen && box.current?.contains(document.activeElement) === true) button.current?.focus();
    setOpen(false);
  }, [until]);
  return (
    <>
      <button
        type="button"
        class="unfold"
        ref={button}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen((before) => !before)}
      >
        {name}
      </button>
      <div id={id} ref={box} class={isOpen ? "fold open" : "fold"}>
        {children}
      </div>
    </>
  );
}
