/** A field for files, in the language of the page: a browser's own speaks that of whoever installed it. */
import { words } from "../state.js";
import { Field } from "./faulty.js";

export interface FileFieldProps {
  readonly name: string;
  /** where the files go in what is sent: a JSON pointer */
  readonly at: string;
  readonly accept: string;
  readonly files: readonly File[];
  readonly set: (files: readonly File[]) => void;
  /** one file, and not several */
  readonly isOne?: boolean;
}

export function FileField({ name, at, accept, files, set, isOne = false }: FileFieldProps) {
  const w = words.value;
  const [first] = files;
  return (
    <Field name={name} at={at} class="grow">
      {(aria) => (
        <span class="files">
          <input
            type="file"
            multiple={!isOne}
            accept={accept}
            {...aria}
            onClick={(event) => {
              // The same file, mended since, counts as another one.
              event.currentTarget.value = "";
            }}
            onChange={(event) => set([...(event.currentTarget.files ?? [])])}
          />
          <span class="choose" aria-hidden="true">
            {isOne ? w.pickFile : w.pickFiles}
          </span>
          <span class="chosen" aria-hidden="true">
            {first === undefined ? w.noFile : files.length === 1 ? first.name : w.fileCount(files.length)}
          </span>
        </span>
      )}
    </Field>
  );
}
