/** What no division into a few groups can better: of everything that the groups can be together, the best. */

import { ableOf } from "./frame.js";
import { visitFrameSets } from "./frame-sets.js";
import type { Measures } from "./measure.js";
import type { Intake } from "./participants.js";
import { placeWaiting } from "./seats.js";
import { Together } from "./together.js";

/**
 * @param reached what a division comes to
 * @param known how far colleagues are apart at least, as far as that is known
 * @returns how many can be placed, and how far colleagues are apart at least where as many are and the mix is no less even; null
 *   where there is too much that the groups can be
 */
export function boundOfFew(
  intake: Intake,
  reached: Measures,
  known: number,
): Pick<Measures, "placed" | "colleagues"> | null {
  const waiting = intake.participants.length - reached.placed;
  const found: { readonly together: Together; readonly plain: number }[] = [];
  let placed = reached.placed;
  const isWhole = visitFrameSets(intake, waiting, (frames) => {
    const able = ableOf(intake, frames);
    const seats = intake.participants.map(() => -1);
    placeWaiting(seats, able, intake.most);
    placed = Math.max(placed, seats.filter((at) => at >= 0).length);
    if (intake.colleagues !== "together") return;
    const together = new Together({ intake, reached }, able);
    found.push({ together, plain: together.plain });
  });
  if (!isWhole) return null;
  let colleagues = reached.colleagues;
  for (const { together, plain } of found.sort((a, b) => a.plain - b.plain)) {
    if (plain >= colleagues || colleagues <= known) break;
    colleagues = Math.min(colleagues, together.bound(colleagues));
  }
  return { placed, colleagues };
}
