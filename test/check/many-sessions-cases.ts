/** Cases for rules 14 to 20: one trainer over all her sessions, and several sessions. */
import type { Slot, ThemeNeed } from "../../src/model/types.js";
import { type Changes, LIVED, type RuleCase, S1, S2, SWAPPED } from "./two-sessions.js";

const on = (date: string, from: string, to: string): Slot => [[`2027-03-${date}T${from}`, `2027-03-${date}T${to}`]];
const two = (one: Slot, other: Slot): Slot => [...one, ...other];
const theme = (who: "any" | "lived", level: number): ThemeNeed[] => [{ id: "fgm", level, wish: 3, who }];
const series = (minDays: number, maxDays: number): Changes => ({
  season: { series: [{ id: "r1", sessions: ["s1", "s2"], minDays, maxDays }] },
});
/** Both sessions cost 2 members × 2 hours × 60 euros. */
const budget = (euros: number): Changes => ({
  s1: { programme: "m1" },
  s2: { programme: "m1" },
  season: { programmes: [{ id: "m1", budget: euros }] },
});
/** One member, two and a half hours with what is paid beside them. */
const roundedFee = (euros: number): Changes => ({
  t1: { ratePerHour: 181 },
  s1: { programme: "m1", seats: { lived: 1 }, paidMinutes: 30 },
  season: { programmes: [{ id: "m1", budget: euros }] },
});

export const MANY_SESSIONS_CASES: readonly RuleCase[] = [
  {
    rule: "overlap",
    name: "set-up counts; a minute is enough",
    where: "t1",
    broken: { s2: { slots: [on("02", "13:00", "14:00")], seats: { lived: 1 }, before: 31 }, s1: { after: 30 } },
    held: { s2: { slots: [on("02", "13:00", "14:00")], seats: { lived: 1 }, before: 30 }, s1: { after: 30 } },
    plan: [S1, { ...S2, team: [LIVED] }],
  },
  {
    rule: "travelTime",
    name: "a minute for each kilometre",
    where: "t1",
    broken: { s2: { place: "P2", slots: [on("02", "12:35", "14:00")], seats: { lived: 1 } } },
    held: { s2: { place: "P2", slots: [on("02", "12:36", "14:00")], seats: { lived: 1 } } },
    plan: [S1, { ...S2, team: [LIVED] }],
  },
  {
    rule: "restDays",
    name: "more than so many days apart",
    where: "t1",
    broken: { limits: { restDays: 7 } },
    held: { limits: { restDays: 6 } },
  },
  {
    rule: "perDay",
    name: "parts count, not sessions",
    where: "t1",
    broken: { limits: { perDay: 1 }, s1: { slots: [two(on("02", "10:00", "11:00"), on("02", "11:00", "12:00"))] } },
    held: { limits: { perDay: 2 }, s1: { slots: [two(on("02", "10:00", "11:00"), on("02", "11:00", "12:00"))] } },
  },
  {
    rule: "perWeek",
    name: "weeks begin on Monday",
    where: "t1",
    broken: { limits: { perWeek: 1 }, s2: { slots: [on("07", "10:00", "12:00")] } },
    held: { limits: { perWeek: 1 }, s2: { slots: [on("08", "10:00", "12:00")] } },
  },
  {
    rule: "perSeason",
    name: "sessions in all",
    where: "t1",
    broken: { limits: { perSeason: 1 } },
    held: { limits: { perSeason: 2 } },
  },
  {
    rule: "exposure",
    name: "a session that lists the theme twice counts once",
    where: "t1",
    broken: {
      limits: { exposure: { fgm: 0 } },
      t1: { expertise: { fgm: 3 } },
      s1: { themes: [...theme("any", 1), ...theme("lived", 1)] },
    },
    held: {
      limits: { exposure: { fgm: 1 } },
      t1: { expertise: { fgm: 3 } },
      s1: { themes: [...theme("any", 1), ...theme("lived", 1)] },
    },
  },
  {
    rule: "exposure",
    name: "only lived seats count",
    where: "t1",
    broken: { limits: { exposure: { fgm: 0 } }, t1: { expertise: { fgm: 3 } }, s1: { themes: theme("any", 1) } },
    held: { limits: { exposure: { fgm: 0 } }, t1: { expertise: { fgm: 3 } }, s1: { themes: theme("any", 1) } },
    plan: [S1],
    heldPlan: [SWAPPED],
  },
  { rule: "order", name: "too few days", where: "r1", broken: series(8, 9), held: series(7, 9) },
  { rule: "order", name: "too many days", where: "r1", broken: series(0, 6), held: series(0, 7) },
  {
    rule: "order",
    name: "from the day of the last part",
    where: "r1",
    broken: { ...series(0, 2), s1: { slots: [two(on("02", "10:00", "11:00"), on("06", "10:00", "11:00"))] } },
    held: { ...series(0, 3), s1: { slots: [two(on("02", "10:00", "11:00"), on("06", "10:00", "11:00"))] } },
  },
  {
    rule: "order",
    name: "the one before is open",
    where: "r1",
    broken: series(0, 9),
    held: series(0, 9),
    plan: [S2],
    heldPlan: [S1],
  },
  { rule: "budget", name: "a euro too much", where: "m1", broken: budget(479), held: budget(480) },
  {
    rule: "budget",
    name: "fees round half up: 181 × 2.5 is 452.5",
    where: "m1",
    broken: roundedFee(452),
    held: roundedFee(453),
    plan: [{ ...S1, team: [LIVED] }],
  },
];
