/** What a job and its answer hold. A season travels as a file's bytes, and is read and judged where it arrives. */
import { z } from "zod";
import type { Plan } from "../model/types.js";
import type { SolveOptions, SolveOutcome } from "../solve/api.js";
import { seal, unseal } from "./seal.js";

/** Options that travel: those of this process stay with it. */
export type SentOptions = Omit<SolveOptions, "signal" | "startedAt" | "audit">;

export interface Job {
  readonly season: Uint8Array;
  readonly options: SentOptions;
}

/** An outcome, or the sentence that says why there is none; such a sentence shows no value of the season. */
export type JobAnswer = { readonly outcome: SolveOutcome } | { readonly refused: string };

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const record = z.custom<object>((value) => typeof value === "object" && value !== null);
const jobSchema = z.strictObject({
  season: bytes,
  options: z.strictObject({
    time: z.number().positive().or(z.literal(Number.POSITIVE_INFINITY)),
    gap: z.number().min(0),
    steps: z.int().min(0).or(z.literal(Number.POSITIVE_INFINITY)),
    seed: z.int().min(0),
    threads: z.literal([1, 2]),
    // A plan is judged by the solve itself; prices are only where the bound starts, and a wrong one proves nothing false.
    from: record.optional(),
    warm: z.map(z.string(), z.number()).optional(),
    prices: z.boolean().optional(),
  }),
});
const answerSchema = z.union([z.strictObject({ outcome: record }), z.strictObject({ refused: z.string() })]);

const JOB = "koppel planning 1";
const ANSWER = "koppel planning 1: answer";

export function sealJob(key: Uint8Array, job: Job): string {
  return seal(key, JOB, job);
}

/** @throws SealError; TypeError for what is no job of this version */
export function openJob(key: Uint8Array, sealed: string): Job {
  const { season, options } = judged(jobSchema, unseal(key, JOB, sealed), "a job");
  const { from, warm, prices, ...rest } = options;
  return {
    season,
    options: {
      ...rest,
      ...(from === undefined ? {} : { from: from as Plan }),
      ...(warm === undefined ? {} : { warm }),
      ...(prices === undefined ? {} : { prices }),
    },
  };
}

export function sealAnswer(key: Uint8Array, answer: JobAnswer): string {
  return seal(key, ANSWER, answer);
}

/** @throws SealError; TypeError for what is no answer of this version */
export function openAnswer(key: Uint8Array, sealed: string): JobAnswer {
  return judged(answerSchema, unseal(key, ANSWER, sealed), "an answer") as JobAnswer;
}

function judged<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const { success, data } = schema.safeParse(value);
  if (!success)
    throw new TypeError(`${what} of the queue is not of this version: use the same version on all machines`);
  return data;
}
