/** One season, put together from its parts. */
import type { Season, Series } from "../../src/model/index.js";
import { agree } from "./agreed.js";
import { daysFrom } from "./calendar.js";
import { Chance } from "./chance.js";
import { Country } from "./country.js";
import { drawOrders } from "./orders.js";
import { drawParameters, type Parameters } from "./parameters.js";
import { drawPairs, drawPool } from "./pool.js";
import { drawProgrammes } from "./programmes.js";
import { drawSession, type SessionFrame } from "./sessions.js";
import type { Size } from "./size.js";
import { drawWeights } from "./weights.js";

/**
 * A fresh season; the same arguments give the same season.
 * @param fixed parameters that are not left to chance
 */
export function generateSeason(id: string, size: Size, seed: number, fixed: Partial<Parameters> = {}): Season {
  const root = `${size.trainers}x${size.sessions} ${seed}`;
  const parameters = drawParameters(root, fixed);
  const chance = (stream: string) => new Chance(root, stream);
  const days = daysFrom(chance("year").int(2026, 2030), size.weeks);
  const country = new Country(chance("country"), size.sessions);
  const codes = numbered("t", size.trainers, 4);

  const { ordered, series } = drawSessions(chance("sessions"), { days, country, trainers: codes, parameters }, size);
  const { sessions, programmes } = drawProgrammes(chance("programmes"), ordered, parameters.budget);
  const load = meanLoad(sessions, size);
  const trainers = drawPool(chance("pool"), { codes, load, days, country, parameters });
  const weights = drawWeights(chance("weights"), parameters);
  const season: Season = {
    format: "koppel-season/1",
    id,
    timeZone: "Europe/Amsterdam",
    from: days[0].date,
    to: days[days.length - 1].date,
    places: country.places(placesOf({ trainers, sessions })),
    trainers,
    sessions,
    series,
    programmes,
    pairs: drawPairs(chance("pairs"), trainers, 7 * weights.pair),
    published: [],
    weights,
  };
  return agree({ plan: chance("plan"), pins: chance("pins"), published: chance("published") }, season, parameters);
}

function numbered(letter: string, count: number, digits: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(digits, "0")}`);
}

function drawSessions(chance: Chance, frame: SessionFrame, size: Size) {
  const { days, country, parameters } = frame;
  const codes = numbered("s", size.sessions, 5)[Symbol.iterator]();
  const orders = drawOrders(chance, { count: size.sessions, days: days.length, country, parameters });
  const series: Series[] = [];
  const ordered = orders.flatMap((order) => {
    const sessions = order.sessions.map((one) => drawSession(chance, frame, codes.next().value ?? "", order, one));
    const [minDays, maxDays] = order.step;
    const id = `r${String(series.length + 1).padStart(4, "0")}`;
    if (sessions.length > 1) series.push({ id, sessions: sessions.map((session) => session.id), minDays, maxDays });
    return sessions.map((session) => ({ session, client: order.client.id }));
  });
  return { ordered, series };
}

function meanLoad(sessions: Season["sessions"], { trainers }: Size): { sessions: number; halfDays: number } {
  const seats = sessions.map((session) => Object.values(session.seats).reduce((sum, count) => sum + count, 0));
  const halfDays = sessions.reduce((sum, session, index) => sum + session.halfDays * seats[index], 0);
  return { sessions: seats.reduce((sum, count) => sum + count, 0) / trainers, halfDays: halfDays / trainers };
}

function placesOf({ trainers, sessions }: Pick<Season, "trainers" | "sessions">): ReadonlySet<string> {
  const used = new Set(trainers.flatMap(({ home, avoidPlaces }) => [home, ...avoidPlaces]));
  for (const { place, audience } of sessions) for (const id of [place, ...audience]) if (id !== null) used.add(id);
  return used;
}
