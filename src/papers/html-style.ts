/** The page's one style sheet. Contrast is at least 4.5:1 throughout; what is open is told by words, not by colour alone. */
export const STYLE = `
:root { --ink: #1c2430; --soft: #4d5866; --line: #d3d9e0; --wash: #f3f5f8; --accent: #174a7c; --open: #8a3b00; --open-wash: #fff5ea; }
* { box-sizing: border-box; }
html { color-scheme: light; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 3rem; color: var(--ink); background: #fff;
  font: 1rem/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.01em; overflow-wrap: anywhere; }
h2 { margin: 2.25rem 0 .6rem; font-size: 1.2rem; line-height: 1.3; }
.period { margin: .3rem 0 0; color: var(--soft); }
header { border-bottom: 3px solid var(--accent); padding-bottom: 1rem; }
.note { color: var(--soft); font-size: .9rem; margin: .5rem 0; }
.figures { display: flex; flex-wrap: wrap; gap: .75rem; margin: 0; }
.figures div { flex: 1 1 14rem; padding: .7rem 1rem; background: var(--wash); border-left: 4px solid var(--accent); }
dt { color: var(--soft); font-size: .9rem; }
dd { margin: 0; font-size: 1.3rem; font-weight: 600; font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; font-size: .95rem; }
caption { text-align: left; font-weight: 600; padding: 0 0 .4rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { border-top: 0; border-bottom: 2px solid var(--ink); padding-bottom: .3rem; font-size: .82rem; font-weight: 600; color: var(--soft); }
tbody th { font-weight: 600; }
tbody tr:first-child > * { border-top: 0; }
small { display: block; font-weight: 400; font-size: .85rem; color: var(--soft); }
.costs { max-width: 34rem; margin-top: 1.25rem; }
.costs tbody > tr > * { padding-top: .3rem; padding-bottom: .3rem; }
.costs tbody th { font-weight: 400; }
.costs tbody th::first-letter, .note::first-letter, .open-list td:last-child li::first-letter { text-transform: uppercase; }
.costs td, .costs th[scope="col"]:last-child { text-align: right; padding-right: 0; font-variant-numeric: tabular-nums; white-space: nowrap; }
ul { list-style: none; margin: 0; padding: 0; }
.broken ul { list-style: disc; padding-left: 1.25rem; }
.team li { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; gap: .5rem; }
.team span { color: var(--soft); }
.team b { font-variant-numeric: tabular-nums; }
.week { table-layout: fixed; margin: 1.75rem 0 0; }
.week .name th { padding: 0 0 .25rem; border: 0; font-size: 1.05rem; color: var(--ink); width: auto; }
.week .name span { font-weight: 400; color: var(--soft); margin-left: .5rem; }
.week col:nth-child(1) { width: 16%; }
.week col:nth-child(2) { width: 36%; }
.week col:nth-child(3) { width: 15%; }
.week td:nth-child(1) { font-variant-numeric: tabular-nums; }
.is-open > * { background: var(--open-wash); }
.is-open > :first-child { box-shadow: -6px 0 0 var(--open-wash), -9px 0 0 var(--open); }
.open-list { table-layout: fixed; }
.open-list th:nth-child(1) { width: 29%; }
.open-list th:nth-child(2) { width: 12%; }
.open-list th:nth-child(3) { width: 23%; }
.open-list td li + li { margin-top: .15rem; }
a { color: var(--accent); text-underline-offset: .15em; }
a.open { color: var(--open); font-weight: 700; }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
nav { display: flex; flex-wrap: wrap; gap: .35rem .9rem; }
nav a { padding: .25rem 0; }
.broken { margin-top: 1.5rem; padding: .25rem 1rem 1rem; border: 2px solid #a3121f; }
.broken h2 { margin-top: .75rem; color: #a3121f; }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; }
:target { background: var(--wash); }
@media (max-width: 40rem) {
  .team li { grid-template-columns: 1fr; gap: 0; }
  .open-list, .week { table-layout: auto; font-size: .88rem; }
}
@page { size: A4; margin: 14mm 13mm 16mm; }
@media print {
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  header { padding-bottom: .6rem; }
  h2 { break-after: avoid; margin-top: 1.6rem; }
  nav { display: none; }
  a { color: inherit; text-decoration: none; }
  th, td { padding-top: .32rem; padding-bottom: .32rem; }
  thead { display: table-header-group; }
  tr, caption, .figures { break-inside: avoid; }
  .week { margin-top: 1.4rem; }
  .is-open > :first-child { box-shadow: inset 3px 0 0 var(--open); padding-left: .5rem; }
  :target { background: none; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
