/** The thread of an advice desk: questions in, answers out, as JSON text. */
import { parentPort, workerData } from "node:worker_threads";
import { type Actor, openStore } from "../../pool/store/index.js";
import { AdviceDesk, type AdviceOp } from "./advice-ops.js";
import { type Problem, problemOf } from "./problems.js";
import type { Stepped, StepTarget } from "./programme-ops.js";
import type { Facts } from "./sources.js";

/** Which database a thread opens; null: none. */
export interface ThreadData {
  readonly kind: "advice" | "job";
  readonly facts: Facts;
  readonly db: { readonly file: string; readonly key: Uint8Array | null; readonly ledger: string } | null;
}
export interface Question {
  readonly op: AdviceOp;
  readonly actor: Actor;
  readonly body: Uint8Array;
  /** of a programme: which one, which step, which version was seen */
  readonly target?: StepTarget;
}
/** JSON text, with the version that it is of where it has one; or what went wrong. */
export type AnswerText = { readonly text: string; readonly version?: number } | { readonly problem: Problem };

/** The database of a thread. */
export function storeOf({ db }: ThreadData) {
  if (db === null) return null;
  const key = db.key === null ? null : Buffer.from(db.key);
  return openStore(db.file, { key, ledger: db.ledger, now: () => new Date().toISOString() });
}

export async function answerText(work: () => Promise<Stepped>): Promise<AnswerText> {
  try {
    const { value, version } = await work();
    return { text: JSON.stringify(value), ...(version === undefined ? {} : { version }) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

const port = parentPort;
const data = workerData as ThreadData | null;
if (port !== null && data?.kind === "advice") {
  const store = storeOf(data);
  const desk = new AdviceDesk(data.facts);
  port.on("message", ({ op, actor, body, target }: Question) => {
    void answerText(() => desk.answer(op, { actor, store }, body, target)).then((answer) => port.postMessage(answer));
  });
}
