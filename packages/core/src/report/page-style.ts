/** The look of the page: a proof with notes in the margin. Severities differ by their line, not by colour alone. */
export const pageStyle = `
:root { --paper: #fcfaf5; --ink: #1d1a16; --quiet: #625b50; --hair: #ddd5c6; --red: #a3201b; --wash: #f8dfd8; --green: #1d5f3f; color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #171613; --ink: #ece7dc; --quiet: #aaa294; --hair: #454037; --red: #ff9384; --wash: #54231d; --green: #8fd3ae; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 72rem; background: var(--paper); color: var(--ink); font: 1.0625rem / 1.55 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
header { border-bottom: 1px solid var(--hair); margin-bottom: 1.5rem; padding-bottom: 0.75rem; }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.1rem; margin: 2.5rem 0 1rem; }
header p, .notes, footer { font: 0.875rem / 1.45 system-ui, sans-serif; color: var(--quiet); }
.passage { display: grid; gap: 0 2.5rem; grid-template-columns: minmax(0, 1fr); margin: 0 0 1.1rem; }
@media (min-width: 56rem) { .passage { grid-template-columns: minmax(0, 5fr) minmax(0, 4fr); } }
.passage > p { margin: 0; white-space: pre-wrap; }
.heading > p { font-weight: bold; }
.item > p { padding-left: 1.2em; text-indent: -1.2em; }
.item > p::before { content: "– "; }
mark { background: none; color: inherit; text-decoration: underline var(--red); text-underline-offset: 0.2em; }
li:target { background: var(--wash); }
.critical { text-decoration-style: double; text-decoration-thickness: 2px; background: var(--wash); }
.major { text-decoration-thickness: 2px; }
.minor { text-decoration-style: dashed; }
.neutral, .stands { text-decoration-style: dotted; text-decoration-color: var(--quiet); }
sup { line-height: 0; }
sup a { color: var(--red); text-decoration: none; padding: 0 0.15em; font: 0.75rem system-ui, sans-serif; }
.notes { margin: 0.3rem 0 0; padding: 0 0 0 1.6rem; }
.notes li { margin-bottom: 0.35rem; }
.notes del { text-decoration-color: var(--red); }
.notes ins { color: var(--green); font-weight: 600; text-decoration: none; }
a:focus-visible { outline: 2px solid var(--red); outline-offset: 2px; }
@media print { .passage { grid-template-columns: minmax(0, 5fr) minmax(0, 4fr); break-inside: avoid; } }
`
