/** What is behind secrets in the address: calendar feeds, and the page on which a trainer answers what she is asked. */
import { check } from "../../check/check.js";
import {
  escapeHtml as h,
  hours,
  type Labels,
  type Lang,
  type PlanView,
  planCalendar,
  shortDay,
  viewPlan,
} from "../../papers/index.js";
import {
  type Actor,
  actorOfToken,
  codesOf,
  publicationOf,
  refuse,
  type Store,
  StoreError,
} from "../../pool/store/index.js";
import {
  type Asking,
  answerOwn,
  answersTo,
  bookingsOf,
  HERSELF,
  keptPlan,
  ownAskings,
  publishedPlan,
  seasonForOwn,
  soundPart,
} from "../../season/index.js";
import { ProblemError, problem } from "./problems.js";
import type { Page } from "./thread.js";

/** What is asked behind a secret in the address. */
export type PageAsked =
  | { readonly page: "planFeed" | "trainerFeed"; readonly secret: string; readonly id: string }
  | { readonly page: "reply"; readonly secret: string }
  | { readonly page: "answer"; readonly secret: string; readonly form: string };
export interface PageFacts {
  readonly labels: Labels;
  readonly placeName: (code: string) => string;
}

/**
 * What is behind a secret: a feed, a trainer's own questions, or what comes of her answer.
 * @throws ProblemError 404 for a secret that opens nothing, 403 for somebody else's calendar, 422 for what is no answer; StoreError
 */
export function pageOf(store: Store, asked: PageAsked, facts: PageFacts): Page {
  if (asked.page === "planFeed") return planFeed(store, asked, facts);
  if (asked.page === "trainerFeed") return trainerFeed(store, asked, facts);
  if (asked.page === "answer") return answered(store, asked);
  return { text: replyPage(ownAskings(store, comes(store, asked.secret, "reply")), facts, "nl") };
}

type Asked<K> = Extract<PageAsked, { readonly page: K }>;

/** A plan's feed is read as whoever the token is of. */
function planFeed(store: Store, { secret, id }: Asked<"planFeed" | "trainerFeed">, { labels }: PageFacts): Page {
  const actor = comes(store, secret, "feed");
  const { season: standing, plan: whole } = keptPlan(store, actor, id);
  const { season, plan } = soundPart(store, standing, whole);
  const view = viewPlan(season, plan, check(season, plan), []);
  return { text: feedOf(view, answersTo(store, season, plan, null), null, labels) };
}

function trainerFeed(store: Store, { secret, id }: Asked<"planFeed" | "trainerFeed">, { labels }: PageFacts): Page {
  const actor = comes(store, secret, "feed");
  // Her own, and nobody else's.
  if (actor.role !== "trainer" || actor.trainer !== id) refuse(store, actor, "calendar", [HERSELF]);
  const parts = codesOf(store, "seasons").flatMap((season) => hers(store, actor, season, labels));
  const [first, ...rest] = parts;
  if (first === undefined) return { text: EMPTY };
  // Lines of an event: what people wrote is within such a line, and begins none.
  const events = rest.flatMap((text) => text.match(/^BEGIN:VEVENT\r\n[\s\S]*?^END:VEVENT\r\n/gm) ?? []);
  const end = first.lastIndexOf("END:VCALENDAR");
  return { text: `${first.slice(0, end)}${events.join("")}${first.slice(end)}` };
}

function answered(store: Store, { secret, form: text }: Asked<"answer">): Page {
  const actor = comes(store, secret, "reply");
  const form = new URLSearchParams(text);
  const [season = "", session = "", answer] = ["season", "session", "reply"].map((name) => form.get(name) ?? "");
  if (answer !== "yes" && answer !== "no") throw new ProblemError(problem(422, "the answer is yes or no"));
  let isNews = false;
  try {
    isNews = answerOwn(store, actor, season, session, answer).before !== answer;
  } catch (error) {
    // The page tells her how it stands.
    if (!(error instanceof StoreError) || error.fault !== "conflict") throw error;
  }
  return { text: "", ...(answer === "no" && isNews ? { declined: season } : {}) };
}

/** Whoever a secret in an address is of. @throws ProblemError 404, which tells nothing of whether it ever was one */
function comes(store: Store, secret: string, scope: "feed" | "reply"): Actor {
  const actor = actorOfToken(store, secret, scope);
  if (actor === null) throw new ProblemError(problem(404, "this address is not, or no longer, in use"));
  return actor;
}

const EMPTY = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Koppel//EN\r\nEND:VCALENDAR\r\n";

/** What is published of a season, as a calendar of hers. */
function hers(store: Store, actor: Actor, id: string, labels: Labels): readonly string[] {
  const publication = publicationOf(store, id);
  const isIn = publication?.sessions.some(({ team }) => team.some(({ trainer }) => trainer === actor.trainer)) === true;
  if (!isIn) return [];
  const whole = seasonForOwn(store, actor, id);
  const own = <T extends { readonly team: readonly { readonly trainer: string }[] }>(one: T): T => ({
    ...one,
    team: one.team.filter(({ trainer }) => trainer === actor.trainer),
  });
  // Who else is in a team is not hers to be told here.
  // What no longer holds is not in it, not even as cancelled: that would tell where it was.
  const holds = new Set(bookingsOf(store, whole).flatMap(({ session, stands }) => (stands ? [session] : [])));
  const season = { ...whole, published: whole.published.filter(({ session }) => holds.has(session)).map(own) };
  const published = publishedPlan(store, whole);
  const answers = answersTo(store, whole, published, actor.trainer ?? null);
  // What she declined is for her coordinator to repair, and no longer in her days.
  const isHers = (session: string): boolean => holds.has(session) && answers.get(session) !== "no";
  const known = { ...published, assignments: published.assignments.filter(({ session }) => isHers(session)) };
  const plan = { ...known, assignments: known.assignments.map(own).filter(({ team }) => team.length > 0) };
  const view = viewPlan(season, plan, check(season, plan), []);
  return [feedOf(view, answers, actor.trainer ?? null, labels)];
}

/** A calendar of now: what not everybody whom it is about has accepted is tentative. */
function feedOf(view: PlanView, answers: ReturnType<typeof answersTo>, trainer: string | null, labels: Labels): string {
  const tentative = new Set([...answers].flatMap(([session, answer]) => (answer === "yes" ? [] : [session])));
  const stamp = new Date().toISOString();
  return planCalendar(view, { trainer, previous: null, lang: "nl", labels, stamp, tentative });
}

const STYLE = `
:root{color-scheme:light}
body{font:12pt/1.5 system-ui,"Segoe UI",sans-serif;max-width:40rem;margin:0 auto;padding:1.2rem;color:#1b1b1b;background:#fff}
h1{font-size:1.4rem;margin:.2rem 0 1rem}
li{list-style:none;border:1px solid #ccc;border-radius:.5rem;padding:.8rem 1rem;margin:0 0 .8rem}ul{padding:0;margin:0}
.when{font-weight:600}.state{color:#444}
button{font:inherit;padding:.55rem 1.3rem;min-height:2.75rem;margin:.5rem .6rem 0 0;border:2px solid #1f4e79;border-radius:.4rem;background:#fff;color:#1f4e79;cursor:pointer}
button.yes{background:#1f4e79;color:#fff}button:focus-visible{outline:3px solid #e08a00;outline-offset:2px}
`;
const REPLIES: Readonly<Record<Asking["reply"], string>> = {
  new: "Nog geen antwoord",
  asked: "Nog geen antwoord",
  silent: "Nog geen antwoord",
  yes: "U zei ja",
  no: "U zei nee",
};

type Own = ReturnType<typeof ownAskings>;

/** The page of one trainer: what she is asked, and two buttons. */
function replyPage(askings: Own, { labels, placeName }: PageFacts, lang: Lang): string {
  const items = askings.map(({ season, place, asking }) => {
    const { session, seat, slot, reply } = asking;
    const when = slot
      .map((part) => `${shortDay(part[0], lang)} ${part[0].slice(0, 4)}, ${hours(part, lang)}`)
      .join("<br>");
    const where = place === null ? "Online" : placeName(place);
    const hidden = `<input type="hidden" name="season" value="${h(season)}"><input type="hidden" name="session" value="${h(session)}">`;
    // Where it is she is told only of what holds; a no that she would take back she tells her coordinator.
    if (!asking.stands && reply === "no")
      return `<li><p class="when">${when}</p><p class="state" role="status">${h(REPLIES.no)}. Kunt u toch? Bel uw coördinator.</p></li>`;
    if (!asking.stands)
      return `<li><p class="when">${when}</p><p class="state" role="status">Deze bijeenkomst verandert nog: kom niet. Uw coördinator belt u.</p></li>`;
    return `<li><p class="when">${when}</p><p>${h(where)} · ${h(labels("role", seat, lang))}</p>
<p class="state" role="status">${h(REPLIES[reply])}</p>
<form method="post">${hidden}<button class="yes" name="reply" value="yes">Ja, ik kom</button><button name="reply" value="no">Nee, ik kan niet</button></form></li>`;
  });
  const list = items.length === 0 ? "<p>Er wordt u nu niets gevraagd.</p>" : `<ul>${items.join("\n")}</ul>`;
  return sheet(
    "Kunt u op deze dagen?",
    `${list}
<p>Iets anders? Bel uw coördinator. Geef dit adres aan niemand door.</p>`,
  );
}

const PROBLEMS: Readonly<Record<number, string>> = {
  404: "Dit adres is niet, of niet meer, in gebruik. Vraag uw coördinator om een nieuw.",
  429: "Het is nu te druk. Probeer het over een minuut nog eens.",
};
/** What went wrong, to somebody who can do no more about it than call. */
export function problemPage(status: number): string {
  const words =
    PROBLEMS[status] ?? "Dat lukte niet, en er is niets bewaard. Probeer het nog eens, of bel uw coördinator.";
  return sheet("Dit lukt nu niet", `<p>${words}</p>`);
}

function sheet(head: string, body: string): string {
  return `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>Uw bijeenkomsten</title><style>${STYLE}</style></head>
<body><main><h1>${head}</h1>
${body}</main></body></html>
`;
}
