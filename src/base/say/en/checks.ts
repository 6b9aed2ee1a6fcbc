/** Columns and ids: what is missing, doubtful or may be meant. */
export const CHECKS = {
  'near-column.path': 'column `{column}` is not used as `{fact}`: {why}',
  'near-column.codes':
    'column `{column}` is not used, and its cells are codes of `{fact}`, which has no column',
  'no-id.why.none': 'columns found: none',
  'no-id.why': 'columns found: {names}',
  'no-id.only': 'no {name} has an id: `{column}` is empty in the only row',
  'no-id.all': 'no {name} has an id: `{column}` is empty in all {rows} rows',
  'no-id.help.near': 'did you mean {names}? then name that column `{id}`',
  'no-id.help.line': 'did you mean {names}? then name that column `{id}`, or say {line} in a mapping',
  'missing-code.cells': '`{code}` in {count}',
  'missing-code': 'a number that surveys use for no answer: {codes} of {filled} filled cells ({percent})',
  'missing-code.several':
    'numbers that surveys use for no answer: {codes} of {filled} filled cells ({percent})',
  'interview-column.rejected':
    '{said} of {filled} filled cells of `{column}` say that the interview is rejected or a test; their {plural} are judged like the others',
  'interview-column':
    '{said} of {filled} filled cells of `{column}` say no; their {plural} are judged like the others',
  'near-column.remedy': 'rename the column',
  'near-column.remedy.line': '{remedy}, or say {line} in a mapping',
  'near-column.list':
    '`{column}` is a list in {records} {records|record|records}, and says something of persons: it is not read',
  'near-column.help.list':
    'members of {plural} are read from the key `members` alone: rename `{column}`, or export tables, which a mapping or a preset reads',
  'near-column.wide': '{columns} seem to be members beside each other; without a mapping they are not read',
  'near-column.help.wide': '`tpa inspect` with `--write` proposes a mapping; the line for them is {line}',
  'near-column.help.named': 'it has a name of `{fact}`: {remedy}',
  'near-column.help': 'did you mean {names}? then {remedy}',
  'near-column.help.other': '{why}; only if it says the same, {remedy}',
  'near-column.help.if-not': '{help}; if not, say `{assume}`',
  'near-column.help.line': 'if it is `{fact}`, its line in a mapping is `{line}`',
  'near-column.why': '`{fact}` would be assumed although the column may be meant',
  'near-column.help.line-if-not': '{yes}; if not, `--assume {assume}` says so',
  'too-many-columns.keys': 'the {plural} have more different keys than any survey',
  'too-many-columns.help.keys': 'check that the file has one {name} an item, each with the same keys',
  'person-rows':
    'column `{column}` says that this file has one row a person; what is read has one {name} a row',
  'person-rows.help': 'say {flag}, or let `tpa inspect` propose a mapping with `one_row_per: person`',
  'no-records': 'the file holds no {name}',
  'no-records.below': 'the file has a header and no {name} below it',
  'no-records.help.rows': 'export it again, with its rows',
  'no-records.help.header':
    'the header may lack the name of a column, or cells that hold the sign between columns are not quoted',
  'no-records.help.from': 'check that the file is what its name says, or say with `--from` what it is',
  'no-records.rows': 'no row can be read: {why}',
  'no-id': 'there is no column `{id}`',
  'no-id.help.fill': 'give every {name} its `{id}`',
  'no-id.help.tool': 'it seems to be an export of {tool}: say {flag}',
  'no-id.help.key':
    'the key that tells one {name} from another must be called `{id}`, and the {plural} must be in one list',
  'no-id.help':
    'the column that tells one {name} from another must be called `{id}`, or a mapping names it as `key`',
  'ambiguous-column.twice': 'there are {count} columns `{column}`',
  'ambiguous-column': 'columns {columns} all mean `{fact}`',
  'ambiguous-column.help': 'rename or remove all but one',
  'ambiguous-column.facts': 'column `{column}` may be {facts}',
  'ambiguous-column.help.name': 'name the column as the pack names the fact',
  'key-by-name': 'the id is `{column}`, because no column is named `{id}`',
  'key-by-name.why': 'it is a usual name of what tells one {name} from another',
  'unused-columns': '{pack} does not use {columns}',
  'unused-columns.help': 'keep such columns in the results with `--keep`',
  'unknown-column.help': 'name a header as it is in the file',
  'unknown-column': 'no file has a column `{column}`',
  'ambiguous-column.kept': 'there is more than one column `{column}` to keep',
  'suspect-column': 'a yes/no column has both `1` and `2`',
  'suspect-column.why': 'which of them is yes is said nowhere; both are read as unknown',
  'suspect-column.help':
    'replace them by `yes` and `no`, or say in the mapping which is which: `yes: ["1"]`, `no: ["2"]`',
  'missing-code.why': 'nothing says whether they are answers; these cells are read as unknown',
  'missing-code.help': 'say it in the mapping: {line}, or `value` if it is a real number',
  'repeated-by-event':
    'several rows have one id, and `{column}` says that a row is one of several times: rows that share an id are held',
  'repeated-by-event.help':
    '`tpa inspect` proposes a mapping that reads one time of each {name}, by `rows_if`',
  'persons-or-repeats':
    'of {several} ids that occur in several rows, {persons} have different persons (`{column}`) beside equal answers about the {name}: either the rows are persons of one {name}, or one {name} was sent more than once',
  'persons-or-repeats.why': 'rows of one {name} would be held, and nobody would be judged',
  'persons-or-repeats.help':
    'if rows are persons, say {line} in a mapping, as `tpa inspect` proposes it; if {plural} were sent more than once, keep one row of each, or name the `key` in a mapping without that line, which holds them',
  'interview-column.why': 'it may be asked for something else than the interview',
  'interview-column.help': 'if these are not interviews, the line of a mapping is `{line}`',
  'bad-bytes.all': 'every row has bytes that are not UTF-8: the text is in another encoding',
  'other-unit': 'column `{column}` is not used: `{fact}` is in {own}, and the header says {other}',
  'other-unit.help.unknown':
    'find out how many {own} one {other} is; a mapping says how `{fact}` is worked out from it',
  'other-unit.help': 'say it in a mapping: {line}',
  'near-column': 'column `{column}` is not used, and there is no `{fact}`',
  'other-unit.help.beside-unknown':
    'find out how many {own} one {other} is; a mapping says how `{fact}` is worked out from it, or {line} if it is in {own}',
  'other-unit.help.beside': 'say it in a mapping: {line}; if the numbers are in {own} all the same, {plain}',
} as const
