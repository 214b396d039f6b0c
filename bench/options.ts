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

/** Runs a bench: a wrong option is told in a line, and the exit code is that of bad usage. */
export async function runBench(main: (args: readonly string[]) => void | Promise<void>): Promise<void> {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

/** The text of each option that was given; options that are not named are wrong usage. */
export function parsedOptions<N extends string>(
  args: readonly string[],
  names: readonly N[],
): Readonly<Partial<Record<N, string>>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" } as const]));
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values as Partial<Record<N, string>>;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Whether a solver is one of `bench/peers`. */
export function isPeer(solver: SolverName): solver is PeerName {
  return PEERS.some((name) => name === solver);
}

/**
 * Reads the bench's options.
 * @throws UsageError on an unknown option or a value out of range, naming it
 */
export function readOptions(args: readonly string[]): Options {
  const values = parsedOptions(args, [
    "instances",
    "smptsp",
    "solvers",
    "time",
    "only",
    "limit",
    "sample",
    "known",
    "seed",
    "threads",
    "out",
    "cli",
    "peers",
  ]);
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

function list(text: string): string[] {
  return text.split(",").filter((item) => item !== "");
}

function solverName(text: string): SolverName {
  const known = SOLVERS.find((name) => name === text);
  if (known === undefined) throw new UsageError(`--solvers: ${text} is none of ${SOLVERS.join(", ")}`);
  return known;
}

/** @throws UsageError for a value that is no number, not whole where it must be, or under the least */
export function number(name: string, text: string, least: number, whole: boolean): number {
  const value = Number(text);
  const fits = text.trim() !== "" && value >= least && (!whole || Number.isInteger(value) || value === Infinity);
  if (!fits) throw new UsageError(`--${name} is ${text}; give a ${whole ? "whole " : ""}number, ${least} or more`);
  return value;
}
