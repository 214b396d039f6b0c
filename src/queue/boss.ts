/** The queue itself. */
import PgBoss from "pg-boss";

/** The queue cannot be used: it is not reached, or refuses. The message shows no password. */
export class QueueError extends Error {
  override readonly name = "QueueError";
}

/** The name under which plannings wait. */
export const PLANNINGS = "koppel-plannings";
/** A planning whose worker died is given to another one so often. */
const RETRIES = 2;
/** Answers that nobody fetched are deleted after so many hours. */
const KEPT_HOURS = 12;

/**
 * Opens the queue, and makes it where it is not there yet.
 * @param url `postgres://user:password@host/database`
 * @throws QueueError where it is not reached
 */
export async function openQueue(url: string): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: "koppel",
    deleteAfterHours: KEPT_HOURS,
    schedule: false,
  });
  // Faults of maintenance, which it tries again; what fails for a caller rejects there.
  boss.on("error", () => undefined);
  try {
    await boss.start();
    await boss.createQueue(PLANNINGS, { name: PLANNINGS, retryLimit: RETRIES });
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw new QueueError(`the queue at ${withoutSecrets(url)} is not reached: ${reasonOf(error)}`);
  }
}

/** An address to show: host and database alone. */
export function withoutSecrets(url: string): string {
  const { host, pathname } = URL.canParse(url) ? new URL(url) : { host: "", pathname: "" };
  return host === "" ? "the address given" : `${host}${pathname}`;
}

/** A fault of the network or the database in a word; its message could repeat the address. */
function reasonOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return code === "" ? "it does not answer" : code;
}
