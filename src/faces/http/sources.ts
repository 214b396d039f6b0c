/** The seasons and plans of a request: ids of the database for whoever may plan with them, or whole objects. */
import { createHash } from "node:crypto";
import * as z from "zod";
import type { Calendar } from "../../dates/index.js";
import {
  InputError,
  type Plan,
  type PresetName,
  parsePlan,
  parseSeason,
  type Season,
  type WeightPreset,
} from "../../model/index.js";
import type { Helpline, labelsFrom } from "../../papers/index.js";
import type { Choice, DataChoices } from "../../pool/exchange/index.js";
import { type Actor, changesOf, clientOf, lapsedHolds, noteRefusal, type Store } from "../../pool/store/index.js";
import type { StepFacts } from "../../programme/index.js";
import { type BuildOptions, keptPlan, planAsSeen, seasonForAsking, seasonForPlanning } from "../../season/index.js";
import { ProblemError, problem } from "./problems.js";
import { changedPlan } from "./schemas.js";

/** What the package knows besides the pool, as plain data. */
export interface Facts {
  /** what cells of spreadsheets can be chosen from */
  readonly choices: DataChoices;
  readonly presets: Readonly<Record<PresetName, WeightPreset>>;
  /** what programmes are made with; null in threads that make none */
  readonly programme: StepFacts | null;
  /** what records are answered with; null in threads that answer none */
  readonly records: RecordFacts | null;
  /** what the codes are called that programmes name: items, kinds, activities, themes, organisations */
  readonly names: readonly Choice[];
}

/** What the database's records are answered with, as plain data. */
export interface RecordFacts {
  readonly places: BuildOptions["places"];
  readonly weights: BuildOptions["weights"];
  readonly timeZone: string;
  readonly calendar: Calendar;
  readonly choices: DataChoices;
  /** by kind, as `data/` has them */
  readonly labelFiles: Parameters<typeof labelsFrom>[0];
  /** what programmes name besides, by list */
  readonly named: Readonly<Record<string, readonly Choice[]>>;
  readonly helplines: readonly Helpline[];
}

/** What an answer is worked out from. */
export interface Asking {
  readonly actor: Actor;
  /** null: the server has no database */
  readonly store: Store | null;
}

export type Source = string | Readonly<Record<string, unknown>>;

/** No season nests deeper; what does is read by nobody. */
const MOST_LEVELS = 64;

/** Whether JSON nests deeper than anything of ours, told before it is parsed. */
function isDeep(body: Uint8Array): boolean {
  let level = 0;
  let inText = false;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i];
    if (inText) {
      if (byte === 0x5c) i++;
      else if (byte === 0x22) inText = false;
    } else if (byte === 0x22) inText = true;
    else if (byte === 0x7b || byte === 0x5b) {
      if (++level > MOST_LEVELS) return true;
    } else if (byte === 0x7d || byte === 0x5d) level--;
  }
  return false;
}

/** The same where nothing need be said. */
export const jsonOrNothing = (body: Uint8Array): unknown => (body.length === 0 ? {} : json(body));

/** @throws ProblemError 400 for what is no JSON, or nests too deep */
export function json(body: Uint8Array): unknown {
  if (body.length === 0) throw new ProblemError(problem(400, "the body is empty: send JSON"));
  if (isDeep(body)) throw new ProblemError(problem(400, `the body nests more than ${MOST_LEVELS} levels`));
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) as unknown;
  } catch {
    throw new ProblemError(problem(400, "the body is no JSON in UTF-8"));
  }
}

/** @throws InputError with every wrong field */
export function shaped<T>(schema: z.ZodType<T>, value: unknown): T {
  const found = schema.safeParse(value, { error: sentenceOf });
  if (found.success) return found.data;
  throw new InputError(
    "the request",
    found.error.issues.map(({ path, message }) => ({
      path: path
        .map((step) => (typeof step === "number" ? `[${step}]` : String(step)))
        .join(".")
        .replaceAll(".[", "["),
      expected: message,
    })),
  );
}

/**
 * Does something with a part of the request, and tells what is wrong in it by its place in the whole.
 * @param beside fields of the request that the work may tell of as well
 */
export function within<T>(part: string, work: () => T, beside: readonly string[] = []): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const isWhole = (path: string): boolean =>
      [part, ...beside].some((name) => new RegExp(`^${name}([.[]|$)`).test(path));
    const join = (path: string): string =>
      path === "" ? part : path.startsWith("[") ? part + path : `${part}.${path}`;
    throw new InputError(
      error.message.replace(/: \d+ things? (is|are) wrong$/, ""),
      error.issues.map((issue) => (isWhole(issue.path) ? issue : { ...issue, path: join(issue.path) })),
    );
  }
}

/** What zod would say less well, or would say with the caller's own words in it: those may be anything. */
const sentenceOf: z.core.$ZodErrorMap = ({ code, inst }) => {
  if (code === "invalid_union") return "one of the forms that /v1/openapi.json has for it";
  if (code !== "unrecognized_keys") return undefined;
  const names =
    inst instanceof z.ZodObject
      ? Object.keys(inst.shape)
      : inst instanceof z.ZodRecord && inst.keyType instanceof z.ZodEnum
        ? inst.keyType.options
        : [];
  return names.length === 0 ? "no field at all" : `no field but ${names.join(", ")}`;
};

/** @throws ProblemError 404 where there is none */
export function database({ store }: Asking): Store {
  if (store === null) throw new ProblemError(problem(404, "this server has no database: send the whole object"));
  return store;
}

/** A season by its id, as it stands, or as it was sent. @param purpose to plan with, or for advice on one session */
export function seasonOf(asking: Asking, source: Source, purpose: "plan" | "ask" = "plan"): Season {
  if (typeof source !== "string") return within("season", () => parseSeason(source));
  const of = purpose === "ask" ? seasonForAsking : seasonForPlanning;
  return of(database(asking), asking.actor, source);
}

/**
 * Another system asks after the sessions of its client alone, where the season is the database's.
 * @param session null: one that the season does not have
 * @throws ProblemError 404 for a session of somebody else, and for one that is not there
 */
export function assertOwn(asking: Asking, source: Source, session: string | null): void {
  const { actor } = asking;
  if (actor.role !== "apiClient" || typeof source !== "string") return;
  const client = session === null ? null : clientOf(database(asking), "sessions", session);
  if (client !== null && client === actor.organisation) return;
  noteRefusal(database(asking), actor, "ask");
  throw new ProblemError(problem(404, "there is no such session of yours"));
}

/** @throws ProblemError 422 for a plan of another season */
export function planOf(
  asking: Asking,
  season: Season,
  source: Source,
  purpose: "plan" | "ask" = "plan",
  part = "plan",
): Plan {
  const plan =
    typeof source === "string"
      ? keptPlan(database(asking), asking.actor, source, purpose).plan
      : "of" in source
        ? withChanges(
            asking,
            season,
            within(part, () => shaped(changedPlan, source)),
          )
        : within(part, () => parsePlan(source, season));
  if (plan.season === season.id) return plan;
  throw new ProblemError(problem(422, `the plan is of season ${plan.season}, and the season is ${season.id}`));
}

/** A plan of the database as somebody has seen it, with what she changed. For planners alone: others suppose nothing of other sessions. */
function withChanges(asking: Asking, season: Season, changes: z.infer<typeof changedPlan>): Plan {
  const { of, version, assignments, open } = changes;
  const seen = planAsSeen(database(asking), asking.actor, of, season, version);
  const otherwise = new Set([...open, ...assignments.map(({ session }) => session)]);
  return {
    ...seen,
    assignments: [...seen.assignments.filter(({ session }) => !otherwise.has(session)), ...assignments],
  };
}

/** What a season and a plan were at a moment: the same text means that what was reckoned of them still holds. */
export function stampOf(asking: Asking, ...sources: (Source | readonly object[] | undefined)[]): string {
  const parts = sources.map((source) => {
    if (source === undefined) return "-";
    return typeof source === "string"
      ? `id:${source}`
      : createHash("sha256").update(JSON.stringify(source)).digest("hex");
  });
  // Changes to a plan of the database stand in the request, and the plan does not.
  const isKept = (source: (typeof sources)[number]): boolean =>
    typeof source === "string" || (asking.store !== null && source !== undefined && "of" in source);
  if (!sources.some(isKept)) return parts.join("|");
  const store = database(asking);
  return [...parts, changesOf(store), lapsedHolds(store), asking.actor.role].join("|");
}
