/** The bound in a thread of its own: the problem's arrays are shared, requests and reports are messages. */
import { parentPort, Worker, workerData } from "node:worker_threads";
import type { ProblemData } from "../problem/data.js";
import { BoundEngine, type BoundPartner, type BoundReport, type BoundRequest } from "./bound-partner.js";
import type { AnnealingRequest, PlanByIndex } from "./side-search.js";

interface BoundWork {
  readonly kind: "bound";
  readonly data: ProblemData;
  readonly start: Float64Array | null;
}

type Request =
  | { readonly kind: "run"; readonly request: BoundRequest }
  | { readonly kind: "anneal"; readonly request: AnnealingRequest };

/** What answers a request, of its own kind. */
type Answer = BoundReport | PlanByIndex;

/** Starts the thread. A fault in it rejects the run under way. It does one thing at a time. */
export function threadedBound(data: ProblemData, start: Float64Array | null): BoundPartner {
  const work: BoundWork = { kind: "bound", data, start };
  const worker = new Worker(new URL(import.meta.url), { workerData: work });
  let settle: { resolve: (answer: Answer) => void; reject: (fault: Error) => void } | null = null;
  let fault: Error | null = null;
  worker.on("message", (answer: Answer) => {
    const waiting = settle;
    settle = null;
    waiting?.resolve(answer);
  });
  worker.on("error", (error) => {
    fault = error instanceof Error ? error : new Error(String(error));
    settle?.reject(fault);
  });
  const ask = <A extends Answer>(message: Request): Promise<A> =>
    new Promise((resolve, reject) => {
      if (fault) return reject(fault);
      settle = { resolve: (answer) => resolve(answer as A), reject };
      worker.postMessage(message);
    });
  return {
    run: (request) => ask<BoundReport>({ kind: "run", request }),
    anneal: (request) => ask<PlanByIndex>({ kind: "anneal", request }),
    close: async () => {
      await worker.terminate();
    },
  };
}

function isBoundWork(work: unknown): work is BoundWork {
  return typeof work === "object" && work !== null && "kind" in work && work.kind === "bound";
}

const port = parentPort;
if (port && isBoundWork(workerData)) {
  const engine = new BoundEngine(workerData.data, () => performance.now(), workerData.start);
  port.on("message", (message: Request) =>
    port.postMessage(message.kind === "run" ? engine.run(message.request) : engine.anneal(message.request)),
  );
}
