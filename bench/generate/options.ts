import { parsedOptions, UsageError } from "../options.js";
import { PARAMETER_NAMES, PARAMETERS, type ParameterName, type Parameters } from "./parameters.js";
import { SIZES, type Size, sizeOf } from "./size.js";

export interface Options {
  /** of the files: `gen-NAME-SEED` */
  readonly name: string;
  readonly size: Size;
  readonly count: number;
  /** of the first season; each after it has the next */
  readonly seed: number;
  readonly out: string;
  readonly fixed: Partial<Parameters>;
}

const MOST = 100_000;

/** What `--help` says. */
export function usage(): string {
  const parameters = PARAMETER_NAMES.map((name) => {
    const { least, most, about } = PARAMETERS[name];
    return `  --${name} ${least}…${most}`.padEnd(30) + about;
  });
  const sizes = Object.keys(SIZES).join(", ");
  return [
    "usage: bench:generate --out DIR [--size NAME | --trainers N --sessions M] [--count N] [--seed N] [parameters]",
    `Writes fresh seasons gen-SIZE-SEED.json.gz. Sizes: ${sizes}. What is not given is drawn from the seed:`,
    ...parameters,
    "See bench/generate/README.md.",
    "",
  ].join("\n");
}

/**
 * Reads the generator's options.
 * @throws UsageError on an unknown option or a value out of range, naming it
 */
export function readOptions(args: readonly string[]): Options {
  const values: Values = parsedOptions(withPublished(args), [
    "size",
    "trainers",
    "sessions",
    "count",
    "seed",
    "out",
    ...PARAMETER_NAMES,
  ]);
  if (values.out === undefined) throw new UsageError("--out DIR is missing: say where the seasons go");
  const fixed: Partial<Record<ParameterName, number>> = {};
  for (const name of PARAMETER_NAMES) {
    const value = values[name];
    if (value !== undefined) fixed[name] = number(name, value, PARAMETERS[name]);
  }
  return {
    ...readSize(values),
    count: number("count", values.count ?? "1", { least: 1, most: MOST, whole: true }),
    seed: number("seed", values.seed ?? "1", { least: 0, most: 2 ** 31, whole: true }),
    out: values.out,
    fixed,
  };
}

type Values = Readonly<
  Partial<Record<ParameterName | "size" | "trainers" | "sessions" | "count" | "seed" | "out", string>>
>;

/** `--published` alone publishes all that can be staffed. */
function withPublished(args: readonly string[]): string[] {
  return args.flatMap((arg, index) => {
    const isAlone = arg === "--published" && (args[index + 1] ?? "--").startsWith("--");
    return isAlone ? [arg, "1"] : [arg];
  });
}

function readSize({ size: named, trainers, sessions }: Values): Pick<Options, "name" | "size"> {
  if (trainers !== undefined || sessions !== undefined) {
    if (named !== undefined) throw new UsageError("give --size, or --trainers and --sessions, not both");
    const [t, s] = [trainers, sessions].map((text, index) =>
      number(index === 0 ? "trainers" : "sessions", text ?? "", { least: 1, most: MOST, whole: true }),
    );
    return { name: `${t}x${s}`, size: sizeOf(t, s) };
  }
  const name = named ?? "s";
  if (!Object.hasOwn(SIZES, name)) {
    throw new UsageError(`--size: ${name} is none of ${Object.keys(SIZES).join(", ")}`);
  }
  return { name, size: SIZES[name] };
}

interface Range {
  readonly least: number;
  readonly most: number;
  readonly whole?: true;
}

function number(name: string, text: string, { least, most, whole }: Range): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= least && value <= most && (whole !== true || Number.isInteger(value)))
    return value;
  const kind = whole === true ? "whole number" : "number";
  throw new UsageError(`--${name} is "${text}"; give a ${kind} from ${least} to ${most}`);
}
