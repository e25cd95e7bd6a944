"""How a told run looks: two style sheets, one for a page in a browser and one for a reader of books.

One promise: they name no picture, font or address anywhere else.
"""

PAGE = """\
:root {
  color-scheme: light dark;
  --paper: #fbf8f1; --ink: #26221c; --soft: #6b6357; --line: #d9d1c0; --mark: #8c4a2f;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #17161a; --ink: #d8d3c8; --soft: #9b948a; --line: #3a373c; --mark: #d69a73; }
}
* { box-sizing: border-box }
html { font-size: clamp(1.0625rem, .95rem + .45vw, 1.25rem); -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font-family: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", "URW Palladio L", P052, Georgia, serif;
  line-height: 1.62; overflow-wrap: break-word; hanging-punctuation: first allow-end;
}
main, .along { max-width: 33rem; margin: 0 auto; padding: 0 1.4rem }
main { padding-bottom: 5rem }
p { margin: 0; hyphens: auto; text-wrap: pretty; orphans: 2; widows: 2 }
a { color: var(--mark); text-underline-offset: .18em; text-decoration-thickness: .06em }
a:focus-visible, summary:focus-visible { outline: .14em solid var(--mark); outline-offset: .2em; border-radius: .1em }
h1, h2, dt, .author, .series, .side, .ending { hyphens: manual }

.title-leaf { padding: clamp(3.5rem, 14vh, 8rem) 0 clamp(2.5rem, 8vh, 5rem); text-align: center }
h1 {
  margin: 0 0 .6em; font-size: clamp(2rem, 1.4rem + 3vw, 3.1rem); line-height: 1.12; font-weight: 400; letter-spacing: .01em;
  text-wrap: balance;
}
.author { font-size: 1.1em; margin-bottom: .5em }
.series, .side { color: var(--soft); font-style: italic; text-wrap: balance }
.summary { max-width: 27em; margin: 2.2rem auto 0; font-style: italic; text-wrap: balance; hyphens: manual }
.known {
  max-width: 29em; margin: 2.2rem auto 0; padding-top: 1.1rem; border-top: 1px solid var(--line);
  color: var(--soft); font-size: .82em; line-height: 1.5; text-wrap: balance;
}
.known dt, .known dd { display: inline; margin: 0 }
.known dd { margin-inline-start: .35em }
.known dt::after { content: ":" }
.known div + div { margin-top: .25em }

h2 {
  margin: 0 0 1rem; font-size: 1em; font-weight: 400; font-variant-caps: small-caps; letter-spacing: .08em;
  color: var(--soft); text-align: center;
}
.notes, .after { margin: 0 auto 4rem; padding: 1.6rem 0; border-block: 1px solid var(--line); font-size: .94em }
.after { margin: 4rem auto 0 }
.notes p + p, .after p + p { margin-top: .7em }

.scene p + p { text-indent: 1.5em }
.story > .scene:first-of-type > p:first-child::first-line { font-variant-caps: small-caps; letter-spacing: .035em }
hr { margin: 2.4rem auto; border: 0; text-align: center; color: var(--soft) }
hr::before { content: "\\2042"; font-size: 1.15em }
.summary em, .ending em { font-style: normal }
.ending { margin: 3.2rem 0 0; text-align: center; font-style: italic; text-wrap: balance }

.colophon { margin-top: 5rem; color: var(--soft); font-size: .8em; line-height: 1.55 }
.colophon h2 { font-size: 1.15em }
.colophon dl { margin: 0 auto 1.2rem; width: fit-content; max-width: 100% }
.colophon dl div { display: flex; gap: 1em }
.colophon dt { flex: 0 0 4em; text-align: end }
.colophon dd { margin: 0; min-width: 0 }
.colophon > p { text-align: center }
code, pre {
  font: .92em/1.5 ui-monospace, "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  hyphens: manual; overflow-wrap: anywhere;
}
.command { color: var(--ink) }
.command span { white-space: nowrap }
details { margin-top: 1.2rem; text-align: center }
summary { cursor: pointer }
pre {
  margin: .8rem 0 0; padding: 1em; border: 1px solid var(--line); text-align: start; white-space: pre-wrap;
}

.along { max-width: 33rem; padding-block: 1.1rem }
.along li { font-size: .85em }
.along ul { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .3rem 1.5rem; margin: 0; padding: 0; list-style: none }
.along.below { padding-bottom: 3rem }
.books { margin: 0; padding: 0; list-style: none; counter-reset: book }
.books li { margin-bottom: 1.5rem }
.books p { color: var(--soft); font-size: .92em }

@media print {
  @page { margin: 22mm 20mm 24mm }
  :root { --paper: #fff; --ink: #000; --soft: #444; --line: #999; --mark: #000 }
  html { font-size: 11.5pt }
  main { max-width: none; padding: 0 }
  .title-leaf { break-after: page; padding-top: 28vh }
  .notes { border: 0; break-after: page }
  .after, .colophon { break-before: page; border: 0 }
  hr, h2 { break-after: avoid }
  .scene p { text-align: justify }
  .along, details { display: none }
  a { color: inherit; text-decoration: none }
}
"""

EBOOK = """\
body { margin: 0 5%; line-height: 1.45 }
p { margin: 0; orphans: 2; widows: 2 }
h1, h2, dt, .author, .series, .side, .ending { -epub-hyphens: none; hyphens: none }
h1 { margin: 25% 0 .6em; font-size: 1.9em; line-height: 1.15; font-weight: normal; text-align: center }
h2 { margin: 2em 0 1.5em; font-size: 1.1em; font-weight: normal; font-style: italic; text-align: center }
.author, .series, .side, .summary, .ending { text-align: center }
.author { margin-bottom: .8em }
.series, .side, .summary { font-style: italic }
.summary { margin: 2em 8% 0 }
.known { margin: 2em 8% 0; font-size: .85em; text-align: center }
.known dt, .known dd { display: inline; margin: 0 }
.known dt:after { content: ":\\00a0" }
.notes p, .after p { margin-bottom: .8em }
.scene p + p { text-indent: 1.4em }
hr { width: 20%; margin: 1.6em 40%; border: 0; border-top: 1px solid }
.summary em, .ending em { font-style: normal }
.ending { margin: 2.5em 0 1em; font-style: italic }
.colophon { font-size: .85em }
.colophon dt { font-style: italic }
.colophon dd { margin: 0 0 .4em 1.4em }
.command { margin-top: .4em }
nav ol { list-style-type: none; margin: 0; padding: 0 0 0 1em }
nav li { margin: .3em 0 }
"""
