/** What is told at the top: `bad` stays until it is put away. */
import { signal } from "@preact/signals";
import { onForget } from "./kept.js";

export interface Notice {
  readonly id: number;
  readonly kind: "good" | "bad";
  readonly text: string;
  /** a way on */
  readonly way: { readonly name: string; readonly go: () => void } | null;
}
export const notices = signal<readonly Notice[]>([]);
let nextNotice = 0;
onForget(() => {
  notices.value = [];
});

export function tell(kind: Notice["kind"], text: string, way: Notice["way"] = null): void {
  const id = nextNotice++;
  // The same thing is told once.
  const others = notices.value.filter((one) => one.text !== text);
  notices.value = [...others, { id, kind, text, way }].slice(-4);
  if (kind === "good") setTimeout(() => putAway(id), 6000);
}
export function putAway(id: number): void {
  notices.value = notices.value.filter((one) => one.id !== id);
}
