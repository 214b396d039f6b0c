/** The routes of programmes: from the answers of a quick scan to sessions in the pool. */
import type * as z from "zod";
import { ACTS, type ActorRole } from "../../pool/store/index.js";
import * as a from "./programme-answers.js";
import * as p from "./programme-schemas.js";
import type { Route } from "./route.js";

const step = (name: p.Step, summary: string, body: z.ZodType, answer: z.ZodType): Route => ({
  method: "POST",
  path: `/v1/programmes/{id}/${name}`,
  summary,
  versions: p.LOOKS.has(name) ? "tellsSaved" : "seen",
  tag: "programmes",
  roles: ACTS.programme,
  body,
  answer,
  status: 200,
  answerer: { by: "advice", op: "programmes", step: name },
  ...(name === "pages" ? { problems: [406] } : {}),
});
const common = { tag: "programmes", status: 200 } as const;
const roles: readonly ActorRole[] = ACTS.programme;

export const PROGRAMME_ROUTES: readonly Route[] = [
  {
    ...common,
    method: "GET",
    path: "/v1/programmes",
    summary: "The papers of programmes",
    roles,
    answer: a.papersOut,
    answerer: { by: "direct", op: "programmes" },
  },
  {
    ...common,
    method: "GET",
    path: "/v1/programmes/{id}",
    summary: "A programme's order, needs, choice, groups without codes, terms and quote, small counts left out",
    versions: "tells",
    roles,
    answer: a.dossierOut,
    answerer: { by: "direct", op: "programme" },
  },
  {
    ...common,
    method: "PUT",
    path: "/v1/programmes/{id}",
    summary: "Keep papers, all of them or none",
    versions: "seenOrNone",
    roles,
    body: p.papersIn,
    answer: a.dossierOut,
    answerer: { by: "direct", op: "keepProgramme" },
  },
  {
    ...common,
    method: "GET",
    path: "/v1/programmes/{id}/intake",
    summary: "Who is in which group, who waits and why, by their codes",
    roles: ACTS.seeParticipants,
    answer: a.intakeOut,
    answerer: { by: "direct", op: "intake" },
  },
  step("answers", "Answers out of exports of survey tools, kept with their outcome", p.answersIn, a.takenOut),
  step("participants", "Participants out of a filled-in list", p.participantsIn, a.takenOut),
  step("choice", "Three alternatives, or wishes that cannot go together", p.choiceIn, a.choiceOut),
  step("groups", "The participants in groups, kept as those of an item", p.groupsIn, a.groupsOut),
  step("ungrouping", "The groups of an item left out again; formed anew they come back", p.groupsIn, a.ungroupedOut),
  step("quote", "The quote for the sessions of an alternative, by the terms", p.quoteIn, a.quoteOut),
  step("booking", "Book the sessions of an alternative into the pool", p.bookingIn, a.bookedOut),
  step("standing", "What must be ready, and what a plan pays against the budget", p.standingIn, a.standingOut),
  step("held", "What was held and for how many, out of a filled-in list", p.heldIn, a.takenOut),
  step(
    "pages",
    "A page or file of a programme: report, quote, intake, readiness, account, or an empty list to fill in",
    p.pageIn,
    a.pageOut,
  ),
];
