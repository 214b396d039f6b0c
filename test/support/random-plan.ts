/** Random plans of a season, for comparing what different judges say of them. */
import type { Assignment, Season, Session } from "../../src/model/types.js";
import { teamsOf } from "../oracles/teams.js";
import type { Random } from "./random.js";

/**
 * Some sessions, each with a team that obeys rules 1 to 13 where it has one; together they may break any rule.
 * @param options what `teamsOf` says of each session, in the season's order
 */
export function soundTeams(random: Random, season: Season, options = optionsOf(season)): Assignment[] {
  const chosen = options.filter((teams) => teams.length > 0 && random.chance(0.8));
  return chosen.map((teams) => random.pick(teams));
}

/** What `teamsOf` says of each session, as assignments. */
export function optionsOf(season: Season): Assignment[][] {
  return season.sessions.map((session) =>
    teamsOf(season, session).map(({ slot, team }) => ({ session: session.id, slot, team })),
  );
}

/** Some sessions with whoever comes, in any slot: mostly in seats of her roles, and nobody twice. */
export function looseTeams(random: Random, season: Season): Assignment[] {
  return season.sessions.flatMap((session) => (random.chance(0.8) ? [looseTeam(random, season, session)] : []));
}

function looseTeam(random: Random, season: Season, session: Session): Assignment {
  const left = random.sample(season.trainers, season.trainers.length);
  const team: Assignment["team"][number][] = [];
  for (const seat of ["professional", "lived", "actor"] as const)
    for (let empty = session.seats[seat] ?? 0; empty > 0; empty--) {
      const fitting = left.findIndex(({ roles }) => roles.includes(seat) || random.chance(0.05));
      const [trainer] = fitting < 0 ? [] : left.splice(fitting, 1);
      if (trainer !== undefined) team.push({ seat, trainer: trainer.id });
    }
  return { session: session.id, slot: random.int(0, session.slots.length - 1), team };
}
