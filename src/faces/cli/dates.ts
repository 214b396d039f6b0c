/** `koppel dates`: the observances and holidays of a period that matter to given communities, in a region. */
import { Command } from "@commander-js/extra-typings";
import type { Calendar, CalendarFiles, Observance, Tags } from "../../dates/index.js";
import { InputError } from "../../model/errors.js";
import { dayWritten } from "../../model/leaves.js";
import { datesText, knownNote } from "../../papers/index.js";
import { ours, readCalendarFiles, readLabels } from "./data-files.js";
import { EXIT } from "./errors.js";
import type { Io } from "./io.js";
import { collect, langOption } from "./options.js";

/** The width of a table where no terminal says how wide it is. */
const PLAIN_WIDTH = 110;

const HELP = `
Examples:
  koppel dates --from 2027-02-01 --to 2027-03-31 --community turkish --community hindustani
  koppel dates --from 2027-04-01 --to 2027-05-31 --community kurdish+alevi --region Tiel --lang nl

A community is a background of data/backgrounds.json by its id or its label; a + joins backgrounds that its people share.
Without --community the list has the days of all; without --region the school holidays of every region.
A day that begins at sunset is listed when its evening before falls in the period.`;

/** @param done told the exit code */
export function datesCommand(io: Io, done: (code: number) => void) {
  return new Command("dates")
    .description("List the observances and holidays that matter in a period.")
    .requiredOption("--from <day>", "first day, YYYY-MM-DD or D-M-YYYY", dayOrText)
    .requiredOption("--to <day>", "last day, YYYY-MM-DD or D-M-YYYY", dayOrText)
    .option("--community <background>", "only what this community keeps; may be given more than once", collect)
    .option("--region <place>", "noord, midden, zuid, a province or a municipality: its school holidays only")
    .addOption(langOption("the labels"))
    .option("--json", "print the dates as JSON, with the labels in both languages")
    .option("--quiet", "say nothing on standard error")
    .addHelpText("after", HELP)
    .action(async (options) => {
      const { observancesBetween, keepsBy, schoolHolidaysKnown } = await import("../../dates/index.js");
      const calendar = await calendarOf(await readCalendarFiles());
      const communities = options.community?.map((text) => tagsOf(calendar, text));
      const { from, to, region, lang } = options;
      const dates = asOptions(() =>
        observancesBetween(calendar, from, to, {
          ...(communities === undefined ? {} : { communities }),
          ...(region === undefined ? {} : { region }),
        }),
      );
      const known = schoolHolidaysKnown(calendar);
      if (options.quiet !== true && (from < known.from || to > known.to)) io.err(`koppel: ${knownNote(known, lang)}\n`);
      if (options.json === true) await io.out(`${JSON.stringify({ from, to, dates: dates.map(written) })}\n`);
      else {
        const keeps = keepsBy(calendar);
        const asked = dates.map((observance) => ({
          observance,
          askedBy: communities?.filter((tags) => keeps(observance, tags)) ?? null,
        }));
        await io.out(datesText(asked, { from, to }, lang, await readLabels(), io.columns ?? PLAIN_WIDTH));
      }
      done(EXIT.done);
    });
}

/** What is no day is refused with all else that is wrong. */
const dayOrText = (text: string): string => dayWritten(text) ?? text;

/** @throws OurFault where the package's own facts are missing or wrong: whoever asks for dates cannot help it */
export async function calendarOf(files: CalendarFiles): Promise<Calendar> {
  const { readCalendar } = await import("../../dates/index.js");
  return ours(async () => readCalendar(files));
}

/** The tags that a community is given by: ids or labels, capitals aside. What is no background is left as it stands. */
function tagsOf(calendar: Calendar, text: string): Tags {
  return text.split("+").map((part) => {
    const name = part.trim().toLowerCase();
    const found = calendar.backgrounds.items.find(({ id, nl, en }) =>
      [id, nl, en].some((one) => one.toLowerCase() === name),
    );
    return found?.id ?? part;
  });
}

/** Does the work, and names what it refuses as it is called on the command line. */
function asOptions<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const issues = error.issues.map((issue) => ({
      ...issue,
      path: `--${issue.path.replace(/^communities\[\d+\]$/, "community")}`,
    }));
    throw new InputError("dates", issues);
  }
}

/** An observance as scripts read it. */
function written(one: Observance) {
  const { id, nl, en, tradition, from, to, beginsEveningBefore, basis, marginDays, impact } = one;
  const { communities, regions, source } = one;
  return {
    id,
    nl,
    en,
    tradition: tradition.id,
    from,
    to,
    beginsEveningBefore,
    basis,
    marginDays,
    impact,
    communities,
    regions,
    source,
  };
}
