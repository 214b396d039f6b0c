/** Spreadsheets that are picked, and what was told of them: once others are picked, that is gone. */
import { useState } from "preact/hooks";
import { base64 } from "../api.js";
import { FileField } from "./file-field.js";

export interface Sheets<Told> {
  readonly files: readonly File[];
  /** what came of those files; null: nothing yet */
  readonly told: Told | null;
  readonly tell: (told: Told) => void;
  readonly pick: (files: readonly File[]) => void;
  /** the files as the API takes them */
  readonly read: () => Promise<readonly Sheet[]>;
}
interface Sheet {
  readonly name: string;
  readonly data: string;
}

export function useSheets<Told>(): Sheets<Told> {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [told, setTold] = useState<Told | null>(null);
  return {
    files,
    told,
    tell: setTold,
    pick: (picked) => {
      setFiles(picked);
      setTold(null);
    },
    read: () => Promise.all(files.map(async (file) => ({ name: file.name, data: await base64(file) }))),
  };
}

export interface SheetsFieldProps<Told> {
  readonly name: string;
  /** where the files go in what is sent: a JSON pointer */
  readonly at: string;
  readonly of: Sheets<Told>;
  /** one file, and not several */
  readonly isOne?: boolean;
}

export function SheetsField<Told>({ name, at, of, isOne = false }: SheetsFieldProps<Told>) {
  return <FileField name={name} at={at} accept=".xlsx,.csv" files={of.files} set={of.pick} isOne={isOne} />;
}
