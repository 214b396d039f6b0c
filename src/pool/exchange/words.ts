/** Wording of the workbook around its tables. */
import { type Wording, wording as w } from "../../sheets/types.js";
import type { DataList } from "./choices.js";

export const EXPLANATION = w("Uitleg", "Explanation");
export const CHOICES = w("Keuzes", "Choices");
/** In a cell whose value may not leave the pool. */
export const WITHHELD = w("(geen toestemming)", "(no consent)");
/** Sheets of the template that are for people alone. */
const EXPLANATION_SHEETS: readonly Wording[] = [EXPLANATION, CHOICES];

/** Headers and names of sheets are compared without capitals and blanks at the ends. */
export const plain = (text: string): string => text.normalize("NFC").replaceAll("'", "’").trim().toLowerCase();
/** Whether a header or sheet has that name, in either language. */
export const isCalled = (text: string, { nl, en }: Wording): boolean =>
  [nl, en].some((name) => plain(name) === plain(text));
/** Whether a sheet of that name is for people alone. */
export const isForPeople = (sheet: string): boolean => EXPLANATION_SHEETS.some((wording) => isCalled(sheet, wording));

/** What the columns of the sheet of choices are called. */
export const LIST_NAMES: Readonly<Record<DataList, Wording>> = {
  role: w("Rollen", "Roles"),
  background: w("Achtergronden", "Backgrounds"),
  language: w("Talen", "Languages"),
  trait: w("Kenmerken", "Traits"),
  theme: w("Thema’s", "Themes"),
  activity: w("Activiteiten", "Activities"),
  municipality: w("Gemeenten", "Municipalities"),
};

export const TEMPLATE_WORDS = {
  nl: {
    sheet: "Blad",
    column: "Kolom",
    fill: "Invullen",
    mustBeFilled: "verplicht",
    mayBeBlank: "mag leeg",
    intro: [
      "Vul de bladen in die u nodig hebt; lege bladen tellen niet mee. Laat de namen van de bladen en de koppen staan.",
      "Lees het bestand in met: koppel pool import. Met --dry-run ziet u eerst wat er zou veranderen.",
      "Een bekende code werkt bij wat er staat, een nieuwe code voegt toe. Er wordt nooit iets verwijderd omdat een rij ontbreekt.",
      "Meer waarden in één cel scheidt u met een puntkomma. Wat u kunt kiezen, staat op het blad Keuzes.",
      "Klopt er iets niet, dan wordt niets ingelezen en ziet u alle fouten tegelijk: per blad, rij en kolom.",
      "Formules, samengevoegde cellen, en verborgen rijen, kolommen en bladen worden geweigerd.",
      "Dit bestand bevat vertrouwelijke gegevens zodra het is ingevuld: bewaar het veilig en stuur het niet rond.",
    ],
  },
  en: {
    sheet: "Sheet",
    column: "Column",
    fill: "Fill in",
    mustBeFilled: "required",
    mayBeBlank: "may be blank",
    intro: [
      "Fill in the sheets that you need; empty ones do not count. Leave the names of the sheets and the headers as they are.",
      "Import the file with: koppel pool import. With --dry-run you see first what would change.",
      "A known code updates what is there, a new one adds. Nothing is ever deleted because a row is missing.",
      "Several values in one cell are divided by a semicolon. What you can choose is on the sheet Choices.",
      "Where something is wrong nothing is imported, and you see all that is wrong at once: by sheet, row and column.",
      "Formulas, merged cells, and hidden rows, columns and sheets are refused.",
      "Once filled in, this file holds confidential data: keep it safe and do not pass it around.",
    ],
  },
} as const;
