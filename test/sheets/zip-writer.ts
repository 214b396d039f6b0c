/** ZIP archives as they should be, and as they should not: every field of a part's headers can be a lie. */
import { deflateRawSync } from "node:zlib";

export interface Part {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** stated size when unpacked; the true one by default */
  readonly stated?: number;
  readonly encrypted?: boolean;
  readonly method?: number;
  /** its directory entry points at the part before it */
  readonly overlaps?: boolean;
}

export function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  let before = { at: 0, packed: 0 };
  for (const { name, data, stated, encrypted = false, method = 8, overlaps = false } of parts) {
    const raw = Buffer.from(data);
    const packed = method === 8 ? deflateRawSync(raw, { level: 9 }) : raw;
    const title = Buffer.from(name);
    const size = stated ?? raw.length;
    const place = overlaps ? before : { at, packed: packed.length };
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(encrypted ? 1 : 0, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(place.packed, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(place.at, 42);
    bodies.push(local, title, packed);
    directory.push(entry, title);
    before = { at, packed: packed.length };
    at += 30 + title.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, entries, end]);
}

export type BookCell = string | number | null | { readonly xml: string };
export interface BookSheet {
  readonly name: string;
  readonly rows: readonly (readonly BookCell[])[];
  readonly state?: "hidden" | "veryHidden";
  /** attributes of rows, by number */
  readonly rowAttributes?: Readonly<Record<number, string>>;
  /** XML before and after the rows */
  readonly before?: string;
  readonly after?: string;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

function letters(column: number): string {
  return column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
}

/** Style 0 is a number, 1 a day, 2 a day with a time. */
const STYLES =
  '<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>';

function sheetXml({ rows, before = "", after = "", rowAttributes = {} }: BookSheet): string {
  const body = rows
    .map((cells, i) => {
      const inner = cells
        .map((cell, j) => {
          const at = `${letters(j + 1)}${i + 1}`;
          if (cell === null) return "";
          if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
          if (typeof cell === "object")
            return cell.xml.includes(" r=") ? cell.xml : cell.xml.replace("<c", `<c r="${at}"`);
          return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
        })
        .join("");
      return inner === "" ? "" : `<row r="${i + 1}" ${rowAttributes[i + 1] ?? ""}>${inner}</row>`;
    })
    .join("");
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet>${before}<sheetData>${body}</sheetData>${after}</worksheet>`;
}

/** The parts of a small workbook, as Excel would write them. */
export function bookParts(sheets: readonly BookSheet[], { dates = "" }: { readonly dates?: string } = {}): Part[] {
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}" ${state === undefined ? "" : `state="${state}"`}/>`,
  );
  const relations = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  return [
    { name: "[Content_Types].xml", data: '<Types><Default Extension="xml" ContentType="application/xml"/></Types>' },
    {
      name: "xl/workbook.xml",
      data: `<workbook xmlns:r="r"><workbookPr ${dates}/><sheets>${list.join("")}</sheets></workbook>`,
    },
    { name: "xl/_rels/workbook.xml.rels", data: `<Relationships>${relations.join("")}</Relationships>` },
    { name: "xl/styles.xml", data: STYLES },
    ...sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, data: sheetXml(sheet) })),
  ];
}

export function book(sheets: readonly BookSheet[], options: { readonly dates?: string } = {}): Buffer {
  return zip(bookParts(sheets, options));
}
