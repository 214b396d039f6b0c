/** Records as they are stored: judged by the model's readers, sensitive fields taken out and put back. Pure. */
import { InputError, type Season, seasonSchema, type Trainer } from "../../model/index.js";
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

/** @throws InputError with every wrong field; no value is shown */
export function judgedTrainer(value: unknown): Trainer {
  return judged<Trainer>(trainerSchema, "trainers", value, "the trainer");
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
