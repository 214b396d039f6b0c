/** `koppel plan ask | reply`: whom to ask about what is published, and what they answer. */
import { Argument } from "@commander-js/extra-typings";
import { hours, shortDay, visible } from "../../../papers/index.js";
import { REPLIES } from "../../../pool/store/life.js";
import { readContact } from "../../../pool/store/records.js";
import type { Asking } from "../../../season/index.js";
import { EXIT, UsageError } from "../errors.js";
import type { Io } from "../io.js";
import { actingCommand, actorOf, inStore } from "../pool-store.js";

/** @param done told the exit code */
export function planAskCommand(io: Io, done: (code: number) => void) {
  return actingCommand("ask")
    .description("List whom to ask about what is published of a season, in order, with what each has answered.")
    .argument("<season>", "the season's id")
    .option("--open", "only who has not said yes or no")
    .option("--json", "print them as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  koppel plan ask spring-2027 --open --db pool.db --role coordinator --organisation iot\n\nEach name that is shown leaves a row in the audit trail.",
    )
    .action(async (id, options) => {
      const actor = actorOf(options);
      const { askingsOf } = await import("../../../season/index.js");
      const isOpen = ({ reply }: Asking): boolean => options.open !== true || (reply !== "yes" && reply !== "no");
      const rows = await inStore(options, (store) =>
        askingsOf(store, actor, id).flatMap(({ trainer, askings }) => {
          const asked = askings.filter(isOpen);
          if (asked.length === 0) return [];
          const who = readContact(store, actor, trainer);
          const contact = who.given
            ? { name: who.value.name, contact: who.value.contact }
            : { name: null, contact: null };
          return [{ trainer, ...contact, askings: asked }];
        }),
      );
      if (options.json === true) await io.out(`${JSON.stringify(rows)}\n`);
      else if (rows.length === 0) await io.out("Nobody is left to ask.\n");
      else
        await io.out(
          rows
            .map(({ trainer, name, contact, askings }, i) => {
              const who = name === null ? trainer : `${name} (${trainer}), ${contact}`;
              return [`${i + 1}. ${visible(who)}`, ...askings.map((one) => `     ${askingText(one)}`), ""].join("\n");
            })
            .join(""),
        );
      done(rows.length > 0 ? EXIT.done : EXIT.no);
    });
}

const REPLY_WORDS: Readonly<Record<Asking["reply"], string>> = {
  new: "not asked yet",
  asked: "asked",
  yes: "yes",
  no: "no",
  silent: "no answer",
};

function askingText({ session, seat, slot, reply, at, stands }: Asking): string {
  const [first] = slot;
  const when = first === undefined ? "" : `${shortDay(first[0], "en")} ${hours(first, "en")}`;
  const more = slot.length > 1 ? ` and ${slot.length - 1} more` : "";
  return `${when}${more} · ${visible(session)} · ${seat} · ${REPLY_WORDS[reply]}${at === null ? "" : ` (${at.slice(0, 10)})`}${stands ? "" : " · no longer holds (not available): repair it first"}`;
}

/** @param done told the exit code */
export function planReplyCommand(io: Io, done: (code: number) => void) {
  return actingCommand("reply")
    .description("Keep what a trainer answered about a session as it is published.")
    .argument("<season>", "the season's id")
    .argument("<session>", "the session's id")
    .argument("<trainer>", "the trainer's code")
    .addArgument(new Argument("<reply>", "asked, yes, no, or silent: she does not answer").choices(REPLIES))
    .option("--hold-until <instant>", "with asked: until when the date is held for her answer, as 2027-02-01T12:00:00Z")
    .option("--json", "print how the session stands as JSON")
    .addHelpText(
      "after",
      `
Examples:
  koppel plan reply spring-2027 den-haag-a1 t03 asked --hold-until 2027-02-01T12:00:00Z --db pool.db --role coordinator --organisation iot
  koppel plan reply spring-2027 den-haag-a1 t03 no --db pool.db --role coordinator --organisation iot

Once everybody in a team says yes it is fixed. After a no she is not planned for that session again: koppel season repair.`,
    )
    .action(async (season, session, trainer, reply, options) => {
      const until = options.holdUntil ?? null;
      if (until !== null && reply !== "asked") throw new UsageError("--hold-until goes with asked: leave it out");
      if (until !== null && !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(until))
        throw new UsageError("--hold-until: give an instant with its zone, such as 2027-02-01T12:00:00Z");
      const { answer } = await import("../../../season/index.js");
      const answered = await inStore(options, (store) =>
        answer(store, actorOf(options), season, { session, trainer, reply }, until),
      );
      if (options.json === true) await io.out(`${JSON.stringify({ season, session, trainer, ...answered })}\n`);
      else {
        const changed =
          (answered.before === "yes" || answered.before === "no") && answered.before !== reply
            ? ` (she had said ${answered.before})`
            : "";
        const next =
          reply === "no"
            ? `; next: koppel season repair ${visible(season)} --save PLAN`
            : answered.confirmed
              ? "; the whole team has said yes: it is fixed"
              : "";
        await io.out(`${visible(trainer)}, ${visible(session)}: ${REPLY_WORDS[reply]}${changed}${next}\n`);
      }
      done(EXIT.done);
    });
}
