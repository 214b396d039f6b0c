/** The tables of an .xlsx, read as a stream within limits: formulas, macros and links to elsewhere are refused. */
import { cellCounter, readSheet } from "./read-sheet.js";
import { builtInShows, formatShows } from "./serial.js";
import { FileFault, SHEET_LIMITS, type SheetLimits, type Table, tooLarge } from "./types.js";
import { walkXml } from "./xml.js";
import { type Archive, DAMAGED, openArchive } from "./zip.js";

const WORKBOOK = "xl/workbook.xml";

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

/**
 * Reads all sheets of a workbook.
 * @param bytes the file; nothing is unpacked before its directory has been judged
 * @throws FileFault for a file that is refused as a whole
 */
export function readXlsx(bytes: Uint8Array, limits: SheetLimits = SHEET_LIMITS): readonly Table[] {
  refuseOthers(bytes, limits);
  const archive = openArchive(bytes, limits);
  refuseActive(archive);
  const { sheets, dates } = readWorkbook(archive);
  if (sheets.length > limits.sheets) {
    throw new FileFault({
      nl: `het bestand heeft meer dan ${limits.sheets} bladen: verwijder wat niet nodig is`,
      en: `the file has more than ${limits.sheets} sheets: delete what is not needed`,
    });
  }
  const targets = readRelations(archive);
  const workbook = {
    strings: readStrings(archive, limits),
    shows: readStyles(archive),
    dates,
    limits,
    count: cellCounter(limits.cells),
  };
  return sheets.map(({ name, hidden, relation }, index) => {
    const part = archive.part(targets.get(relation) ?? "");
    if (part === null) throw new FileFault(DAMAGED);
    return readSheet(part, workbook, { name, hidden, position: index + 1 });
  });
}

/** Files that people take for an .xlsx, told apart by their first bytes. */
function refuseOthers(bytes: Uint8Array, limits: SheetLimits): void {
  if (bytes.length > limits.file) throw tooLarge(limits);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    throw new FileFault({
      nl: "het bestand heeft een wachtwoord of is een oude .xls: bewaar het zonder wachtwoord als .xlsx",
      en: "the file has a password or is an old .xls: save it without a password as .xlsx",
    });
  }
}

/** Macros, and data that lives elsewhere. */
function refuseActive(archive: Archive): void {
  const types = archive.part("[Content_Types].xml");
  let macros = archive.names.some((name) => /vbaproject|^xl\/macrosheets\//i.test(name));
  if (types === null || !archive.names.includes(WORKBOOK)) {
    throw new FileFault(
      archive.names.includes("content.xml")
        ? { nl: "dit is een .ods: bewaar het bestand als .xlsx", en: "this is an .ods: save the file as .xlsx" }
        : DAMAGED,
    );
  }
  walkXml(types, {
    open: (_name, attribute) => {
      macros ||= /macroEnabled/i.test(attribute("ContentType") ?? "");
    },
  });
  if (macros) {
    throw new FileFault({
      nl: "het bestand heeft macro’s: bewaar het zonder macro’s als .xlsx",
      en: "the file has macros: save it without macros as .xlsx",
    });
  }
  if (archive.names.some((name) => /^xl\/(externalLinks\/|connections\.xml|queryTables\/)/i.test(name))) {
    throw new FileFault({
      nl: "het bestand haalt gegevens uit andere bestanden: verbreek de koppelingen en bewaar het opnieuw",
      en: "the file takes data from other files: break the links and save it anew",
    });
  }
}

function readWorkbook(archive: Archive): { readonly sheets: readonly SheetEntry[]; readonly dates: 1900 | 1904 } {
  const sheets: SheetEntry[] = [];
  let dates: 1900 | 1904 = 1900;
  const part = archive.part(WORKBOOK);
  if (part === null) throw new FileFault(DAMAGED);
  walkXml(part, {
    open: (name, attribute) => {
      if (name === "workbookPr" && ["1", "true"].includes(attribute("date1904") ?? "")) dates = 1904;
      if (name !== "sheet") return;
      const hidden = (attribute("state") ?? "visible") !== "visible";
      sheets.push({ name: attribute("name") ?? "", hidden, relation: attribute("r:id") ?? "" });
    },
  });
  return { sheets, dates };
}

/** Relation id → name of the part. */
function readRelations(archive: Archive): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  const part = archive.part("xl/_rels/workbook.xml.rels");
  if (part === null) throw new FileFault(DAMAGED);
  walkXml(part, {
    open: (name, attribute) => {
      if (name !== "Relationship") return;
      const target = attribute("Target") ?? "";
      targets.set(attribute("Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}

function readStrings(archive: Archive, limits: SheetLimits): readonly string[] {
  const part = archive.part("xl/sharedStrings.xml");
  const strings: string[] = [];
  if (part === null) return strings;
  const count = cellCounter(limits.cells);
  let text = "";
  let taking = false;
  let phonetic = false;
  walkXml(part, {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") phonetic = true;
      taking = name === "t" && !phonetic;
    },
    text: (piece) => {
      if (taking) text += piece;
    },
    close: (name) => {
      if (name === "t") taking = false;
      if (name === "rPh") phonetic = false;
      if (name !== "si") return;
      count();
      strings.push(text);
    },
  });
  return strings;
}

/** For each cell style what it shows of a date. */
function readStyles(archive: Archive): readonly ("day" | "time" | null)[] {
  const part = archive.part("xl/styles.xml");
  const formats = new Map<number, string>();
  const shows: ("day" | "time" | null)[] = [];
  if (part === null) return shows;
  let inCells = false;
  walkXml(part, {
    open: (name, attribute) => {
      if (name === "numFmt") formats.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      if (name === "cellXfs") inCells = true;
      if (name !== "xf" || !inCells) return;
      const id = Number(attribute("numFmtId") ?? 0);
      const code = formats.get(id);
      shows.push(code === undefined ? builtInShows(id) : formatShows(code));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return shows;
}
