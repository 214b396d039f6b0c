/** Rows of the timeline after an edit are those of the whole plan laid out anew, and what the edit does not touch is the same object. */
import { expect, test } from "vitest";
import { withAssignment } from "../../src/faces/web/edits.js";
import { type Axis, type Filters, NO_FILTERS } from "../../src/faces/web/look.js";
import { type Board, boardAfter, boardOf, type Layout } from "../../src/faces/web/rows.js";
import { changesBetween } from "../../src/faces/web/touched.js";
import type { Assignment, Plan, Season, Session } from "../../src/faces/web/types.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";

const TRAINERS = ["t1", "t2", "t3", "t4", "t5"];

function seasonOf(random: Random): Season {
  const partOn = (day: number): readonly [string, string] => {
    const date = `2027-03-${String(day).padStart(2, "0")}`;
    return [`${date}T${random.pick(["09:00", "13:00"])}`, `${date}T17:00`];
  };
  const sessions = Array.from(
    { length: random.int(1, 12) },
    (_, i): Session => ({
      ...{ id: `s${i}`, activity: random.pick(["a", "b"]), programme: random.pick([null, "p1", "p2"]) },
      place: random.pick([null, "here", "there"]),
      slots: Array.from({ length: random.int(1, 3) }, () =>
        Array.from({ length: random.int(1, 2) }, () => partOn(random.int(1, 28))),
      ),
      seats: { professional: 2 },
      priority: 1,
      pinned: null,
    }),
  );
  return {
    ...{ id: "s", from: "2027-03-01", to: "2027-03-28", places: [], programmes: [], published: [] },
    sessions,
    trainers: TRAINERS,
  };
}

function assignmentOf(random: Random, { id, slots }: Session): Assignment | null {
  if (random.chance(0.25)) return null;
  const team = random.sample(TRAINERS, 2).map((trainer) => ({ seat: "professional" as const, trainer }));
  return { session: id, slot: random.int(0, slots.length - 1), team };
}

function layoutOf(random: Random, season: Season): Layout {
  const filters: Filters = {
    ...NO_FILTERS,
    trainer: random.pick(["", "", "t2"]),
    programme: random.pick(["", "", "p1"]),
    text: random.pick(["", "", "t3"]),
  };
  const said = ({ id }: Session, assignment: Assignment | null): string =>
    [id, ...(assignment?.team.map(({ trainer }) => trainer) ?? [])].join(" ");
  return {
    season,
    axis: random.pick<Axis>(["trainer", "place", "programme"]),
    filters,
    week: random.pick([null, "2027-03-08"]),
    said,
  };
}

/** What a board shows, whatever the order of its rows. */
const shown = ({ rows, keys }: Board) => ({
  rows: [...rows].map(([key, { cells, depth }]) => [key, depth, [...cells].sort()]).sort(),
  keys: [...keys].sort(),
});
const EMPTY: Plan = { format: "koppel-plan/1", season: "s", assignments: [] };

test("after each of many edits the rows are those of the plan laid out anew", () => {
  for (let seed = 1; seed <= count(300, 3000); seed++) {
    const random = new Random(seed);
    const season = seasonOf(random);
    const layout = layoutOf(random, season);
    let plan = EMPTY;
    let board = boardOf(layout, plan);
    for (let step = 0; step < 12; step++) {
      const before = board;
      // some sessions at once, as where a plan is taken over
      const touched = random.sample(season.sessions, random.int(1, 3));
      for (const one of touched) plan = withAssignment(plan, one.id, assignmentOf(random, one));
      board = boardAfter(board, plan);
      expect([seed, step, shown(board)]).toEqual([seed, step, shown(boardOf(layout, plan))]);
      const ids = new Set(touched.map(({ id }) => id));
      const hasTouched = (of: Board, key: string): boolean =>
        [...(of.rows.get(key)?.cells.values() ?? [])].some((chips) => chips.some(({ session }) => ids.has(session.id)));
      for (const [key, row] of board.rows)
        if (!hasTouched(before, key) && !hasTouched(board, key)) expect(row).toBe(before.rows.get(key));
      const isSame = before.keys.length === board.rows.size && before.keys.every((key) => board.rows.has(key));
      expect(board.keys === before.keys).toBe(isSame);
    }
  }
});

test("what differs between two plans is what their texts tell, whichever objects they are made of", () => {
  const text = ({ slot, team }: Assignment): string =>
    JSON.stringify([slot, team.map(({ seat, trainer }) => `${seat} ${trainer}`).sort()]);
  for (let seed = 1; seed <= count(300, 3000); seed++) {
    const random = new Random(seed);
    const { sessions } = seasonOf(random);
    const planOf = (): Plan => ({ ...EMPTY, assignments: sessions.flatMap((one) => assignmentOf(random, one) ?? []) });
    const before = planOf();
    // of the same objects, of others that say the same, in another order, or wholly another plan
    const others = random.pick([
      () => before.assignments,
      () => structuredClone(before.assignments),
      () => before.assignments.map((one) => ({ ...one, team: one.team.toReversed() })).toReversed(),
      () => planOf().assignments,
    ]);
    let after: Plan = { ...EMPTY, assignments: others() };
    for (const one of random.sample(sessions, 2)) after = withAssignment(after, one.id, assignmentOf(random, one));
    const [a, b] = [before, after].map(
      ({ assignments }) => new Map(assignments.map((one) => [one.session, text(one)])),
    );
    const differ = sessions.map(({ id }) => id).filter((id) => a?.get(id) !== b?.get(id));
    const found = changesBetween(before, after);
    expect([seed, found.map(({ session }) => session).sort()]).toEqual([seed, differ.sort()]);
    for (const { session, is } of found)
      expect(is).toBe(after.assignments.find((one) => one.session === session) ?? null);
  }
});
