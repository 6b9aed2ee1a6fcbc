/**
 * Every diagnostic code with what it says, in one line. Codes are stable: a code once released keeps its meaning.
 * docs/diagnostics.md lists the same codes.
 */
export const DIAGNOSTIC_CODES = {
  // reading any YAML or JSON text
  syntax: 'the text is not YAML or JSON',
  'duplicate-key': 'a mapping has a key twice',
  'too-deep': 'values are nested deeper than any real file',
  'alias-expansion': 'aliases repeat a text far beyond its size, or refer to themselves',

  // loading a pack
  'pack-missing': 'there is no pack at the given place',
  shape: 'a key of a pack, a mapping or a file of cases is unknown, missing or has a value of the wrong form',
  'unknown-name': 'an expression, a mapping or a test case uses a name that nothing declares',
  'duplicate-name': 'one name or cell is declared, given or used for a case twice',
  'expression-syntax': 'an expression cannot be read',
  type: 'an operator is given a value of the wrong type',
  unit: 'two quantities of different units are added or compared, or a unit is unknown',
  'bare-number': 'an expression has a number other than 0',
  cycle: 'derived values, packs or bases of test cases depend on each other in a circle',
  'bad-date': 'a date does not exist or dates are out of order',
  'bad-number': 'a number of the pack is too long or out of its declared range',
  'unknown-source': 'a citation names no source of the pack',
  unverified: 'a value has no source at hand, and the pack does not allow that',
  constant: 'a criterion or table always gives the same answer',
  'reads-no-fact': 'an expression depends on nothing that is recorded, or reads no column',
  'bad-gap': 'a check cannot take away what it names under `gap`',
  'negative-tolerance': 'a rounding tolerance can be negative',
  'bad-table': 'a decision table is incomplete, cannot be reached or names what it may not',

  // reading survey files: what stops the run
  'missing-file': 'a file to read does not exist',
  'unreadable-file': 'a file to read is a folder, may not be read, or fails while it is read',
  'input-changed': 'a file changed while it was read',
  'empty-file': 'a file to read is empty',
  'not-text':
    'a file is nothing that can be read: an old workbook, a compressed file, a document, or it holds NUL bytes',
  'not-utf-8': 'a byte is not UTF-8, or not text in the encoding of its file',
  'bad-archive':
    'an archive or a workbook is damaged, has a password, holds a member twice, or expands beyond any real one',
  'wrong-delimiter': 'the columns of a CSV file are separated by another sign than the one it is read with',
  'title-row': 'the first row of a table seems to be a title and not the header',
  'label-rows': 'the first rows below the header seem to be labels and not records',
  'form-definition': 'a file or sheet describes a form and holds no answers',
  'no-header': 'the first row of a table seems to be data, so that nothing names its columns',
  'open-quote': 'a quote of a CSV file is not closed, or is where none can be',
  'long-record': 'one record is longer than any real one',
  'too-large': 'a YAML or JSON file is too large to be read whole, or tables are too many',
  'long-header': 'the header of a column, or of all columns, is longer than names are',
  'too-many-columns': 'a table has more columns, or records have more different keys, than any survey',
  'partial-list': 'an answer of a server holds only a part of its list',
  'no-records': 'a file holds no record',
  'no-id': 'a file has no column for the id of records, or no record with an id',
  'person-rows': 'a file has one row a person',
  'persons-or-repeats': 'ids repeat as in a list of persons, or as in forms that were sent again',
  'needs-mapping':
    'a folder, an archive or a workbook holds several tables, and nothing says what is in which',
  'missing-table': 'no file that was given is the one that a mapping names, or several may be',
  'no-join': 'no row of a roster finds its record',
  'ambiguous-column': 'two columns mean one fact, or one column may mean two',
  'unknown-column': 'a column that a mapping or `--keep` names is in no file',
  'bad-assume':
    'an assumption names no fact, has no value that reads, or is about a column that every file has',
  'near-column': 'an unused column is close to the name of a fact that the file does not bring',

  // reading survey files: what is said beside the results
  'read-as': 'the encoding of a file was found out from its bytes',
  'misread-mark': 'the first header begins with a byte order mark as text',
  'mostly-hidden': 'a public result hides more than half of its counts',
  'api-list': 'the list inside an answer of a server is read',
  'trailing-separator': 'rows end in a sign between columns that the header does not have',
  'row-ids': 'records have no id of their own, so their lines are used as ids',
  'merged-cells': 'cells of a sheet are merged over several rows',
  'merged-answer': 'a merged number or answer spans rows of several ids',
  'format-words': 'a text beside the numbers of a column is only their format',
  'float-id': 'every id of a column ends in `.0`, which is left out',
  'repeated-by-event': 'ids repeat in a file whose rows are events or visits',
  'key-by-name': 'the id is a column that only has a usual name of a key',
  'other-key': 'a mapping names several columns as the key, and more than the first of them exist',
  'ignored-files': 'files and sheets from which nothing is read',
  'stray-rows': 'rows of a file belong to no table that the mapping names',
  'hidden-sheet': 'a sheet of a workbook is hidden and not read',
  'hidden-rows': 'rows of a sheet are hidden, and read',
  'other-unit': 'a header, a title or a row of units names another unit than the fact has',
  'total-row': 'a row adds up others and is not a record',
  'repeated-header': 'the header of a table is repeated among its rows',
  'inner-title': 'a row among the others is the title of a list, its unit or the number of a page',
  'sign-off': 'a row below a table says who filled it in, or is a remark',
  'looks-like-total': 'the id of a record is a word for a total',
  'orphan-member': 'a row of a roster belongs to no record, or to no member of it',
  'no-members': 'no row of the roster belongs to a record',
  'repeated-person': 'a person is in more than one row of a roster',
  'gone-members': 'cells that say that a person died, left, or is a visitor',
  'unit-column': 'cells beside a number that name another unit than the fact has',
  'same-own-id': 'several records that another column tells apart share an id of the office',
  'several-rosters': 'members are read from several tables that no mapping names',
  'split-header': 'the header of a table seems to take two rows',
  'interview-column': 'cells that say there was no interview',
  'not-interviews': 'rows that a preset leaves out',
  'last-part': 'columns that are known by the last part of their headers',
  'unused-columns': 'columns that the pack does not use',
  'blank-header': 'columns without a name',
  'duplicate-header': 'columns that are not used share a name',
  'suspect-column': 'a yes/no column holds 1 and 2, and nothing says which is yes',
  'missing-code':
    'a number that surveys write for "no answer" is in many cells of a column, and nothing says what it is',
  'duplicate-member': 'two members of one record share an id',
  'blank-member': 'a row of a roster says nothing of a person, so the number of members is open',

  // reading survey files: cells that do not read
  'invalid-cell': 'there is a list or a mapping where one value belongs',
  'invalid-number': 'a cell is not a number, is too long, or is not a whole number where one is counted',
  'ambiguous-number':
    'a cell can be several numbers, and nothing says which signs separate thousands and decimals',
  'invalid-yes-no': 'a cell is neither yes nor no',
  'invalid-code': 'a cell is not one of the declared codes',
  'invalid-date': 'a cell is not a date that exists',
  'ambiguous-date': 'a cell can be several days, and nothing says the order of day, month and year',
  'destroyed-id': 'a spreadsheet has turned an id into a rounded number',
  'out-of-range': 'a number is outside the declared range',
  'too-many-members': 'a record has more members than any household',
  'invalid-members': 'the members of a record are not a list of mappings',

  // reading survey files: rows that are rejected or held
  'bad-bytes': 'a row holds bytes that are not text in the encoding of its file',
  'stray-quote': 'a row has a quote where none can be',
  'ragged-row': 'a row has more or fewer cells than the header',
  'missing-id': 'a record has no id',
  'malformed-line': 'a line of NDJSON is not a JSON object',
  'malformed-record': 'an item of a YAML or JSON list is not a mapping',
  'duplicate-id': 'several records share one id',

  // the test cases of a pack
  'no-cases': 'a pack has no test cases, or a file of them is empty',
  'expects-nothing': 'a test case does not say what it expects',

  // proving a pack
  'unreachable-row': 'no record reaches a row of a decision table',
  'idle-criterion': 'a criterion changes no decision',
  'same-version': 'two packs that differ have one id and one version',
  'property-broken': 'a property that the pack promises does not hold',
  'one-sided-criterion': 'a criterion is never met, or never unmet, for any record that its facts allow',
  'overlapping-rows':
    'two rows of a table can hold together with different outcomes, and their order decides',
  'unused-name': 'a fact, parameter, derived value, source or name of a column is declared and never used',
  'idle-value': 'a value of a parameter never takes effect, or changes nothing',
  'missing-citation': 'a row of a decision table cites no source',
  'stale-citation': 'a source was last checked before the date that is asked for, or nobody says when',
  'unanswered-cause': 'no need of a programme answers a cause of poverty',
  'stale-parameter': 'the newest value of a parameter is from before the date that is asked for',

  // judging a record
  conflict: 'the sources of a value have nothing in common',
  check: 'a data check of the pack fired',
  'absent-columns': 'a file lacks columns without which some records cannot be decided',

  // the command line
  usage: 'a command, option or operand is not as the program takes it',
  'unknown-record': 'no record has the id asked for',
  'not-stored': 'a file holds no stored record, or one that does not read',
  'unwritable-output': 'an output cannot be written, or is a file that is read',
  'system-refused': 'the operating system refused something, such as one more open file',
  'rejected-rows': 'rows were rejected',
  'nothing-judged': 'no record could be read, or more than half of them are held because they share ids',
  'gate-tripped': 'a gate of `--fail-on`, `--coverage-min` or `--mutate-min` tripped',
  'not-a-baseline': 'a file for `--baseline` holds no accepted comparison, or cannot be read',
  'baseline-differs': 'a comparison is not the accepted one',
} as const

export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES
