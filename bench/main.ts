/** `npm run bench -- …`: see README.md. */
import { machineLine } from "./machine.js";
import { type Options, readOptions, runBench, UsageError } from "./options.js";
import { writeSection } from "./report.js";
import { runSeasons, type Section } from "./seasons.js";
import { isHit, runSmptsp } from "./smptsp.js";

async function* sections(options: Options): AsyncGenerator<Section> {
  const machine = machineLine(new Date());
  if (options.instances !== null) yield* runSeasons(options, options.instances, machine);
  if (options.smptsp !== null) {
    yield* runSmptsp(options, options.smptsp, machine, (outcome) => {
      const { figures, note } = outcome.judged;
      const said = figures === null ? note : `${figures.cost} (best known ${outcome.known.cost ?? "–"})`;
      process.stderr.write(`${outcome.name}: ${said}${isHit(outcome) ? ", hit" : ""}\n`);
    });
  }
}

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  let count = 0;
  for await (const { name, body } of sections(options)) {
    count++;
    process.stdout.write(`${body}\n\n`);
    if (options.out !== null) writeSection(options.out, name, body);
  }
  if (count === 0) throw new UsageError("no season file has such a name; look at --only and at the folder");
}

await runBench(main);
