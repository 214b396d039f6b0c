/** Rule 13: what was fixed beforehand stands. */
import type { Session } from "../model/types.js";
import type { RuleReport, Staffed } from "./facts.js";

/**
 * 13. A staffed session has its pinned slot and its pinned members in their seats; where these fill every seat, it is
 * staffed.
 * @param staffed what the plan says of the session; undefined when it is unstaffed
 */
export function checkPin(session: Session, staffed: Staffed | undefined, report: RuleReport): void {
  const pin = session.pinned;
  if (pin === null) return;
  if (staffed === undefined) {
    const seats = Object.values(session.seats).reduce((sum, count) => sum + count, 0);
    if (pin.team.length === seats)
      report("pinned", session.id, "its whole team is fixed, yet the plan leaves it unstaffed");
    return;
  }
  if (staffed.slot !== pin.slot)
    report("pinned", session.id, `it is fixed in slot ${pin.slot} and planned in slot ${staffed.slot}`);
  for (const { seat, trainer } of pin.team)
    if (!staffed.members.some((member) => member.seat === seat && member.trainer.id === trainer))
      report("pinned", session.id, `${trainer} is fixed in a ${seat} seat and does not sit there`);
}
