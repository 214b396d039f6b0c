/** `koppel pool backup | restore | verify | rekey | erase`: what the pool's administrator sees to. */
import type { Actor } from "../../pool/store/index.js";
import { EXIT, UsageError } from "./errors.js";
import type { Io } from "./io.js";
import { keyGiven } from "./key.js";
import { inStore, storeCommand, storeOptions } from "./pool-store.js";

type Done = (code: number) => void;

/** A command of the administrator. */
const careCommand = (name: string) =>
  storeCommand(name).option("--json", "print what was done as JSON").option("--quiet", "say nothing on standard error");

/** One that changes something: who does it stands in the trail. */
const changingCommand = (name: string) =>
  careCommand(name).option(
    "--account <id>",
    "who you are in the audit trail; an account, never a name",
    "command-line",
  );

const administrator = (account: string): Actor => ({ id: account, role: "administrator" });

/** What was done: as JSON on standard output where that is asked, else a sentence. */
async function tell(
  io: Io,
  { json, quiet }: { readonly json?: true | undefined; readonly quiet?: true | undefined },
  value: unknown,
  sentence: string,
): Promise<void> {
  if (json === true) await io.out(`${JSON.stringify(value)}\n`);
  else if (quiet !== true) io.err(`${sentence}\n`);
}

export function poolBackupCommand(io: Io, done: Done) {
  return careCommand("backup")
    .description("Copy the database as of this moment, under its key, while others go on working; the copy is checked.")
    .argument("<file>", "where the backup goes; its manifest goes beside it, in <file>.json")
    .addHelpText("after", "\nExample:\n  koppel pool backup pool-2027-03-12.backup --db pool.db --key-file pool.key")
    .action(async (file, options) => {
      const { backup } = await import("../../pool/store/index.js");
      const manifest = await inStore(options, (store) => backup(store, file));
      await tell(io, options, { backup: file, ...manifest }, `${file}: a backup, read back and sound`);
      done(EXIT.done);
    });
}

export function poolRestoreCommand(io: Io, done: Done) {
  return careCommand("restore")
    .description("Make a database of a backup. Its content is verified, and whoever was erased since stays erased.")
    .argument("<backup>", "a backup; its manifest stands beside it")
    .addHelpText(
      "after",
      `
The database of --db must not be there yet. Give the ledger of the database that the backup is of, not a new one: by it
those who were erased after the backup are erased again.

Example:
  koppel pool restore pool-2027-03-12.backup --db restored.db --key-file pool.key --ledger pool.db.ledger`,
    )
    .action(async (file, options) => {
      const { restore } = await import("../../pool/store/index.js");
      const erased = restore(file, options.db, storeOptions(options));
      const again = erased === 0 ? "" : `; ${erased} erased again, by the ledger`;
      await tell(io, options, { database: options.db, erased }, `${options.db}: restored and verified${again}`);
      done(EXIT.done);
    });
}

export function poolVerifyCommand(io: Io, done: Done) {
  return careCommand("verify")
    .description("Verify the database and its audit trail; exit code 1 where something was tampered with or damaged.")
    .option("--against <backup>", "a backup: the trail must go on from where that one ended")
    .addHelpText(
      "after",
      `
Without --against, somebody who can write the file and reckons the whole chain anew is not found.

Example:
  koppel pool verify --db pool.db --key-file pool.key --against pool-2027-03-12.backup`,
    )
    .action(async (options) => {
      const { readManifest, StoreError, verifyStore } = await import("../../pool/store/index.js");
      const anchor = options.against === undefined ? null : readManifest(`${options.against}.json`).trail;
      const { rows, faults } = await inStore(options, (store) => verifyStore(store, anchor)).catch((error: unknown) => {
        // Whether it is sound was the question, and a file that cannot be read answers it.
        if (error instanceof StoreError && error.fault === "damaged") return { rows: 0, faults: [error.message] };
        throw error;
      });
      const sentence = faults.length === 0 ? `sound; ${rows} rows in the trail` : faults.join("; ");
      await tell(io, options, { sound: faults.length === 0, rows, faults }, `${options.db}: ${sentence}`);
      done(faults.length === 0 ? EXIT.done : EXIT.no);
    });
}

export function poolRekeyCommand(io: Io, done: Done) {
  return changingCommand("rekey")
    .description("Encrypt the database under a new key. Backups made before stay under the old one.")
    .requiredOption("--new-key-file <file>", "file with the new key: 64 hexadecimal digits, for its owner alone")
    .addHelpText(
      "after",
      `
Example:
  umask 077; openssl rand -hex 32 > new.key
  koppel pool rekey --db pool.db --key-file pool.key --new-key-file new.key`,
    )
    .action(async (options) => {
      const { keyFromFile, rotateKey } = await import("../../pool/store/index.js");
      const key = keyFromFile(options.newKeyFile);
      if (keyGiven(options.keyFile)?.equals(key) === true)
        throw new UsageError("--new-key-file: this is the key that the database has: make a new one");
      await inStore(options, (store) => rotateKey(store, administrator(options.account), key));
      await tell(
        io,
        options,
        { database: options.db },
        `${options.db}: under its new key; keep the old one for old backups`,
      );
      done(EXIT.done);
    });
}

export function poolEraseCommand(io: Io, done: Done) {
  return changingCommand("erase")
    .description(
      "Erase a trainer: every record and mention of her, in this database and in each backup that is restored.",
    )
    .argument("<trainer>", "her code")
    .option("--yes", "you mean it: what is erased does not come back")
    .addHelpText("after", "\nExample:\n  koppel pool erase t07 --db pool.db --key-file pool.key --yes")
    .action(async (trainer, options) => {
      if (options.yes !== true)
        throw new UsageError("erasing cannot be undone, not even from a backup: give --yes if you mean it");
      const { eraseTrainer } = await import("../../pool/store/index.js");
      await inStore(options, (store) => eraseTrainer(store, administrator(options.account), trainer));
      // Neither her code nor a name: what is printed may be kept.
      await tell(io, options, { erased: 1 }, "erased, and noted in the ledger: keep that apart from the backups");
      done(EXIT.done);
    });
}
