/** `koppel plan agree | publish`. */
import { visible, whole } from "../../../papers/index.js";
import { EXIT } from "../errors.js";
import type { Io } from "../io.js";
import { wholeNumber } from "../options.js";
import { actingCommand, actorOf, inStore } from "../pool-store.js";

/** @param done told the exit code */
export function planAgreeCommand(io: Io, done: (code: number) => void) {
  return actingCommand("agree")
    .description("Record that you agree that a plan be published.")
    .argument("<plan>", "the plan's id")
    .option("--quiet", "say nothing on standard error")
    .addHelpText(
      "after",
      "\nExample:\n  koppel plan agree first --account c7 --db pool.db --role coordinator --organisation iot",
    )
    .action(async (id, options) => {
      const { agree } = await import("../../../season/index.js");
      await inStore(options, (store) => agree(store, actorOf(options), id));
      if (options.quiet !== true) io.err(`${visible(id)}: ${visible(options.account)} agrees\n`);
      done(EXIT.done);
    });
}

/** @param done told the exit code */
export function planPublishCommand(io: Io, done: (code: number) => void) {
  return actingCommand("publish")
    .description("Publish a plan: later plans of its season leave it only at a cost, and its trainers can be asked.")
    .argument("<plan>", "the plan's id")
    .option("--if-version <number>", "only if the plan still has this version", wholeNumber(0, 1e9))
    .option("--replaces <number>", "only if what is published has this version (0: nothing yet)", wholeNumber(0, 1e9))
    .option("--json", "print what is new in it as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  koppel plan publish first --account c1 --db pool.db --role coordinator --organisation iot\n\nWhoever publishes agrees. Whom to ask or tell: koppel plan ask.",
    )
    .action(async (id, options) => {
      const { publish } = await import("../../../season/index.js");
      const done1 = await inStore(options, (store) =>
        publish(store, actorOf(options), id, options.ifVersion ?? null, options.replaces ?? null),
      );
      const { season, sessions, agreed, news, gone } = done1;
      if (options.json === true) await io.out(`${JSON.stringify(done1)}\n`);
      else {
        const list = (codes: readonly string[]): string => codes.map(visible).join(", ");
        await io.out(
          [
            `${visible(id)} is what is published of ${visible(season)}: ${whole(sessions, "en")} sessions; agreed by ${list(agreed.map(({ account }) => account))}`,
            ...(news.length > 0 ? [`new or changed: ${list(news)}`] : ["nothing in it is new"]),
            ...(gone.length > 0 ? [`no longer held as told: ${list(gone)}`] : []),
            "",
          ].join("\n"),
        );
      }
      done(EXIT.done);
    });
}
