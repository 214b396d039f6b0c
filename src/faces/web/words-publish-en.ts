/** The words of publishing: whom to ask, what they answer, and what is mended, in English. */
import type { publishNl } from "./words-publish-nl.js";

export const publishEn: typeof publishNl = {
  publishHelp: "From then on this is what people are told. Later plans depart from it only where that gains something.",
  publishNow: "Publish this plan",
  publishedNow: (n) => `Published: ${n === 1 ? "1 session" : `${n} sessions`}.`,
  saveFirst: "Save your changes first.",
  repairFirst: "This plan breaks rules. Repair it first.",
  askThem: "Whom to ask or call",
  says: { asked: "Asked", yes: "Yes", no: "No", silent: "No answer" },
  fallen: "no longer holds: repair first",
  fallenBy: (names) => `no longer holds: ${names} said no`,
  toMend: "To the repair",
  afterAll: "Yes after all",
  mended: "Mended in this plan: save it, then publish it.",
  toPublish: "To publishing",
  forThisSession: "For this session",
  further: "Besides",
  persons: (n, text) => (n === 1 ? "1 person" : `${text} people`),
  questions: (text) => `${text} questions`,
  repair: "Repair",
  repairHelp: "Looks for the plan for which the fewest people have to be called.",
  sheets: "Team sheets",
  showSheets: "Show the team sheets",
  print: "Print",
  takenOver: "Accepted. Save it, then publish it.",
  heldBack: (n) =>
    n === 1
      ? "1 team sheet is held back: that session no longer holds as published."
      : `${n} team sheets are held back: those sessions no longer hold as published.`,
  doing: { ask: "To ask", wait: "Waiting for a reply", no: "Said no", yes: "Said yes" },
  askOrder: "In the order of calling: whoever is needed first stands at the top.",
  searchTrainer: "Find a trainer",
  showAll: (n) => `Show all ${n}`,
};
