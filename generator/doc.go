// Package generator holds the engine. It has no code of its own; this is the
// map.
//
// # The line
//
// A project's files become a site in one direction, each arrow a function from
// values to values:
//
//	fs.FS → files → records, seeds → dossier → diagnostics
//	                                    └────→ page values → files → folder
//
// Package build is that line. Only publish, watch, serve and cli
// touch the world; everything before them reads through an fs.FS and writes
// nothing. Values never change once they are made, and a stage is remembered
// by the identity of what it was made from: a file with the same bytes is the
// same *text.File, so its records are the same records, and a fact whose
// records and seeds are the same is the same linked fact with the same
// verdict. Nobody writes a dependency down by hand.
//
// # The packages
//
// A package imports only from rows above its own and from packages to its
// left in its row. TestImports holds the table.
//
//	memo panics parallel            maps and lists whose next version costs what changed; panics of other goroutines; work on all cores
//	  text filename                 bytes, spans, lines; the folded view of a text; which names files can have
//	diag                            findings and their printed forms
//	lang                            word tables, one data file a language
//	tomlfile                        TOML with a place for every key and value
//	edtf quantity timex names       dates as values; numbers, time expressions and names in text
//	seed                            paragraphs, sentences, words, parts
//	quote reuse fragment            where a quote stands, the nearest passage; wording that texts share; text fragments
//	markdown                        the one Markdown set-up; safe writing
//	form                            TOML tables to typed records
//	config annotation               site.toml; the records of annotations
//	dossier                         records and seeds linked
//	witness conflict                texts, reports and voices of a fact; how two facts disagree
//	check suggest                   one file a code; drafts as TOML to paste
//	page                            what each page says, in words
//	chart poster                    page values as SVG; the picture of a link
//	sheet render export             pages as Markdown, as HTML; data for other programs
//	build                           the line
//	publish                         the folder, whole or not at all
//	watch serve                     which files changed; the preview, generation by generation
//	cli                             flags, exit status, the program's words
//	corpus                          invented projects of any size; no part of the program
//	bench                           a program that measures this one; no part of it either
//
// # What holds everywhere
//
//   - An author's mistake is a diag.Diagnostic, the world's fault an error, a
//     bug of ours a panic.
//   - Spans are bytes of the raw file; lines and columns are made when they
//     are printed. What is shown of a seed is always its own bytes.
//   - No likeness ever accepts a quote: folding (package text) is all that is
//     forgiven.
//   - No clock, no environment, no order of files and no number of cores has a
//     say in what is written.
//   - Whatever is put into words is put into words once, in package page.
//   - Texts and annotations are untrusted: they are escaped wherever they are
//     written, and no reader of them panics or hangs.
package generator
