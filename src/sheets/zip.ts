/**
 * The parts of a ZIP archive (an .xlsx is one), whose directory is judged before anything is unpacked: how many parts there
 * are, what each will come to, and that none shares its bytes with another. Unpacking stops at the size that was stated.
 * Format: APPNOTE.TXT 6.3 of PKWARE, without ZIP64, encryption and archives of several files.
 */
import { inflateRawSync } from "node:zlib";
import { FileFault, type SheetLimits, type Wording } from "./types.js";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 0xffff;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** of the local header */
  readonly offset: number;
}

/** A part by its name, unpacked when it is asked for; null where there is none of that name. */
export interface Archive {
  readonly names: readonly string[];
  readonly part: (name: string) => Uint8Array | null;
}

const DAMAGED: Wording = {
  nl: "het bestand is beschadigd of geen .xlsx: open het in een rekenprogramma en bewaar het opnieuw als .xlsx",
  en: "the file is damaged or no .xlsx: open it in a spreadsheet program and save it anew as .xlsx",
};
const TOO_LARGE: Wording = {
  nl: "het bestand wordt uitgepakt te groot: haal opmaak, afbeeldingen en lege rijen weg, of verdeel het over meer bestanden",
  en: "the file unpacks to more than is allowed: take out formatting, pictures and empty rows, or divide it over more files",
};

/** @throws FileFault for an archive that is damaged, encrypted, or would unpack to more than the limits allow */
export function openArchive(bytes: Uint8Array, limits: SheetLimits): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directoryOf(bytes, view, limits);
  refuseOverlaps(entries, view);
  return {
    names: [...entries.keys()],
    part: (name) => {
      const entry = entries.get(name);
      return entry === undefined ? null : unpack(bytes, view, entry);
    },
  };
}

function directoryOf(bytes: Uint8Array, view: DataView, limits: SheetLimits): ReadonlyMap<string, Entry> {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (view.getUint16(end + 8, true) !== count) throw new FileFault(DAMAGED);
  if (count > limits.parts) throw new FileFault(TOO_LARGE);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY) throw new FileFault(DAMAGED);
    const length = view.getUint16(at + 28, true);
    const next = at + ENTRY_SIZE + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw new FileFault(DAMAGED);
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + length));
    const entry: Entry = {
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
    if (encrypted || entries.has(name) || (entry.method !== 0 && entry.method !== 8)) throw new FileFault(DAMAGED);
    total += entry.unpacked;
    if (entry.unpacked > limits.part || total > limits.unpacked) throw new FileFault(TOO_LARGE);
    entries.set(name, entry);
    at = next;
  }
  return entries;
}

/** Where the end record begins: the last one whose comment reaches exactly to the end of the file. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at--) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  throw new FileFault(DAMAGED);
}

/** Parts that share bytes are how a small file becomes a very large one. */
function refuseOverlaps(entries: ReadonlyMap<string, Entry>, view: DataView): void {
  let free = 0;
  for (const entry of [...entries.values()].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < free) throw new FileFault(DAMAGED);
    free = dataOf(entry, view) + entry.packed;
    if (free > view.byteLength) throw new FileFault(DAMAGED);
  }
}

function dataOf({ offset }: Entry, view: DataView): number {
  if (offset + LOCAL_SIZE > view.byteLength || view.getUint32(offset, true) !== LOCAL) throw new FileFault(DAMAGED);
  return offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  const start = dataOf(entry, view);
  const packed = bytes.subarray(start, start + entry.packed);
  try {
    // One byte at least, since a limit of none would be no limit.
    const data = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
    if (data.length === entry.unpacked) return data;
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
  }
  throw new FileFault(DAMAGED);
}

export { DAMAGED };
