#!/usr/bin/env node
/**
 * Writes data/demo/programme/answers.csv, the answers of an invented municipality's quick scan as a Dutch survey tool exports them: `;` between the
 * cells, several options in one cell, and a column for each theme of the scale. The same seed gives the same bytes.
 *
 * usage: node scripts/make-demo-answers.mjs [--out FILE]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chance } from "./demo-season/chance.mjs";

const SEED = 20270415;
const root = new URL("../data/", import.meta.url);
const json = (name) => JSON.parse(readFileSync(new URL(name, root), "utf8"));

/** How many of each group answer, and what draws them: theme → how often it is wished, and how often known already. */
const PEOPLE = [
  {
    role: "formal",
    people: 34,
    knows: 0.45,
    likes: {
      "forced-marriage": 0.6,
      "honour-violence": 0.5,
      "social-control": 0.55,
      "conversation-skills": 0.4,
      "domestic-violence": 0.25,
      "law-and-rights": 0.3,
      fgm: 0.3,
    },
  },
  {
    role: "informal",
    people: 22,
    knows: 0.25,
    likes: {
      "forced-marriage": 0.5,
      "social-control": 0.65,
      "gender-equality": 0.4,
      "lgbti-acceptance": 0.35,
      "domestic-violence": 0.4,
      abandonment: 0.3,
      fgm: 0.35,
    },
  },
  {
    role: "municipality",
    people: 14,
    knows: 0.1,
    likes: { "social-control": 0.85, "forced-marriage": 0.85, "law-and-rights": 0.3 },
  },
];
const LIKES = {
  workForms: {
    casework: 0.6,
    "conversation-practice": 0.5,
    "training-actor": 0.4,
    film: 0.2,
    dialogue: 0.3,
    webinar: 0.35,
    speakers: 0.3,
  },
  communities: { turkish: 0.55, moroccan: 0.5, somali: 0.4, syrian: 0.45, eritrean: 0.15, kurdish: 0.1 },
  languages: { nl: 0.9, tr: 0.3, ar: 0.4, so: 0.3, ary: 0.2, ti: 0.1 },
  cooperation: {
    contacts: 0.6,
    advice: 0.5,
    "group-information": 0.4,
    "home-visits": 0.25,
    referral: 0.4,
    support: 0.2,
  },
  days: { mon: 0.4, tue: 0.7, wed: 0.3, thu: 0.7, fri: 0.2 },
  dayparts: { morning: 0.6, afternoon: 0.55, evening: 0.25 },
};

function main(args) {
  const out = args[0] === "--out" && args[1] ? args[1] : fileURLToPath(new URL("demo/programme/answers.csv", root));
  const questions = json("questionnaire.json").items.map((item) => ({
    ...item,
    options: typeof item.options === "string" ? json(`${item.options}.json`).items : item.options,
  }));
  const { next } = chance(SEED);
  const some = (question, likes) =>
    question.options
      .filter(({ id }) => next() < (likes[id] ?? 0))
      .map(({ nl }) => nl)
      .join("; ");
  const columns = questions.flatMap((question) =>
    question.kind === "scale" ? question.options.map((option) => ({ question, option })) : [{ question, option: null }],
  );
  const heading = columns.map(({ question, option }) => (option ? `${question.nl} [${option.nl}]` : question.nl));
  const rows = PEOPLE.flatMap(({ role, people, knows, likes }) =>
    Array.from({ length: people }, () =>
      columns.map(({ question, option }) => {
        if (question.id === "role") return question.options.find(({ id }) => id === role).nl;
        if (option) return next() < 0.1 ? "" : question.steps[next() < knows ? 2 : next() < 0.5 ? 1 : 0].nl;
        return some(question, question.id === "wishes" ? likes : LIKES[question.id]);
      }),
    ),
  );
  const cell = (text) => `"${text.replaceAll('"', '""')}"`;
  const lines = [
    ["Tijdstempel", ...heading],
    ...rows.map((row, i) => [`2027-01-${String(4 + (i % 20)).padStart(2, "0")} 10:00`, ...row]),
  ];
  writeFileSync(out, `\uFEFF${lines.map((line) => line.map(cell).join(";")).join("\r\n")}\r\n`);
}

main(process.argv.slice(2));
