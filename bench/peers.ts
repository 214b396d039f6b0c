/** The optional peers of `bench/peers`: other people's solvers, which run where they have been installed. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command, RunFiles, RunSettings } from "./command.js";
import type { PeerName } from "./options.js";

interface Peer {
  /** one line that installs it, from the root of the repository */
  readonly install: string;
  /** the program and its first arguments, or null where it is not installed */
  readonly find: (folder: string) => readonly [program: string, ...args: string[]] | null;
}

const PEERS: Readonly<Record<PeerName, Peer>> = {
  cpsat: {
    install:
      "python3 -m venv bench/peers/cpsat/.venv && bench/peers/cpsat/.venv/bin/pip install -r bench/peers/cpsat/requirements.txt",
    find: (folder) => {
      const python = pythonWith(join(folder, ".venv"), "ortools");
      return python === null ? null : [python, join(folder, "solve.py")];
    },
  },
  timefold: {
    install: "mvn -q -f bench/peers/timefold/pom.xml package (Java 17, Maven)",
    find: (folder) => {
      const jar = join(folder, "target", "koppel-timefold.jar");
      return existsSync(jar) && runs("java", "-version") ? ["java", "-Xss16m", "-jar", jar] : null;
    },
  },
};

/** How a peer is started for one run: like the others it leaves a plan and a log and prints its status. */
export function peerCommand(name: PeerName, files: RunFiles, settings: RunSettings): Command {
  const { install, find } = PEERS[name];
  const found = find(join(settings.peers ?? peersFolder(), name));
  if (found === null) return { skipped: `not installed; ${install}` };
  const [program, ...args] = found;
  const { time, seed, threads } = settings;
  return { program, args: [...args, files.season, files.plan, files.log, String(time), String(seed), String(threads)] };
}

/** `bench/peers` as it stands in the repository: what is installed there is not copied by a build. */
function peersFolder(): string {
  const beside = fileURLToPath(new URL("./peers/", import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL("../../bench/peers/", import.meta.url));
}

/** The Python of a virtual environment that has a package, or null. */
function pythonWith(environment: string, name: string): string | null {
  const python = [join("bin", "python"), join("Scripts", "python.exe")]
    .map((file) => join(environment, file))
    .find((file) => existsSync(file));
  if (python === undefined) return null;
  const unix = join(environment, "lib");
  const libraries = existsSync(unix) ? readdirSync(unix).map((version) => join(unix, version)) : [];
  const has = [...libraries, join(environment, "Lib")].some((lib) => existsSync(join(lib, "site-packages", name)));
  return has ? python : null;
}

function runs(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}
