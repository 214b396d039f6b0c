/** The words of what is supposed, of repairs and of what changes, in English. */
import type { whatifNl } from "./words-whatif-nl.js";

export const whatifEn: typeof whatifNl = {
  whatChanges: "What changes",
  otherDate: (was, becomes) => `another date: ${was} → ${becomes}`,
  makesWay: (out, coming) => `${coming} in place of ${out}`,
  comesIn: (name) => `${name} joins`,
  goesOut: (name) => `${name} leaves`,
  losesTeam: "loses its team",
  getsTeam: "gets a team",
  tally: {
    opened: (n) => (n === 1 ? "1 loses its team" : `${n} lose their teams`),
    staffed: (n) => (n === 1 ? "1 gets a team" : `${n} get a team`),
    dates: (n) => (n === 1 ? "1 other date" : `${n} other dates`),
    teams: (n) => (n === 1 ? "1 other team" : `${n} other teams`),
  },
  andMore: (n) => `And ${n} more.`,
  whatif: "What if …",
  ill: "somebody is ill",
  extra: "there is one more session",
  budget: "a budget changes",
  add: "Add",
  compare: "Compare",
  answers: {
    yes: "Proven better than it is now.",
    no: "Proven no better than it is now.",
    unproven: "Not proven whether this is better.",
    incomparable: "The costs cannot be compared.",
  },
  base: "as it is",
  baseHelp: "The same question without a change, planned for as long.",
  sideBySide: "Side by side",
  changesBy: "What each scenario changes",
  now: "now",
  stays: "stays",
  staffedOnly: (n) => `${n} staffed`,
  against: (n, text) => (n === 0 ? "as many" : text),
  dearer: (n, text) => (n === 0 ? "the same" : `${text}: ${n > 0 ? "dearer" : "cheaper"}`),
  illFrom: (name, from, to) => `${name} ill, ${from} to ${to}`,
  extraLike: (what, place) => `One more ${what} in ${place}`,
  budgetOf: (programme, euros) => `Budget of ${programme}: €${euros}`,
  copyOf: "like",
  isIll: "This trainer is ill: repair",
  illHelp:
    "The trainer is kept out of the sessions that are left now. Enter the absence in the calendar too, so that it holds everywhere.",
  callFirst: (n) => (n === 0 ? "Nobody to call" : n === 1 ? "1 person to call" : `${n} people to call, in this order`),
  about: (n) => (n === 1 ? "about 1 session" : `about ${n} sessions`),
  fixedWithHer: (list) => `Fixed with this trainer: ${list}.`,
  letsGo: {
    agenda: "Accepting puts the absence in the trainer’s calendar: for those days what was fixed no longer holds.",
    answer: "Accepting notes a no from the trainer to those sessions: what was fixed no longer holds.",
    nothing:
      "The trainer belongs to another organisation: its own coordinator enters the absence. Until then this plan breaks what is fixed, and cannot be saved.",
  },
  letGo: (name, list, isInAgenda) =>
    `${isInAgenda ? `The absence of ${name} is in the calendar` : `Noted: ${name} says no`}. No longer fixed: ${list}.`,
  stillFixed: (list) => `Still fixed with this trainer: ${list}. Until that is gone this plan cannot be saved.`,
};
