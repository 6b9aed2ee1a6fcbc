/** What is said of members, and of words beside their numbers. */
export const PERSONS = {
  'gone-members':
    '{count} of {filled} filled cells of `{column}` say that the person died, left, or is a visitor; {count|the person counts|these persons count} as {count|a member|members}',
  'gone-members.help': 'if these are not members, the line of a mapping is {line}',
  'gone-members.help.status':
    '`rows_if` of a mapping says which rows are members; `tpa inspect` proposes the line',
  'gone-members.help.wide': 'if they are not members, leave their cells out of the file',
  'unit-column':
    '{count} of {filled} filled cells of `{column}` name another unit than {facts} has; nothing is scaled',
  'unit-column.help':
    'in a mapping `value: if … then … else …` says how the fact is worked out from both columns',
  'same-own-id':
    '`{column}` has the same id in several {plural}, which `{key}` tells apart: {ids}; each is judged',
  'same-own-id.why': 'a form that was sent twice, or corrected and sent anew, counts twice',
  'several-rosters': 'members are read from {count} tables: {tables}',
  'several-rosters.why':
    'one of them may hold persons who died or left, or what is not a person; all their rows count as members',
  'several-rosters.help': 'a mapping that names the tables of members settles it; `tpa inspect` proposes one',
  'inspect.same-columns': 'it has the columns of {table}, and ids that occur there',
  'inspect.more-members': 'whether rows of {table} are members too: the mapping reads them from {read} alone',
  'inspect.who-is-member': 'who counts as a member: {why}',
  'inspect.gone':
    '{count} of {filled} filled cells of `{column}` say that the person died, left, or is a visitor ({cells})',
} as const
