/** `koppel mcp`: what assistants may ask, over standard input and output. */
import { createInterface } from "node:readline";
import { Command } from "@commander-js/extra-typings";
import { EXIT, UsageError } from "./errors.js";
import type { Io } from "./io.js";

/** @param done told the exit code */
export function mcpCommand(io: Io, done: (code: number) => void, version: string) {
  return new Command("mcp")
    .description(
      "Offer suggestions, explanations and what-ifs to assistants (Model Context Protocol on standard input and output).",
    )
    .option("--url <address>", "a running koppel serve", "http://127.0.0.1:8787")
    .addHelpText(
      "after",
      `
Example, in an assistant's settings:
  {"command": "npx", "args": ["koppel", "mcp", "--url", "http://127.0.0.1:8787"], "env": {"KOPPEL_TOKEN": "kpl_…"}}

The token (variable KOPPEL_TOKEN) is one of koppel token create: the assistant sees what its role sees.`,
    )
    .action(async ({ url }) => {
      const token = process.env.KOPPEL_TOKEN;
      if (token === undefined || token === "")
        throw new UsageError("set the variable KOPPEL_TOKEN to a token of koppel token create");
      if (!URL.canParse(url)) throw new UsageError(`--url ${url}: give an address such as http://127.0.0.1:8787`);
      const { answerLine, apiAt } = await import("../mcp/protocol.js");
      const api = apiAt(url, token);
      const open = new Set<Promise<void>>();
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
        if (line.trim() === "") continue;
        // One question does not wait for another.
        const work = answerLine(line, api, version).then((answer) =>
          answer === null ? undefined : io.out(`${answer}\n`),
        );
        open.add(work);
        void work.finally(() => open.delete(work));
      }
      await Promise.all(open);
      done(EXIT.done);
    });
}
