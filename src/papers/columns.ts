/** Widths of the columns of a text table, and lines broken to them: at blanks and after hyphens, in a word only where nothing else is left. */

/** A cell's padding: a blank on either side. */
export const PADDING = 2;

/** Pieces of a line that stay whole: a break may follow a blank, a hyphen, a dash or a slash, and nothing else. */
function pieces(line: string): string[] {
  return line.match(/[^ \-–/]*(?:[-–/]+| +|$)/g)?.filter((piece) => piece !== "") ?? [];
}

/** The width that a text needs so that no word of it is cut. */
export function leastWidth(text: string): number {
  return Math.max(
    0,
    ...text
      .split("\n")
      .flatMap(pieces)
      .map((piece) => piece.trimEnd().length),
  );
}

/** Breaks lines to a width. */
export function wrap(text: string, width: number): string {
  const lines: string[] = [];
  for (const whole of text.split("\n")) {
    let line = "";
    for (const piece of pieces(whole)) {
      if (`${line}${piece}`.trimEnd().length <= width) {
        line += piece;
        continue;
      }
      if (line !== "") lines.push(line.trimEnd());
      line = piece;
      for (; line.trimEnd().length > width; line = line.slice(width)) lines.push(line.slice(0, width));
    }
    lines.push(line.trimEnd());
  }
  return lines.join("\n");
}

/**
 * Widths of columns, padding included, that a table of some columns of text fits in a width.
 * @param rows cells, those of the heading among them
 * @param order in which columns give way, each down to a floor or to its longest word; those that are not named do not
 * @returns null where that is not enough without cutting a word
 */
export function widthsFor(
  rows: readonly (readonly string[])[],
  columns: number,
  order: readonly (readonly [column: number, floor: number])[],
): number[] | null {
  const { full, least } = extentsOf(rows);
  let excess = full.reduce((a, b) => a + b, full.length + 1) - columns;
  for (const [column, floor] of order) {
    const given = Math.max(0, Math.min(excess, (full[column] ?? 0) - Math.max(floor, least[column] ?? 0)));
    full[column] = (full[column] ?? 0) - given;
    excess -= given;
  }
  return excess > 0 ? null : full;
}

/** Widths where words have to be cut: the widest column gives way, a column at a time. */
export function tightWidths(rows: readonly (readonly string[])[], columns: number): number[] {
  const { least } = extentsOf(rows);
  for (let excess = least.reduce((a, b) => a + b, least.length + 1) - columns; excess > 0; excess--) {
    const widest = least.indexOf(Math.max(...least));
    least[widest] = (least[widest] ?? 0) - 1;
  }
  return least;
}

function extentsOf(rows: readonly (readonly string[])[]): { full: number[]; least: number[] } {
  const full: number[] = [];
  const least: number[] = [];
  for (const row of rows)
    for (const [i, text] of row.entries()) {
      const longest = Math.max(...text.split("\n").map((line) => line.length));
      full[i] = Math.max(full[i] ?? 0, longest + PADDING);
      least[i] = Math.max(least[i] ?? 0, leastWidth(text) + PADDING);
    }
  return { full, least };
}
