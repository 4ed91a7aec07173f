/** The page's one sheet: the colours of the product, a dark one on screens alone, and rules for paper. */
export const style = `
:root {
  --page: #f3f4f7; --pane: #fff; --well: #f6f7f9; --line: #e3e6eb; --text: #171a21; --muted: #59616e; --accent: #2f4fd0;
  --good: #0d6a3b; --good-tint: #e8f6ee; --good-line: #b4dfc6; --good-bar: #2f9d63;
  --bad: #b3212f; --bad-tint: #fdeeee; --bad-line: #f0c3c6; --bad-bar: #d0434f;
  --warn: #8a5300; --warn-tint: #fff5e2; --warn-line: #ecd5a6; --warn-bar: #dd9a2b;
  --info: #3d5a80; --info-bar: #7f9cc4; --idle-bar: #c6cbd4;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #0e1014; --pane: #14171c; --well: #1b1f26; --line: #272c35; --text: #e4e7ec; --muted: #9aa3b1; --accent: #8fa5ff;
    --good: #6fd39b; --good-tint: #12271c; --good-line: #23533a; --good-bar: #3fa570;
    --bad: #ff9a9f; --bad-tint: #2f1619; --bad-line: #61292f; --bad-bar: #d8656d;
    --warn: #f0bf6a; --warn-tint: #2a2010; --warn-line: #594422; --warn-bar: #c08a35;
    --info: #9dbde6; --info-bar: #6483ab; --idle-bar: #3b424e;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: auto; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 0.875rem/1.55 Inter, system-ui, "Segoe UI", sans-serif; -webkit-font-smoothing: antialiased;
}
main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
main { padding-top: 2.5rem; }
footer { padding-top: 1rem; padding-bottom: 2.5rem; color: var(--muted); font-size: 0.75rem; }
h1, h2, h3, h4, p, ul, dl, dd, pre, figure { margin: 0; padding: 0; }
ul { list-style: none; }
section { margin-top: 2rem; }
h1 { font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.015em; text-wrap: balance; }
h2 { margin-bottom: 0.75rem; font-size: 1.0625rem; letter-spacing: -0.005em; }
h3 { font-size: 0.875rem; }
h4 { margin: 0.75rem 0 0.25rem; font-size: 0.75rem; }
code, pre { font-family: "JetBrains Mono", ui-monospace, Menlo, Consolas, monospace; font-size: 0.78125rem; font-variant-ligatures: none; }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.muted, .kicker { color: var(--muted); font-weight: 400; }
.kicker { margin-bottom: 0.375rem; font-size: 0.8125rem; }
.target { margin-top: 0.5rem; overflow-wrap: anywhere; }
.notice {
  margin-top: 0.75rem; padding: 0.5rem 0.75rem; border: 1px solid var(--warn-line); border-radius: 6px;
  background: var(--warn-tint); color: var(--warn); overflow-wrap: anywhere;
}
.facts { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; margin-top: 1.25rem; }
.facts dt { color: var(--muted); font-size: 0.75rem; }
.facts dd { overflow-wrap: anywhere; }
.bar { display: block; width: 100%; height: 0.5rem; border-radius: 4px; background: var(--line); }
.bar .failed { fill: var(--bad-bar); } .bar .warning { fill: var(--warn-bar); } .bar .passed { fill: var(--good-bar); }
.bar .observed { fill: var(--info-bar); } .bar .skipped, .bar .not-run { fill: var(--idle-bar); }
.totals { display: grid; grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr)); gap: 0.5rem; margin-top: 0.75rem; }
.totals li { padding: 0.625rem 0.875rem; border: 1px solid var(--line); border-radius: 10px; background: var(--pane); color: var(--muted); }
.totals b { display: block; color: var(--text); font-size: 1.375rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
.totals .failed b { color: var(--bad); } .totals .warning b { color: var(--warn); } .totals .passed b { color: var(--good); } .totals .observed b { color: var(--info); }
.totals .none b { color: var(--muted); }
.cause { padding: 0.875rem 1rem; border: 1px solid var(--line); border-radius: 10px; background: var(--pane); overflow-wrap: anywhere; }
.cause + .cause, .cause + p { margin-top: 0.75rem; }
.cause h3 { font-size: 0.9375rem; }
.cause > ul { margin: 0.375rem 0 0 1.1rem; list-style: disc; }
.cause > .muted { margin-top: 0.75rem; font-size: 0.8125rem; }
.remedy { margin-top: 0.75rem; }
.remedy p { font-weight: 600; }
figure { margin-top: 0.375rem; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
figcaption { padding: 0.25rem 0.75rem; border-bottom: 1px solid var(--line); color: var(--muted); font-size: 0.75rem; }
pre { padding: 0.5rem 0.75rem; background: var(--well); white-space: pre-wrap; overflow-wrap: anywhere; }
.exchange pre { border: 1px solid var(--line); border-radius: 6px; }
.tag, .pill { display: inline-block; padding: 0 0.5rem; border: 1px solid var(--line); border-radius: 6px; font-size: 0.75rem; font-weight: 500; line-height: 1.375rem; white-space: nowrap; vertical-align: 0.05rem; }
.tag { margin-left: 0.25rem; color: var(--muted); }
.pill { background: var(--well); color: var(--muted); }
.pill.failed { border-color: var(--bad-line); background: var(--bad-tint); color: var(--bad); }
.pill.warning { border-color: var(--warn-line); background: var(--warn-tint); color: var(--warn); }
.pill.observed { color: var(--info); }
.pill.passed { border-color: var(--good-line); background: var(--good-tint); color: var(--good); }
.changes li { padding: 0.125rem 0; }
.changes + h3 { margin-top: 0.75rem; }
#comparison ~ .muted { margin-top: 0.5rem; }
table { width: 100%; border: 1px solid var(--line); border-spacing: 0; border-radius: 10px; background: var(--pane); table-layout: fixed; overflow: hidden; }
th { padding: 0.375rem 0.75rem; color: var(--muted); font-size: 0.75rem; font-weight: 500; text-align: left; }
th:nth-child(1) { width: 6.5rem; } th:nth-child(3) { width: 5rem; } th:nth-child(4) { width: 6rem; }
.group th { width: auto; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--text); font-weight: 600; }
td { padding: 0.5rem 0.75rem; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
tr:target td { background: var(--well); }
td.rule, td.time, th:nth-child(4) { color: var(--muted); font-size: 0.8125rem; white-space: nowrap; }
td.time, th:nth-child(4):not([colspan]) { text-align: right; font-variant-numeric: tabular-nums; }
summary { cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary .title::after { content: "\\203a"; content: "\\203a" / ""; display: inline-block; margin-left: 0.5rem; color: var(--muted); font-weight: 400; transition: none; }
details[open] > summary .title::after { transform: rotate(90deg); }
summary:hover .title { text-decoration: underline; text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
.title { font-weight: 500; }
.why { display: block; color: var(--muted); font-size: 0.8125rem; }
details:not([open]) .why { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 2; line-clamp: 2; }
.meaning { margin-top: 0.375rem; color: var(--muted); font-size: 0.8125rem; }
.reasons { margin-top: 0.375rem; font-size: 0.8125rem; }
.reasons li { padding: 0.0625rem 0; }
.reasons .rule { color: var(--muted); font-size: 0.75rem; white-space: nowrap; }
/* It reaches below the two columns to its right, which have one line each. */
.exchange { margin-top: 0.75rem; margin-right: -11rem; padding-top: 0.625rem; border-top: 1px dashed var(--line); }
.verdict { margin-top: 0.375rem; padding: 0.375rem 0.75rem; border: 1px solid var(--bad-line); border-radius: 6px; background: var(--bad-tint); color: var(--bad); overflow-wrap: anywhere; }
.verdict.good { border-color: var(--good-line); background: var(--good-tint); color: var(--good); }
@media (max-width: 40rem) {
  main { padding-top: 1.5rem; }
  main, footer { padding-right: 0.875rem; padding-left: 0.875rem; }
  h1 { font-size: 1.375rem; }
  .totals { grid-template-columns: repeat(auto-fit, minmax(5.25rem, 1fr)); }
  .totals li { padding: 0.375rem 0.625rem; }
  table { table-layout: auto; }
  th:nth-child(1):not([colspan]) { width: 5.25rem; }
  th, td { padding-right: 0.5rem; padding-left: 0.5rem; }
  th:nth-child(n + 3), td:nth-child(n + 3) { display: none; }
  .exchange { margin-right: 0; margin-left: -5.25rem; }
  .tag { margin-left: 0; }
}
@media print {
  @page { margin: 14mm; }
  :root { color-scheme: light; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { background: none; font-size: 9pt; }
  main, footer { max-width: none; padding-right: 0; padding-left: 0; }
  main { padding-top: 0; }
  h1 { font-size: 18pt; }
  code, pre { font-size: 6.5pt; }
  h2, h3, h4, .group, summary { break-after: avoid; }
  .cause, .totals li, .remedy, figure { break-inside: avoid; }
  table { overflow: visible; }
  thead { display: table-header-group; }
  /* Paper can't be opened: everything stands on it. */
  details::details-content { display: block; content-visibility: visible; block-size: auto; }
  summary .title::after { content: none; }
  details:not([open]) .why { display: block; overflow: visible; }
  .exchange { margin-right: -11rem; margin-left: -6.5rem; }
  .wire { display: grid; break-inside: avoid-page; grid-template-columns: 3fr 2fr; gap: 0.75rem; }
  .wire h4 { margin-top: 0.25rem; }
  a { color: inherit; text-decoration: none; }
}
`;
