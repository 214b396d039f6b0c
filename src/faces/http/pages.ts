/** The addresses with a secret in them: calendar feeds, and the page on which a trainer answers. A thread works each out. */
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Question } from "./desk-thread.js";
import { type PageAsked, problemPage } from "./page-ops.js";
import { ProblemError, problemOf } from "./problems.js";
import { ofFastify } from "./refusing.js";
import type { AnswerText, Page } from "./thread.js";

/** Bytes of an answer. */
const MOST_FORM = 2000;

export interface PageOptions {
  readonly ask: (question: Question) => Promise<AnswerText>;
  /** hears that somebody declined what was published of a season; she does not wait for what follows */
  readonly afterNo: (season: string) => void;
}

export function pages(app: FastifyInstance, { ask, afterNo }: PageOptions): void {
  const asked = async (page: PageAsked): Promise<Page> => {
    const answer = await ask({ by: "page", asked: page });
    if ("problem" in answer) throw new ProblemError(answer.problem);
    return answer;
  };
  const secretOf = (query: unknown): string => String((query as { readonly token?: unknown }).token ?? "");
  const feeds = { "/v1/plans/:id/calendar.ics": "planFeed", "/v1/trainers/:id/calendar.ics": "trainerFeed" } as const;
  for (const [address, page] of Object.entries(feeds))
    app.get(address, async (request, reply) => {
      const { id } = request.params as { readonly id: string };
      const { text } = await asked({ page, secret: secretOf(request.query), id });
      return reply.type("text/calendar; charset=utf-8").send(text);
    });

  app.register(async (own) => {
    // Here alone: elsewhere a form is no JSON, and is not read as if nothing had been sent.
    own.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: MOST_FORM },
      (_request, body, done) => done(null, body),
    );
    // Whoever opens a link that is no longer in use reads so in her language, and not as a problem of an API.
    own.setErrorHandler((error, _request, reply) => {
      const { status } = problemOf(ofFastify(error));
      return html(reply.code(status), problemPage(status));
    });
    own.get("/r/:token", async (request, reply) => {
      const { token } = request.params as { readonly token: string };
      return html(reply, (await asked({ page: "reply", secret: token })).text);
    });
    own.post("/r/:token", async (request, reply) => {
      const { token } = request.params as { readonly token: string };
      const form = typeof request.body === "string" ? request.body : "";
      const { declined } = await asked({ page: "answer", secret: token, form });
      if (declined !== undefined) afterNo(declined);
      return reply.code(303).header("location", `/r/${token}`).send();
    });
  });
}

const html = (reply: FastifyReply, text: string): FastifyReply => reply.type("text/html; charset=utf-8").send(text);
