/** The key that a command was given: of its file, else of the variable. */
import { keyFrom } from "../../pool/store/key.js";

/**
 * @returns null where there is none
 * @throws StoreError `key` where both are given, or what is given is no key
 */
export function keyGiven(file: string | undefined): Buffer | null {
  const variable = process.env.KOPPEL_KEY;
  return keyFrom({
    ...(file === undefined ? {} : { file }),
    ...(variable === undefined ? {} : { variable }),
  });
}
