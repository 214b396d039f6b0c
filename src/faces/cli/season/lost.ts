/** What a plan lost while its season was built anew. */
import { visible } from "../../../papers/index.js";
import type { Io } from "../io.js";

/** Says which sessions of a plan have no team in what was kept: their dates, or they themselves, are gone. */
export function tellLost(io: Io, season: string, lost: readonly string[]): void {
  if (lost.length === 0) return;
  io.err(
    `${visible(season)} was built anew meanwhile: without a team now, since their date is gone, are ${lost.map(visible).join(", ")}\n`,
  );
}
