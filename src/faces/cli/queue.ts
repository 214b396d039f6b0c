/** Which queue a command uses, and the key of what travels through it. */
import type { QueueError } from "../../queue/index.js";
import { UsageError } from "./errors.js";
import { keyGiven } from "./key.js";

/** The options that say which queue. */
export interface QueueChoice {
  /** an address; true: that of the variable KOPPEL_QUEUE */
  readonly queue: string | true;
  readonly keyFile?: string | undefined;
}

/** What `--queue` and `--key-file` are called in help. */
export const QUEUE_FLAG = "--queue [url]";
export const QUEUE_HELP = "PostgreSQL to plan through, postgres://… (default: the variable KOPPEL_QUEUE)";
export const KEY_FLAG = "--key-file <file>";
export const KEY_HELP = "file with the key that seals what goes through the queue (default: the variable KOPPEL_KEY)";

type Queue = Awaited<ReturnType<typeof import("../../queue/index.js").openQueue>>;

/**
 * Opens the queue for a piece of work and closes it whatever happens.
 * @throws UsageError where the address or the key is missing, or the queue is not reached
 */
export async function inQueue<T>(
  { queue, keyFile }: QueueChoice,
  work: (queue: Queue, key: Uint8Array, room: typeof import("../../queue/index.js")) => Promise<T>,
): Promise<T> {
  const url = queue === true ? process.env.KOPPEL_QUEUE : queue;
  if (url === undefined || url === "")
    throw new UsageError("which queue: give --queue postgres://… or set KOPPEL_QUEUE to the address");
  const key = keyGiven(keyFile);
  if (key === null)
    throw new UsageError(
      "what goes through a queue is sealed: give --key-file FILE or set KOPPEL_KEY, the same everywhere",
    );
  const room = await import("../../queue/index.js");
  try {
    const opened = await room.openQueue(url);
    try {
      return await work(opened, key, room);
    } finally {
      await opened.stop({ graceful: true, wait: true });
    }
  } catch (error) {
    if (isQueueError(error)) throw new UsageError(error.message);
    throw error;
  }
}

function isQueueError(error: unknown): error is QueueError {
  return error instanceof Error && error.name === "QueueError";
}
