/** The facts of `data/` that programmes are made with. */

import { InputError } from "../../../model/errors.js";
import { type Questionnaire, readQuestionnaire, VOCABULARIES } from "../../../programme/scan/questionnaire.js";
import { readData } from "../data-files.js";
import { OurFault } from "../errors.js";

/** @throws OurFault where the package's own facts are missing or wrong: whoever runs a command cannot help it */
export async function ours<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [first] = error.issues;
    throw new OurFault(`${error.message} in data/; the first is ${first?.path}, where we expected ${first?.expected}`);
  }
}

export function loadQuestionnaire(): Promise<Questionnaire> {
  return ours(async () => {
    const lists = Object.fromEntries(
      await Promise.all(VOCABULARIES.map(async (name) => [name, await readData(`${name}.json`)])),
    );
    return readQuestionnaire(await readData("questionnaire.json"), lists);
  });
}

/** The codes of all themes, in the order of `data/themes.json`. */
export function themeCodes(questionnaire: Questionnaire): readonly string[] {
  return questionnaire.questions.find(({ id }) => id === "wishes")?.options.map(({ id }) => id) ?? [];
}
