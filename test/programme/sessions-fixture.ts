/** A chosen programme of the demo municipality, with what its sessions are made from. */
import type { Alternative } from "../../src/programme/choose/alternatives.js";
import type { Groups } from "../../src/programme/groups/groups.js";
import { type Needs, parseNeeds } from "../../src/programme/scan/needs.js";
import type { SessionParts } from "../../src/programme/sessions/sessions.js";
import { calendar, menu, order } from "./support.js";

export const theme = (id: string, times: number, level = 1) => ({ id, times, level });
export const alternative: Alternative = {
  kind: "most-need",
  items: [
    { item: "conference", times: 1, fee: 0, themes: [theme("social-control", 1), theme("fgm", 1)] },
    { item: "webinar", times: 1, fee: 0, themes: [theme("fgm", 1)] },
    { item: "module-intercultural", times: 1, fee: 0, themes: [theme("culture-sensitive-work", 1)] },
    { item: "basic-training", times: 2, fee: 0, themes: [theme("social-control", 2), theme("gender-equality", 1)] },
    { item: "lkha-training", times: 2, fee: 0, themes: [theme("forced-marriage", 2, 2), theme("abandonment", 1, 2)] },
  ],
  fee: 0,
  metPercent: 50,
  boundPercent: 50,
  proven: true,
  unmet: [],
};
export const needs: Needs = parseNeeds({
  format: "koppel-needs/1",
  leastTold: 5,
  groups: ["formal", "informal"],
  people: { total: null, byGroup: { formal: null, informal: null, municipality: null } },
  themes: [],
  counts: {
    workForms: [],
    communities: [
      { id: "turkish", people: 9 },
      { id: "moroccan", people: 12 },
    ],
    languages: [],
    cooperation: [],
    days: [
      { id: "tue", people: 20 },
      { id: "thu", people: 18 },
    ],
    dayparts: [{ id: "morning", people: 20 }],
  },
});
export const group = (date: string, womenOnly: boolean): Groups["groups"][number] => ({
  id: "1",
  date,
  language: "nl",
  womenOnly,
  formal: 5,
  informal: 5,
  placesLeft: 6,
  members: [],
});
export const groups: Groups = {
  format: "koppel-groups/1",
  groups: [group("2027-06-08", true), group("2027-06-10", false)],
  waiting: [],
  measures: { placed: 0, small: 0, mix: 0, colleagues: 0 },
  bound: { placed: 0, small: 0, mix: 0, colleagues: 0 },
  proven: true,
};
export const parts = async (change: Partial<SessionParts> = {}): Promise<SessionParts> => ({
  menu,
  order,
  alternative,
  needs,
  groups: new Map([["lkha-training", groups]]),
  introductions: ["conversation", "outcome"],
  calendar: await calendar(),
  ...change,
});
