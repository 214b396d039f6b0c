/** A piece of the page that scrolls by itself: reached and moved by the keyboard too. */
import type { ComponentChildren } from "preact";

export interface ScrollProps {
  readonly name: string;
  readonly isTall?: boolean;
  readonly children: ComponentChildren;
}

export function Scroll({ name, isTall = false, children }: ScrollProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a mouse
    <section class={isTall ? "scroll tall" : "scroll"} tabIndex={0} aria-label={name}>
      {children}
    </section>
  );
}
