/** Records as they are stored: judged by the model's readers, sensitive fields taken out and put back. Pure. */
import { InputError, type Season, type Series, seasonSchema, type Trainer } from "../../model/index.js";
import { writePath } from "../../model/redaction.js";
import { trainerSchema } from "../../model/schema.js";
import type { SensitiveField } from "./rights.js";

/** A trainer without what is sensitive. */
export interface PlainTrainer extends Omit<Trainer, Exclude<SensitiveField, "exposure" | "ownCommunityKm"> | "limits"> {
  readonly limits: Omit<Trainer["limits"], "exposure" | "ownCommunityKm">;
}
export type Special = Pick<Trainer, Exclude<SensitiveField, "exposure" | "ownCommunityKm">> &
  Pick<Trainer["limits"], "exposure" | "ownCommunityKm">;

interface Shape<T> {
  safeParse(value: unknown):
    | { readonly success: true; readonly data: T }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
        };
      };
}

function judged<T>(schema: Shape<T>, list: string, value: unknown, what: string): T {
  const shape = schema.safeParse(value);
  if (shape.success) return shape.data;
  // Paths are written as they would be in a season, since the keys of some fields may not be shown; no value is.
  throw new InputError(
    what,
    shape.error.issues.map((issue) => {
      const path = issue.path.filter((step): step is string | number => typeof step !== "symbol");
      return { path: writePath([list, 0, ...path]).replace(/^\w+\[0\]\.?/, ""), expected: issue.message };
    }),
  );
}

/** A judge of records that are not of the season's model: it throws InputError with every wrong field. */
export function judging<T>(schema: Shape<T>, what: string): (value: unknown) => T {
  return (value) => {
    const found = schema.safeParse(value);
    if (found.success) return found.data;
    const issues = found.error.issues.map(({ path, message }) => ({
      path: writePath(path.filter((step) => typeof step !== "symbol")),
      expected: message,
    }));
    throw new InputError(what, issues);
  };
}

/** @throws InputError with every wrong field; no value is shown */
export function judgedTrainer(value: unknown): Trainer {
  const trainer = judged<Trainer>(trainerSchema, "trainers", value, "the trainer");
  if (!trainer.avoidTrainers.includes(trainer.id)) return trainer;
  throw new InputError("the trainer", [{ path: "avoidTrainers", expected: "other trainers, and not herself" }]);
}

/** @throws InputError with every wrong field */
export function judgedProgramme(value: unknown): Season["programmes"][number] {
  return judged<Season["programmes"][number]>(
    seasonSchema.shape.programmes.element,
    "programmes",
    value,
    "the programme",
  );
}

/** @throws InputError with every wrong field. Whether its sessions exist is judged in a season */
export function judgedSeries(value: unknown): Series {
  const series = judged<Series>(seasonSchema.shape.series.element, "series", value, "the series");
  if (series.minDays <= series.maxDays) return series;
  throw new InputError("the series", [
    { path: "maxDays", expected: "not below minDays", value: String(series.maxDays) },
  ]);
}

/** A trainer in two: what goes into her record, and what goes into the tables of sensitive fields. */
export function split(trainer: Trainer): { readonly plain: PlainTrainer; readonly special: Special } {
  const { roles, backgrounds, languages, traits, avoidPlaces, avoidTrainers, limits, ...rest } = trainer;
  const { exposure, ownCommunityKm, ...counts } = limits;
  return {
    plain: { ...rest, limits: counts },
    special: { roles, backgrounds, languages, traits, avoidPlaces, avoidTrainers, exposure, ownCommunityKm },
  };
}

/** The trainer whole again. */
export function join(plain: PlainTrainer, special: Special): Trainer {
  const { exposure, ownCommunityKm, ...tags } = special;
  return { ...plain, ...tags, limits: { ...plain.limits, exposure, ownCommunityKm } };
}
