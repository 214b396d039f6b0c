/** `koppel token`: what opens the API, a calendar feed or a reply page. */
import { Command, Option } from "@commander-js/extra-typings";
import { visible } from "../../papers/index.js";
import type { Actor } from "../../pool/store/index.js";
import { EXIT, UsageError } from "./errors.js";
import type { Io } from "./io.js";
import { webAddress, wholeNumber } from "./options.js";
import { inStore, storeCommand } from "./pool-store.js";
import { plainTable } from "./season/look.js";

type Done = (code: number) => void;
const administrator: Actor = { id: "command-line", role: "administrator" };
const ROLES = ["coordinator", "safetyOfficer", "apiClient", "trainer", "auditor"] as const;
const SCOPES = ["api", "feed", "reply"] as const;

/** Tokens of the API, of calendar feeds and of reply pages. */
export function tokenCommand(io: Io, done: Done) {
  return new Command("token")
    .description("Make, list and revoke the tokens that open the API, a calendar feed or a trainer's reply page.")
    .addCommand(tokenCreateCommand(io, done))
    .addCommand(tokenListCommand(io, done))
    .addCommand(tokenRevokeCommand(io, done));
}

function tokenCreateCommand(io: Io, done: Done) {
  return storeCommand("create")
    .description("Make a token. Its secret is shown once and kept nowhere.")
    .addOption(new Option("--role <role>", "whoever has it acts in this role").choices(ROLES).makeOptionMandatory())
    .option(
      "--organisation <code>",
      "a coordinator's own organisation; of an apiClient the client whose sessions it may ask after",
    )
    .option("--trainer <code>", "of role trainer: which")
    .requiredOption("--account <id>", "who it is in the audit trail; an account, never a name")
    .addOption(new Option("--scope <what>", "what it opens").choices(SCOPES).default("api" as const))
    .option(
      "--days <n>",
      "how many days it is good for (default: until it is revoked; a reply page: 30)",
      wholeNumber(1, 3650),
    )
    .option(
      "--url <address>",
      "the server's address as people reach it, for the whole link of a feed or reply page",
      webAddress,
    )
    .option("--json", "print it as JSON")
    .addHelpText(
      "after",
      `
Examples:
  koppel token create --role apiClient --organisation c-gm0503 --account shop --db pool.db
  koppel token create --role trainer --trainer t03 --account t03 --scope reply --url https://koppel.example.org --db pool.db
  koppel token create --role coordinator --organisation iot --account c1 --scope feed --db pool.db

It prints the token; of a feed or a reply page the address that it opens, after the server's own. In a coordinator's feed, PLAN stands for a plan's id.`,
    )
    .action(async (options) => {
      const { createToken } = await import("../../pool/store/index.js");
      const days = options.days ?? (options.scope === "reply" ? 30 : null);
      const expires = days === null ? null : new Date(Date.now() + days * 86_400_000).toISOString();
      const { role, organisation, trainer, account, scope } = options;
      if (scope === "reply" && role !== "trainer")
        throw new UsageError(
          `--scope reply: a reply page is a trainer's, and not for role ${role}: give --role trainer and --trainer`,
        );
      const made = await inStore(options, (store) =>
        createToken(store, administrator, { account, role, organisation, trainer, scope, expires }),
      );
      const whose = trainer === undefined ? "plans/PLAN" : `trainers/${encodeURIComponent(trainer)}`;
      const path = { api: null, feed: `/v1/${whose}/calendar.ics?token=${made.secret}`, reply: `/r/${made.secret}` }[
        scope
      ];
      const address = path === null ? null : `${options.url ?? ""}${path}`;
      if (options.json === true) await io.out(`${JSON.stringify({ ...made, expires, address })}\n`);
      else await io.out(`${address ?? made.secret}\n`);
      done(EXIT.done);
    });
}

function tokenListCommand(io: Io, done: Done) {
  return storeCommand("list")
    .description("List the tokens, without what opens anything.")
    .option("--json", "print them as JSON")
    .addHelpText("after", "\nExample:\n  koppel token list --db pool.db")
    .action(async (options) => {
      const { listTokens } = await import("../../pool/store/index.js");
      const rows = await inStore(options, (store) => listTokens(store));
      if (options.json === true) await io.out(`${JSON.stringify(rows)}\n`);
      else {
        const table = plainTable(["token", "account", "role", "of", "opens", "made", "until", "revoked"]);
        for (const { id, account, role, organisation, trainer, scope, at, expires, revoked } of rows)
          table.push([
            id,
            visible(account),
            role,
            visible(organisation ?? trainer ?? ""),
            scope,
            at.slice(0, 10),
            expires?.slice(0, 10) ?? "",
            revoked?.slice(0, 10) ?? "",
          ]);
        await io.out(`${table.toString()}\n`);
      }
      done(EXIT.done);
    });
}

function tokenRevokeCommand(io: Io, done: Done) {
  return storeCommand("revoke")
    .description("Revoke a token: it opens nothing from now on.")
    .argument("<token>", "its id, as koppel token list has it")
    .option("--quiet", "say nothing on standard error")
    .addHelpText("after", "\nExample:\n  koppel token revoke 3f9a0c11d2e4 --db pool.db")
    .action(async (id, options) => {
      const { revokeToken } = await import("../../pool/store/index.js");
      await inStore(options, (store) => revokeToken(store, administrator, id));
      if (options.quiet !== true) io.err(`${visible(id)}: revoked\n`);
      done(EXIT.done);
    });
}
