/** Answers to the quick scan from a table, one row an answer: the exports of common survey tools. */
import { repliesOf } from "../table/replies.js";
import { rowsOf } from "../table/rows.js";
import { type Answers, parseAnswers } from "./answers.js";
import type { Questionnaire } from "./questionnaire.js";

/**
 * @param bytes an .xlsx or a CSV file
 * @param file what it is called in messages
 * @returns the answers, and how many columns were left unread
 * @throws SheetsRefused with every wrong cell by row and column; never with what the cell holds
 */
export function answersFromTable(
  bytes: Uint8Array,
  { questions, skip }: Questionnaire,
  file = "the answers",
): { readonly answers: Answers; readonly unread: number } {
  const { replies, unread } = repliesOf(rowsOf(bytes, file), questions, skip, file);
  const answers = replies.map(([, reply]) => ({
    role: reply.options("role")[0],
    knowledge: reply.steps("knowledge"),
    wishes: reply.options("wishes"),
    workForms: reply.options("workForms"),
    communities: reply.options("communities"),
    languages: reply.options("languages"),
    cooperation: reply.options("cooperation"),
    days: reply.options("days"),
    dayparts: reply.options("dayparts"),
  }));
  return { answers: parseAnswers({ format: "koppel-answers/1", answers }, file), unread };
}
