/**
 * Several things in one cell, `a; b`: split and joined so that nothing is lost. `;`, `,` and a new line divide; a backslash
 * takes the character after it as it is, and an item that begins with one is a code as it stands, never a label.
 */

export interface Item {
  readonly text: string;
  /** written with a backslash in front: a code, whatever label looks like it */
  readonly literal: boolean;
}

/** The items of a cell; blank ones fall away. */
export function splitItems(cell: string): readonly Item[] {
  const items: Item[] = [];
  let text = "";
  // As far as this the text was escaped, so that blanks before it stay.
  let kept = 0;
  let literal = false;
  const end = (): void => {
    const whole = text.slice(0, kept) + text.slice(kept).trimEnd();
    if (whole !== "") items.push({ text: whole, literal });
    text = "";
    kept = 0;
    literal = false;
  };
  for (let i = 0; i < cell.length; i++) {
    const one = cell.charAt(i);
    if (one === "\\" && i + 1 < cell.length) {
      if (text === "") literal = true;
      text += cell.charAt(++i);
      kept = text.length;
    } else if (/[;,\n]/.test(one)) end();
    else if (text !== "" || one.trim() !== "") text += one;
  }
  end();
  return items;
}

/** An item as `splitItems` reads it back. */
export function itemText({ text, literal }: Item): string {
  const escaped = text.replace(/[\\;,\n]|^\s|\s$/g, (one) => `\\${one}`);
  return literal && !escaped.startsWith("\\") ? `\\${escaped}` : escaped;
}

export function joinItems(items: readonly Item[]): string {
  return items.map(itemText).join("; ");
}
