/** Which database a command of the pool works on, and as whom: the options that they share. */
import { Command, Option } from "@commander-js/extra-typings";
import type { Actor, Store, StoreOptions } from "../../pool/store/index.js";
import { UsageError } from "./errors.js";
import { keyGiven } from "./key.js";

/** Roles that somebody at a keyboard acts in; the others belong to programs and to trainers themselves. */
const ROLES = ["coordinator", "safetyOfficer", "auditor"] as const;

export interface StoreChoice {
  readonly db: string;
  readonly keyFile?: string | undefined;
  readonly ledger?: string | undefined;
}
export interface ActorChoice {
  readonly role: (typeof ROLES)[number];
  readonly organisation?: string | undefined;
  readonly account: string;
}

/** A command of the pool with the options that say which database. */
export function storeCommand(name: string) {
  return new Command(name)
    .requiredOption("--db <file>", "the pool's database")
    .option("--key-file <file>", "file with the database's key (default: the variable KOPPEL_KEY, else no key)")
    .option("--ledger <file>", "the ledger of erasures (default: the database's name with .ledger)");
}

/** The same, for a command that acts in a role. */
export function actingCommand(name: string) {
  return storeCommand(name)
    .addOption(new Option("--role <role>", "the role that you act in").choices(ROLES).makeOptionMandatory())
    .option("--organisation <code>", "a coordinator's own organisation")
    .option("--account <id>", "who you are in the audit trail; an account, never a name", "command-line");
}

/** @throws UsageError for a coordinator without an organisation */
export function actorOf({ role, organisation, account }: ActorChoice): Actor {
  if (role === "coordinator" && organisation === undefined)
    throw new UsageError("a coordinator acts for an organisation: give --organisation CODE");
  return organisation === undefined ? { id: account, role } : { id: account, role, organisation };
}

/** How the database that was chosen is opened. */
export function storeOptions({ db, keyFile, ledger }: StoreChoice): StoreOptions {
  return { key: keyGiven(keyFile), now: () => new Date().toISOString(), ledger: ledger ?? `${db}.ledger` };
}

/** Opens the database for a piece of work and closes it whatever happens. */
export async function inStore<T>(
  choice: StoreChoice & { readonly role?: string | undefined; readonly organisation?: string | undefined },
  work: (store: Store) => Promise<T> | T,
  make = false,
): Promise<T> {
  const { assertOrganisation, closeStore, codesOf, createStore, damageIn, openStore } = await import(
    "../../pool/store/index.js"
  );
  const options = storeOptions(choice);
  const store = make ? createStore(choice.db, options) : openStore(choice.db, options);
  try {
    // One that is misspelt would only be seen by the names that are missing. Before the first import there is none at all.
    const { role, organisation } = choice;
    if (role === "coordinator" && organisation !== undefined && codesOf(store, "organisations").length > 0)
      assertOrganisation(store, { id: "", role, organisation });
    return await work(store);
  } catch (error) {
    throw damageIn(choice.db, error);
  } finally {
    closeStore(store);
  }
}
