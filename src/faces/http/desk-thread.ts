/** The thread of a desk: questions in, answers out, as text. */
import { parentPort, workerData } from "node:worker_threads";
import { labelsFrom } from "../../papers/index.js";
import { type Actor, changesOf, isBusy, type Store } from "../../pool/store/index.js";
import { AdviceDesk, type AdviceOp } from "./advice-ops.js";
import { DIRECT, type DirectFacts, type DirectRequest } from "./direct.js";
import { type PageAsked, pageOf } from "./page-ops.js";
import { ProblemError, problem } from "./problems.js";
import type { StepTarget } from "./programme-ops.js";
import type { DirectOp } from "./route.js";
import { type AnswerText, answerText, storeOf, type ThreadData, told } from "./thread.js";

/** Advice, or a step of a programme. */
export interface AdviceQuestion {
  readonly by: "advice";
  readonly op: AdviceOp;
  readonly actor: Actor;
  readonly body: Uint8Array;
  /** of a programme: which one, which step, which version was seen */
  readonly target?: StepTarget;
}
/** A record of the database, read or written. */
export interface DirectQuestion {
  readonly by: "direct";
  readonly op: DirectOp;
  /** as its route says */
  readonly isWhole: boolean;
  readonly actor: Actor;
  readonly request: DirectRequest;
}
/** A feed or a reply page. */
export interface PageQuestion {
  readonly by: "page";
  readonly asked: PageAsked;
}
export type Question = AdviceQuestion | DirectQuestion | PageQuestion;
/** A record as text. @param store of a server without a database there are no such questions */
function record({ op, actor, request }: DirectQuestion, store: Store, facts: DirectFacts): AnswerText {
  const { value, version, hidden } = DIRECT[op](store, actor, request, facts);
  const text = JSON.stringify(value);
  return version === undefined ? { text, changes: changesOf(store) } : { text, version, hidden };
}

const port = parentPort;
const data = workerData as ThreadData | null;
if (port !== null && data?.kind === "desk") {
  let opened: Store | null = null;
  const store = (): Store | null => {
    opened ??= storeOf(data);
    return opened;
  };
  try {
    store();
  } catch (error) {
    // Others have it to themselves for a moment: whoever asks meanwhile is told so, and it is opened with a later question.
    if (!isBusy(error)) throw error;
  }
  const desk = new AdviceDesk(data.facts);
  const { records } = data.facts;
  const facts = records === null ? null : { ...records, labels: labelsFrom(records.labelFiles) };
  const places = new Map(records?.places.map(({ id, name }) => [id, name]));
  const answerOf = (question: Question): Promise<AnswerText> => {
    if (question.by === "advice") {
      const { op, actor, body, target } = question;
      return answerText(async () => desk.answer(op, { actor, store: store() }, body, target));
    }
    return told(async () => {
      const db = store();
      if (db === null || facts === null) throw new ProblemError(problem(404, "this server has no database"));
      if (question.by === "direct") return record(question, db, facts);
      return pageOf(db, question.asked, { labels: facts.labels, placeName: (code) => places.get(code) ?? code });
    });
  };
  port.on("message", (question: Question) => void answerOf(question).then((answer) => port.postMessage(answer)));
}
