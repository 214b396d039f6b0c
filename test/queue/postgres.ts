/** A PostgreSQL of the test's own, where one is installed. */
import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const DEBIAN = "/usr/lib/postgresql";
const USER = "koppel";
export const PASSWORD = "s3cret-of-the-queue";

/** Where its programs are, or null. */
function programs(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => path.join(DEBIAN, version, "bin")) : [];
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), ...versions];
  return folders.find((folder) => ["initdb", "postgres"].every((name) => existsSync(path.join(folder, name)))) ?? null;
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** It refuses to run as root, so root becomes its user; undefined for anybody else, null where there is no such user. */
function asItsUser(): User | null | undefined {
  if (process.getuid?.() !== 0) return undefined;
  try {
    const id = (flag: string): number => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

/** Whether one can be started here. */
export const HAS_POSTGRES = programs() !== null && asItsUser() !== null;

export interface Postgres {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts one in a folder of its own. */
export async function startPostgres(): Promise<Postgres> {
  const bin = programs();
  if (bin === null) throw new Error("no PostgreSQL is installed");
  const user = asItsUser() ?? undefined;
  const folder = mkdtempSync(path.join(tmpdir(), "koppel-postgres-"));
  if (user) chownSync(folder, user.uid, user.gid);
  const [data, passwords] = [path.join(folder, "data"), path.join(folder, "password")];
  writeFileSync(passwords, PASSWORD);
  if (user) chownSync(passwords, user.uid, user.gid);
  const how = ["-D", data, "-U", USER, "-A", "scram-sha-256", `--pwfile=${passwords}`, "--no-sync"];
  execFileSync(path.join(bin, "initdb"), how, { ...user, cwd: folder, stdio: "ignore" });
  const port = await freePort();
  const args = ["-D", data, "-p", String(port), "-k", folder, "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"];
  const server = spawn(path.join(bin, "postgres"), args, { ...user, cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    server.stderr.setEncoding("utf8").on("data", (text: string) => {
      if (text.includes("ready to accept connections")) resolve();
    });
    ended.then(() => reject(new Error("PostgreSQL did not start")));
  });
  return {
    url: `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === "object" ? resolve(address.port) : reject()));
    });
  });
}
