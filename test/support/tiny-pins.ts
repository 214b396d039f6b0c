/** Random pins that hold, so that the season keeps a plan: its pins alone. */
import type { Assignment, Season, Session } from "../../src/model/types.js";
import { couplingsHold } from "../oracles/couplings.js";
import { teamsOf } from "../oracles/teams.js";
import type { Random } from "./random.js";

/** The season with some sessions pinned: a whole team, a part of a team that obeys rules 1 to 13, or a slot alone. */
export function tinyPins(random: Random, season: Season): Season {
  const full = random.chance(0.25) ? fullPins(random, season) : [];
  return {
    ...season,
    sessions: season.sessions.map((session) => {
      const pin = full.find((one) => one.session === session.id);
      if (pin !== undefined) return { ...session, pinned: { slot: pin.slot, team: pin.team } };
      return random.chance(0.18) ? { ...session, pinned: partialPin(random, season, session) } : session;
    }),
  };
}

/** Teams of one or two sessions that hold together; in a series only together with all that come before. */
function fullPins(random: Random, season: Season): Assignment[] {
  const pins: Assignment[] = [];
  const order = [...season.series.flatMap(({ sessions }) => sessions)];
  const alone = season.sessions.map(({ id }) => id).filter((id) => !order.includes(id));
  const wanted = random.sample([...alone, ...order.slice(0, 1)], 1);
  if (wanted[0] === order[0] && random.chance(0.5)) wanted.push(...order.slice(1, 2));
  for (const id of wanted) {
    const session = season.sessions.find((one) => one.id === id);
    const option = session === undefined ? undefined : random.sample(teamsOf(season, session), 1)[0];
    if (option === undefined) break;
    const pin = { session: id, slot: option.slot, team: option.team };
    if (!couplingsHold(season, [...pins, pin])) break;
    pins.push(pin);
  }
  return pins;
}

function partialPin(random: Random, season: Season, session: Session): Session["pinned"] {
  const option = random.sample(teamsOf(season, session), 1)[0];
  if (option === undefined || random.chance(0.3)) return { slot: random.int(0, session.slots.length - 1), team: [] };
  return { slot: option.slot, team: random.sample(option.team, random.int(0, option.team.length - 1)) };
}
