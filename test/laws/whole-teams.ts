/** Random plans that indices can say: every team fills its seats, and nobody sits twice in one. */
import type { Assignment, Season } from "../../src/model/types.js";
import { ROLES } from "../../src/model/types.js";
import type { Random } from "../support/random.js";
import { looseTeams } from "../support/random-plan.js";

/** Teams of whoever comes, in any slot, by themselves or together against any rule but the number of seats. */
export function wholeTeams(random: Random, season: Season): Assignment[] {
  return looseTeams(random, season).filter(({ session, team }) => {
    const seats = season.sessions.find(({ id }) => id === session)?.seats ?? {};
    return ROLES.every((role) => team.filter(({ seat }) => seat === role).length === (seats[role] ?? 0));
  });
}
