/** `koppel programme readiness | fees | account`: what must be ready, what the plan pays, and what was held. */
import { Command } from "@commander-js/extra-typings";
import type { Held } from "../../../programme/account.js";
import { ours, readData } from "../data-files.js";
import { EXIT } from "../errors.js";
import { nameOf, onlyOneStdin, readInput } from "../files.js";
import type { Io } from "../io.js";
import { day, langOption } from "../options.js";
import { orRefusal } from "../spreadsheets.js";
import { loadLabels, loadMenu } from "./facts.js";
import { assertOutputs, give } from "./give.js";

type Done = (code: number) => void;

export function readinessCommand(io: Io, done: Done) {
  return new Command("readiness")
    .description("What must be ready for each session: who does it, by when, done or late.")
    .argument("<season>", "koppel-season/1")
    .requiredOption("--today <day>", "the day from which late is reckoned, YYYY-MM-DD or D-M-YYYY", day)
    .option("--plan <file>", "a plan: its dates (default: the first date on offer)")
    .option("--done <file>", "koppel-done/1: what has been done")
    .option("--week", "only what is late or due within a week")
    .option("--html <file>", "write it there as a page: what the client arranges, and what we do")
    .option("--client <name>", "the municipality or region, for the page's title (default: the season's id)")
    .addOption(langOption("the list"))
    .option("--json", "print the list as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  koppel programme readiness season.json --plan plan.json --today 2027-05-03 --week",
    )
    .action(async (seasonFile, { today, plan: planFile, done: doneFile, week, html, client, lang, json }) => {
      onlyOneStdin([seasonFile, planFile, doneFile]);
      const inputs = [seasonFile, planFile, doneFile].map((file) => ({ file, what: "input" }));
      assertOutputs([{ file: html, what: "--html" }], inputs);
      const { readPlanOf } = await import("./plan.js");
      const { readSeason } = await import("../../../model/parse.js");
      const { assertDone, dutiesOf, readDone, readTasks } = await import("../../../programme/readiness.js");
      const { dutiesText } = await import("../../../papers/programme/afterwards.js");
      const season = readSeason(await readInput(io, seasonFile, "season"), nameOf(seasonFile));
      const plan = planFile === undefined ? null : await readPlanOf(io, season, planFile);
      const finished =
        doneFile === undefined ? null : readDone(await readInput(io, doneFile, "what is done"), nameOf(doneFile));
      const tasks = await ours(async () => readTasks(await readData("readiness.json")));
      const { itemOf } = await import("../../../programme/sessions/named.js");
      const menu = await loadMenu();
      const standings = week === true ? (["late", "soon"] as const) : (["done", "late", "soon", "later"] as const);
      const { sessions } = season;
      if (finished !== null) assertDone(sessions, tasks, finished);
      const duties = dutiesOf({
        sessions,
        plan,
        tasks,
        done: finished,
        itemOf: (one) => itemOf(menu, one),
        today,
      }).filter(({ standing }) => standings.some((one) => one === standing));
      if (html !== undefined) {
        const { dutiesHtml } = await import("../../../papers/programme/afterwards-html.js");
        const page = dutiesHtml(
          { duties, standings, client: client ?? season.id, today },
          await loadLabels(lang),
          lang,
        );
        await give(io, html, "page", page);
        if (json !== true) return done(EXIT.done);
      }
      await io.out(json === true ? `${JSON.stringify({ today, duties })}\n` : dutiesText(duties, standings, lang));
      done(EXIT.done);
    });
}

export function feesCommand(io: Io, done: Done) {
  return new Command("fees")
    .description("What a plan pays the trainers of each programme, against the budget that its quote came to.")
    .argument("<season>", "koppel-season/1")
    .argument("<plan>", "koppel-plan/1")
    .addOption(langOption("the list"))
    .option("--json", "print the fees as JSON")
    .addHelpText("after", "\nExample:\n  koppel programme fees season.json plan.json --lang nl")
    .action(async (seasonFile, planFile, { lang, json }) => {
      onlyOneStdin([seasonFile, planFile]);
      const { readPlanOf } = await import("./plan.js");
      const { readSeason } = await import("../../../model/parse.js");
      const { feesOf } = await import("../../../programme/quote/fees.js");
      const { feesText } = await import("../../../papers/programme/afterwards.js");
      const season = readSeason(await readInput(io, seasonFile, "season"), nameOf(seasonFile));
      const plan = await readPlanOf(io, season, planFile);
      const fees = feesOf(season, plan);
      const label = await loadLabels(lang);
      await io.out(json === true ? `${JSON.stringify({ season: season.id, fees })}\n` : feesText(fees, label, lang));
      done(EXIT.done);
    });
}

export function accountCommand(io: Io, done: Done) {
  return new Command("account")
    .description("What was held for each client, subsidy and year, and for how many; counts under 5 are left out.")
    .argument(
      "<held>",
      "koppel-held/1, or the filled-in list as .xlsx or CSV: the sessions that were held, and who came",
    )
    .option("--html <file>", "write it there as a page, with what each activity was")
    .addOption(langOption("the list"))
    .option("--json", "print the account as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  koppel programme account held.xlsx --lang nl\n\nkoppel programme held-list writes the empty list.",
    )
    .action(async (file, { html, lang, json }) => {
      assertOutputs([{ file: html, what: "--html" }], [{ file, what: "held" }]);
      const { accountsOf } = await import("../../../programme/account.js");
      const { accountFile } = await import("../../../papers/programme/files.js");
      const code = await orRefusal(io, { lang, json }, async () => {
        const accounts = accountsOf(await heldIn(await readInput(io, file, "what was held"), nameOf(file)));
        const label = await loadLabels(lang);
        if (html !== undefined) await give(io, html, "page", accountFile(accounts, "html", label, lang));
        if (json === true) await io.out(`${JSON.stringify({ accounts })}\n`);
        else if (html === undefined) await io.out(String(accountFile(accounts, "txt", label, lang)));
        return EXIT.done;
      });
      done(code);
    });
}

/** What was held, of koppel-held/1 or of a list that was filled in. */
async function heldIn(bytes: Uint8Array, name: string): Promise<Held> {
  const { isJson } = await import("../../../programme/take.js");
  if (isJson(bytes)) return (await import("../../../programme/account.js")).readHeld(bytes, name);
  const { heldFromTable } = await import("../../../programme/held-from-table.js");
  return heldFromTable(bytes, await loadMenu(), name);
}
