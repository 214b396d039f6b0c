/** `koppel worker`: solves plannings that others put into a queue. */
import { Command } from "@commander-js/extra-typings";
import type { Engine } from "./engine.js";
import { EXIT } from "./errors.js";
import type { Io } from "./io.js";
import { inQueue, KEY_FLAG, KEY_HELP, QUEUE_FLAG, QUEUE_HELP } from "./queue.js";

/** @param done told the exit code */
export function workerCommand(io: Io, engine: Engine, done: (code: number) => void) {
  return new Command("worker")
    .description("Solve plannings that others put into a queue, one at a time, until Ctrl-C.")
    .option(QUEUE_FLAG, QUEUE_HELP)
    .option(KEY_FLAG, KEY_HELP)
    .option("--quiet", "say nothing on standard error")
    .addHelpText(
      "after",
      "\nExample:\n  KOPPEL_QUEUE=postgres://koppel@db/koppel koppel worker --key-file queue.key\n\n" +
        "Start one for every two cores, on as many machines as there are. Ctrl-C ends it when the planning under way is\n" +
        "answered; a second Ctrl-C quits at once, and another worker gets that planning.",
    )
    .action(async ({ queue = true, keyFile, quiet }) => {
      const tell = (text: string): void => {
        if (quiet !== true) io.err(`${text}\n`);
      };
      await inQueue({ queue, keyFile }, async (opened, key, room) => {
        let count = 0;
        const stopped = new Promise<void>((resolve) => {
          let asked = false;
          const release = io.onInterrupt(() => {
            if (asked) io.quit(EXIT.interrupted);
            asked = true;
            release();
            resolve();
          });
        });
        const solve = engine.solve;
        await room.work(opened, key, {
          solve: (source, options) => solve(source, options, () => undefined),
          onDone: (isSolved) => tell(`${++count}: ${isSolved ? "solved" : "refused"}`),
        });
        tell("waiting for plannings");
        await stopped;
        tell("stopping when the planning under way is answered");
      });
      done(EXIT.done);
    });
}
