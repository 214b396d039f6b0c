/** What a plan changes, and a team of which one leaves: without a browser. */
import { expect, test } from "vitest";
import { differenceOf, differencesOf, tallyOf } from "../../src/faces/web/difference.js";
import { wholeTeams, withoutMember } from "../../src/faces/web/edits.js";
import type { Assignment, Member, Plan, Session } from "../../src/faces/web/types.js";

const member = (seat: Member["seat"], trainer: string): Member => ({ seat, trainer });
const team = [member("professional", "p1"), member("lived", "l1"), member("lived", "l2")];
const assigned = (session: string, slot: number, of: readonly Member[]): Assignment => ({ session, slot, team: of });
const plan = (...assignments: Assignment[]): Plan => ({ format: "koppel-plan/1", season: "s", assignments });
const session: Session = {
  id: "a",
  activity: "training",
  programme: null,
  place: null,
  slots: [],
  seats: { professional: 1, lived: 2 },
  priority: 3,
  pinned: null,
};

test("whoever comes is told beside whoever leaves a seat of the same role, and another date besides", () => {
  const becomes = { slot: 1, team: [member("professional", "p1"), member("lived", "l3"), member("lived", "l2")] };
  expect(differenceOf("a", { slot: 0, team }, becomes)).toMatchObject({
    kind: "changed",
    isOtherDate: true,
    swaps: [{ out: "l1", in: "l3" }],
  });
});

test("nobody is told to take the place of somebody in another role", () => {
  const becomes = { slot: 0, team: [member("professional", "p1"), member("lived", "l2"), member("actor", "x1")] };
  expect(differenceOf("a", { slot: 0, team }, becomes).swaps).toEqual([
    { out: "l1", in: null },
    { out: null, in: "x1" },
  ]);
});

test("sessions are counted by what happens to them", () => {
  const before = plan(assigned("a", 0, team), assigned("b", 0, team), assigned("d", 0, team));
  const after = plan(assigned("a", 1, team), assigned("c", 0, team), assigned("d", 0, team));
  expect(tallyOf(differencesOf(before, after))).toEqual({ dates: 1, teams: 0, opened: 1, staffed: 1 });
});

test("who is kept out leaves her own seat, and what is planned from has whole teams alone", () => {
  const without = withoutMember(plan(assigned("a", 0, team)), session, "l1");
  expect(without.assignments).toEqual([assigned("a", 0, [team[0], team[2]] as Member[])]);
  expect(wholeTeams(without, { sessions: [session] }).assignments).toEqual([]);
  const whole = plan(assigned("a", 0, team));
  expect(wholeTeams(whole, { sessions: [session] })).toBe(whole);
});
