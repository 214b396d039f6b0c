/** A job: what was asked, how far it is, how it ended. */
import type { Actor } from "../../pool/store/index.js";
import type { Reached } from "./job-thread.js";
import type { Problem } from "./problems.js";
import type { JOB_STATES, JobKind } from "./schemas.js";

export type JobState = (typeof JOB_STATES)[number];

export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  readonly actor: Actor;
  /** JSON text of what was asked, until it has ended */
  body: Uint8Array;
  state: JobState;
  progress: Readonly<Record<string, unknown>> | null;
  /** how far it had come before a restart */
  reached: Reached | null;
  /** JSON text of the result; null also where the database has it */
  result: string | null;
  problem: Problem | null;
  /** milliseconds of the clock at which it ended */
  ended: number | null;
}

/** A job that has just been asked for, and waits. @param body JSON text of what was asked */
export function jobOf(id: string, kind: JobKind, actor: Actor, body: Uint8Array): Job {
  return {
    id,
    kind,
    actor,
    body,
    state: "queued",
    progress: null,
    reached: null,
    result: null,
    problem: null,
    ended: null,
  };
}

/** How a job ended. */
export interface Outcome {
  readonly state: JobState;
  /** JSON text */
  readonly result: string | null;
  readonly problem: Problem | null;
  /** milliseconds of the clock */
  readonly ended: number;
}

/** What is kept of a job: what was asked, and once it has ended how in its place. */
export interface KeptBody {
  readonly kind: JobKind;
  readonly actor: Actor;
  /** JSON text of what was asked; of a job that has ended none */
  readonly text?: string;
  readonly outcome?: Outcome;
}
