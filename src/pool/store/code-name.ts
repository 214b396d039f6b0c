/** A trainer's code stands in plans, trails and logs where her name may not: it must not be her name. */

/** A part of a name that is this long is hers wherever in a code it stands; "van" or "Ali" only as a word of its own. */
const LONG = 4;
const SHORTEST = 3;

/** Letters that Unicode takes apart into no plain letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = { ı: "i", ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe" };

/** Small letters without accents, and blanks in place of all else. */
function letters(text: string): string {
  const unmarked = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const plain = unmarked.replace(/[ıløđßæœ]/g, (letter) => PLAIN[letter] ?? letter);
  return plain.replace(/[^\p{L}]+/gu, " ").trim();
}

/**
 * Whether a code tells a name: a word of the name is a word of the code, or a longer one stands somewhere in it.
 * @param name as it is written, with blanks between its words
 */
export function codeTellsName(code: string, name: string): boolean {
  const inCode = letters(code);
  const words = new Set(inCode.split(" "));
  const joined = inCode.replaceAll(" ", "");
  return letters(name)
    .split(" ")
    .some((word) => word.length >= SHORTEST && (words.has(word) || (word.length >= LONG && joined.includes(word))));
}
