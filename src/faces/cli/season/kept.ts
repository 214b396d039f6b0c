/** What came of keeping a plan while others worked on the same season. */
import { visible } from "../../../papers/index.js";
import type { Io } from "../io.js";

/** Tells under which name a plan is kept where somebody saved under its own meanwhile, and what it lost by a season built anew. */
export function tellKept(
  io: Io,
  season: string,
  asked: string,
  { id, lost }: { readonly id: string; readonly lost: readonly string[] },
): void {
  if (id !== asked)
    io.err(`${visible(asked)} was saved by somebody else meanwhile: this plan is kept as ${visible(id)}\n`);
  if (lost.length === 0) return;
  io.err(
    `${visible(season)} was built anew meanwhile: without a team now, since their date is gone, are ${lost.map(visible).join(", ")}\n`,
  );
}
