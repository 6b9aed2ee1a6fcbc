/** The parts of a command's help around the usage and the options that commander writes. */
export interface Help {
  readonly before: string
  readonly after: string
}

const EXIT_CODES = `Exit codes:
  0    it ran; also when the reader of stdout went away
  1    it ran, and a gate tripped
  2    it could not run: usage, pack, unreadable input, an output that cannot be written
  70   a bug in tpa
  130  interrupted
`

const ENVIRONMENT = `Environment:
  NO_COLOR     no colour, unless --color says otherwise
  FORCE_COLOR  colour although stdout or stderr is no terminal
  CI           no progress line
  TMPDIR       where stdin is kept while it is read twice
  TPA_DEBUG    1 prints where a bug in tpa happened
`

const AFTER = `\n${EXIT_CODES}\n${ENVIRONMENT}`

export const PROGRAM_HELP: Help = {
  before: `tpa assesses household survey records against a poverty standard written as a rule pack.

Examples:
  tpa assess households.csv                      decisions, reasons and what is missing
  tpa inspect export.zip                         what files are, and a mapping for them
  tpa validate households.csv                    what of the data is to be mended, and where
  tpa explain households.csv --id DY-0007        why one household was decided so
  tpa check rules/my-pack                        whether a rule pack holds together
  tpa test rules/my-pack                         whether its own test cases pass
  tpa diff cn-2020 rules/my-pack households.csv  who moves from one pack to another, and why
`,
  after: `\nRun \`tpa <command> --help\` for the options of a command.\n${AFTER}`,
}

export const ASSESS_HELP: Help = {
  before: `Judges every household of survey files, and says why and what is still missing.

Examples:
  tpa assess households.csv
  tpa assess households.csv --by village
  tpa assess east.csv west.csv --only verify,register -f csv -o list.csv --keep name,phone
  tpa assess households.csv --report json=all.json --report markdown=summary.md
  tpa assess households.csv --fail-on 'verify>5%' --fail-on 'invalid>0' --rejects rejects.csv
  tpa assess villages.csv --rules cn-village-exit
  cat households.ndjson | tpa assess - -f ndjson
`,
  after: `
Gates of --fail-on: NAME OP NUMBER[%], where NAME is a decision of the pack, verify, invalid
(cells that do not read) or one of the ledger (read, assessed, rejected, duplicates,
not_interviews, blank_rows, skipped_rows, orphaned), OP one of < <= > >= = !=, and % is
percent of what was assessed.

Both engines say the same; with --engine the last line says how many households each judged.
Threads are for large plain CSV files, where the result is csv, table or markdown, without
--by, --keep, --excel, a mapping or a preset; else one thread does all.
${AFTER}`,
}

export const VALIDATE_HELP: Help = {
  before: `Reads survey files, joins their tables and runs the pack's checks, but decides nothing: what is to be mended,
in which column, on which lines. Nothing is capped; counts are totals.

Examples:
  tpa validate households.csv
  tpa validate households.csv --by enumerator
  tpa validate export.zip -m mapping.yaml -f csv -o findings.csv --rejects rejects.csv
  tpa validate export.zip --preset odk --report json=report.json --report markdown=report.md
  tpa validate households.csv --fail-on 'invalid-number>0' --fail-on 'expense-missing>1%'
  tpa validate households.csv -f github            annotations of GitHub Actions
`,
  after: `
An error is a row that is rejected, a row of a roster that belongs nowhere, or a check of the pack
that says so; errors exit 1. Gates of --fail-on: NAME OP NUMBER[%], where NAME is errors, warnings,
the code of a finding, the id of a check of the pack, invalid (cells that do not read) or one of
the ledger (read, assessed, rejected, duplicates, not_interviews, blank_rows, skipped_rows, orphaned), OP
one of < <= > >= = !=, and % is percent of the records read.
${AFTER}`,
}

export const EXPLAIN_HELP: Help = {
  before: `Explains one household: the decision, the findings, the whole tree, and what would settle it.

Examples:
  tpa explain households.csv --id DY-0007
  tpa explain households.csv --id DY-0007 -f markdown > DY-0007.md
  tpa explain --record DY-0007.json              recompute a stored result from its own facts
  tpa explain --record all.json --id DY-0007
`,
  after: AFTER,
}

export const INSPECT_HELP: Help = {
  before: `Says what survey files are: the tool, the tables and how they join, what each column holds, and which facts
of the pack it may say. With --write it proposes a mapping, whose lines a person then reads and decides.

Examples:
  tpa inspect export.zip
  tpa inspect main.csv roster.csv --write mapping.yaml
  tpa inspect list.xlsx --title-rows 1 --columns
  tpa inspect export/ --rules my-pack -f json -o inspected.json
`,
  after: `
Nothing that is only likely stands in a proposed mapping but as a comment. A column that seems to hold names,
numbers of identity cards or telephones is never shown: its cells are \`…\`. A file that --write names is
overwritten only with --force. Where no file can be read the exit code is 2.
${AFTER}`,
}

export const CHECK_HELP: Help = {
  before: `Loads rule packs completely and proves what can be proved about them.

Examples:
  tpa check                                      ./rules/*/pack.yaml, else the packs of tpa
  tpa check rules/my-pack
  tpa check cn-2020 -f json
`,
  after: AFTER,
}

export const DIFF_HELP: Help = {
  before: `Judges the same households by two packs: what changed, who gets another decision, and because of which change.

Examples:
  tpa diff cn-2020 rules/my-pack households.csv
  tpa diff main:rules/cn-2020 rules/cn-2020 households.csv --by village
  tpa diff main:rules/cn-2020 rules/cn-2020 households.csv -f markdown > comment.md
  tpa diff v1:rules/mine rules/mine households.csv --fail-on 'moved>1%'
  tpa diff v1:rules/mine rules/mine households.csv --accept moved.json
  tpa diff v1:rules/mine rules/mine households.csv --baseline moved.json
`,
  after: `
Gates of --fail-on: NAME OP NUMBER[%], where NAME is moved, FROM->TO with two decisions, or one of
the ledger (read, assessed, rejected, duplicates, not_interviews, blank_rows, skipped_rows), OP one of
< <= > >= = !=, and % is percent of what was assessed.
${AFTER}`,
}

export const TEST_HELP: Help = {
  before: `Runs the test cases that stand in the \`tests\` folder of rule packs.

Examples:
  tpa test                                       ./rules/*/pack.yaml, else the packs of tpa
  tpa test rules/my-pack --filter water
  tpa test --report junit=junit.xml              the table, and a file for a CI system
  tpa test --coverage --mutate                   do the cases test the rules at all?
  tpa test -f github                             annotations of GitHub Actions
  tpa test -f markdown >> "$GITHUB_STEP_SUMMARY"
`,
  after: `
A case fails where anything that it expects came out otherwise; so do cases that cannot be
read: an unknown name, no expectation, no case at all. Both exit 1.
${AFTER}`,
}
