import { parseArgs } from "node:util";

/** Those of `bench/peers`, which need installing. */
const PEERS = ["cpsat", "timefold"] as const;
export type PeerName = (typeof PEERS)[number];
/** The solvers that can be asked for. */
export const SOLVERS = ["koppel", "mip", "greedy", "jslp", ...PEERS] as const;
export type SolverName = (typeof SOLVERS)[number];

export interface Options {
  readonly instances: string | null;
  readonly smptsp: string | null;
  readonly solvers: readonly SolverName[];
  /** seconds for each run */
  readonly time: number;
  /** names, or beginnings that end in `*`; empty: all */
  readonly only: readonly string[];
  readonly limit: number;
  readonly sample: number;
  readonly known: string | null;
  readonly seed: number;
  readonly threads: number;
  readonly out: string | null;
  readonly cli: string | null;
  readonly peers: string | null;
}

/** A wrong option: the bench ends with code 2 and this sentence. */
export class UsageError extends Error {}

/** Whether a solver is one of `bench/peers`. */
export function isPeer(solver: SolverName): solver is PeerName {
  return PEERS.some((name) => name === solver);
}

/**
 * Reads the bench's options.
 * @throws UsageError on an unknown option or a value out of range, naming it
 */
export function readOptions(args: readonly string[]): Options {
  const values = parse(args);
  const options = {
    instances: values.instances ?? null,
    smptsp: values.smptsp ?? null,
    solvers: list(values.solvers ?? "koppel,greedy").map(solverName),
    time: number("time", values.time ?? "60", 0.1, false),
    only: list(values.only ?? ""),
    limit: number("limit", values.limit ?? "Infinity", 1, true),
    sample: number("sample", values.sample ?? "Infinity", 1, true),
    known: values.known ?? null,
    seed: number("seed", values.seed ?? "1", 0, true),
    threads: number("threads", values.threads ?? "2", 1, true),
    out: values.out ?? null,
    cli: values.cli ?? null,
    peers: values.peers ?? null,
  };
  if (options.instances === null && options.smptsp === null) {
    throw new UsageError("nothing to run: give --instances DIR, --smptsp DIR or both");
  }
  return options;
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  const options = {
    instances: text,
    smptsp: text,
    solvers: text,
    time: text,
    only: text,
    limit: text,
    sample: text,
    known: text,
    seed: text,
    threads: text,
    out: text,
    cli: text,
    peers: text,
  };
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function list(text: string): string[] {
  return text.split(",").filter((item) => item !== "");
}

function solverName(text: string): SolverName {
  const known = SOLVERS.find((name) => name === text);
  if (known === undefined) throw new UsageError(`--solvers: ${text} is none of ${SOLVERS.join(", ")}`);
  return known;
}

function number(name: string, text: string, least: number, whole: boolean): number {
  const value = Number(text);
  const fits = text.trim() !== "" && value >= least && (!whole || Number.isInteger(value) || value === Infinity);
  if (!fits) throw new UsageError(`--${name} is ${text}; give a ${whole ? "whole " : ""}number, ${least} or more`);
  return value;
}
