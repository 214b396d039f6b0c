/** What is wrong in spreadsheets, by sheet, row and column. */
import { words } from "../state.js";
import type { Imported } from "../types.js";
import { Scroll } from "./scroll.js";

export function Issues({ issues }: { readonly issues: Imported["issues"] }) {
  const w = words.value;
  if (issues.length === 0) return null;
  return (
    <div role="alert">
      <p class="bad">{w.wrong(issues.length)}</p>
      <Scroll name={w.importing}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.where}</th>
              <th scope="col">{w.what}</th>
            </tr>
          </thead>
          <tbody>
            {issues.map(({ file, sheet, row, column, header, problem }) => (
              <tr key={`${file} ${sheet} ${row} ${column} ${problem}`}>
                <th scope="row">
                  {[sheet ?? file, row, column === null ? null : `${column}${header === null ? "" : ` (${header})`}`]
                    .filter((part) => part !== null)
                    .join(" · ")}
                </th>
                <td>{problem}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}
