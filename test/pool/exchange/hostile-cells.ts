/** Files in which one cell or row is wrong, by kind; the number varies where and with what. */
import { book } from "../../sheets/zip-writer.js";
import {
  before,
  CANARY,
  csv,
  detail,
  extraCell,
  HEADERS,
  type Kind,
  line,
  person,
  pick,
  trainers,
  wrongCell,
} from "./hostile-parts.js";

export const WRONG_CELLS: Readonly<Record<string, Kind>> = {
  formula: (n) =>
    wrongCell(n, n % 8, {
      xml: `<c t="str"><f>${pick(n, [`"${CANARY}"`, "1+1", "HYPERLINK(A1)"]).replaceAll('"', "&quot;")}</f><v>${CANARY}</v></c>`,
    }),
  "an error value": (n) => wrongCell(n, n % 8, { xml: `<c t="e"><v>${pick(n, ["#REF!", "#N/A", "#DIV/0!"])}</v></c>` }),
  "a string that is not there": (n) => wrongCell(n, 2, { xml: `<c t="s"><v>${n + 5}</v></c>` }),
  "a text without an end": (n) => wrongCell(n, 2, CANARY.repeat(5_000)),
  "a number where text belongs": (n) => wrongCell(n, 4, { xml: '<c t="b"><v>1</v></c>' }),
  "a number in other words": (n) =>
    wrongCell(n, 6, pick(n, ["1.000", "€ 80", "80 km", "-1", "8e1", "NaN", "1,5", CANARY, "0x50", "Infinity"])),
  "a number beyond all bounds": (n) => wrongCell(n, 7, pick(n, [-1, 0.5, 1e300, 1_000_000_001])),
  "not on the list": (n) =>
    wrongCell(n, 4, pick(n, [CANARY, `Professional; ${CANARY}`, "=Professional", "professional_x0000_"])),
  "two where one belongs": (n) => wrongCell(n, 5, `Den Haag; ${CANARY}`),
  "a code that nobody has": (n) => wrongCell(n, 1, `${CANARY}${n}`),
  blank: (n) => wrongCell(n, 1 + (n % 7), pick(n, [null, "", "   ", "\u00a0"])),
  "a row without a code": (n) => wrongCell(n, 0, null),
  "a code twice": (n) => ({
    bytes: book(trainers([person("t1"), ...before(n), person("t1")])),
    at: { sheet: "Trainers", row: (n % 7) + 3, column: "A" },
  }),
  "the theme __proto__": (n) => extraCell(n, "Deskundigheid", pick(n, ["__proto__: 2", "__proto__:1"])),
  "a level that is none": (n) =>
    extraCell(n, "Deskundigheid", pick(n, [`${CANARY}: 4`, `${CANARY}`, `${CANARY}: 0`, `${CANARY}: 1; ${CANARY}: 2`])),
  "no-go places by a coordinator": (n) =>
    extraCell(n, pick(n, ["Nooit naar", "Nooit samen met"]), pick(n, ["Utrecht", "t1"])),
  "another organisation's trainer": (n) => ({
    bytes: book([
      {
        name: "Organisaties",
        rows: [
          ["Code", "Naam"],
          ["o1", "x"],
          ["o2", CANARY],
        ],
      },
      { name: "Trainers", rows: [HEADERS, ...before(n), person("t1").map((cell, i) => (i === 1 ? "o2" : cell))] },
    ]),
    at: { sheet: "Trainers", row: (n % 7) + 2, column: "B" },
  }),
  "a day that is none": (n) =>
    detail(
      n,
      "Beschikbaarheid",
      ["Trainer", "Wat", "Van", "Tot"],
      ["t1", "Vakantie", pick(n, ["2027-02-30", "3/4/2027", "2027-13-01", "morgen", "1e5", CANARY]), "2027-12-31"],
      2,
    ),
  "a day before there were any": (n) =>
    detail(
      n,
      "Beschikbaarheid",
      ["Trainer", "Wat", "Van", "Tot"],
      ["t1", "Vakantie", { xml: `<c s="1"><v>${pick(n, [60, 0, -5, 1e9])}</v></c>` }, "2027-12-31"],
      2,
    ),
  "half a minute": (n) =>
    detail(
      n,
      "Data",
      ["Bijeenkomst", "Begin", "Einde"],
      ["s1", { xml: '<c s="2"><v>46447.39585</v></c>' }, "2027-03-01 12:30"],
      1,
    ),
  "an end before the start": (n) =>
    detail(
      n,
      "Data",
      ["Bijeenkomst", "Begin", "Einde"],
      ["s1", "2027-03-01 09:30", pick(n, ["2027-03-01 09:30", "2027-02-28 12:00"])],
      1,
    ),
  "a date without a time": (n) =>
    detail(n, "Data", ["Bijeenkomst", "Begin", "Einde"], ["s1", "2027-03-01", "2027-03-01 12:30"], 1),
  "hours that run backwards": (n) =>
    detail(
      n,
      "Beschikbaarheid",
      ["Trainer", "Wat", "Weekdagen", "Dagdelen"],
      ["t1", "Elke week beschikbaar", "maandag", pick(n, ["12:00-09:00", "25:00-26:00"])],
      3,
    ),
  "a pattern without days": (n) =>
    detail(
      n,
      "Beschikbaarheid",
      ["Trainer", "Wat", "Weekdagen", "Dagdelen"],
      ["t1", "Elke week beschikbaar", null, "hele dag"],
      2,
    ),
  "a wish below the need": (n) =>
    detail(
      n,
      "Wensen",
      ["Bijeenkomst", "Wat", "Welke", "Niveau nodig", "Niveau gewenst"],
      ["s1", "Thema", "Huwelijksdwang", 3, 1 + (n % 2)],
      4,
    ),
  "two themes in one need": (n) =>
    detail(n, "Wensen", ["Bijeenkomst", "Wat", "Welke"], ["s1", "Thema", `Huwelijksdwang; ${CANARY}`], 2),
  "a detail of nobody": (n) =>
    detail(
      n,
      "Beschikbaarheid",
      ["Trainer", "Wat", "Van", "Tot"],
      [`${CANARY}${n}`, "Vakantie", "2027-01-01", "2027-01-02"],
      0,
    ),
  "a session without a date": (n) => ({
    bytes: book([
      {
        name: "Bijeenkomsten",
        rows: [
          ["Code", "Activiteit", "Professionals"],
          [`${CANARY}${n}`, "Webinar", 1],
        ],
      },
    ]),
    at: { sheet: "Bijeenkomsten", row: 2 },
  }),
  "a fixed date that is not on offer": (n) => ({
    bytes: book([
      {
        name: "Bijeenkomsten",
        rows: [
          ["Code", "Activiteit", "Professionals", "Vaste datum"],
          ["s1", "Webinar", 1, n + 2],
        ],
      },
      {
        name: "Data",
        rows: [
          ["Bijeenkomst", "Begin", "Einde"],
          ["s1", "2027-03-01 09:30", "2027-03-01 12:30"],
        ],
      },
    ]),
    at: { sheet: "Bijeenkomsten", row: 2, column: "D" },
  }),
  "CSV with a cell too many": (n) =>
    csv([line(HEADERS), ...before(n).map(line), `${line(person("t1"))};${CANARY}`].join("\n"), {
      sheet: "Trainers",
      row: (n % 7) + 2,
      column: "I",
    }),
  "CSV with the BOM in its midst": () =>
    csv(`Code;\ufeffNaam${CANARY}\no1;x`, { sheet: "Organisaties", row: 1, column: "B" }),
};
