/** What is wrong in a record, as its rules see it. */
export const ENGINE = {
  'blank-member':
    'it has {members} members: {rows} {rows|row|rows} of the roster {rows|says|say} nothing of a person',
  'blank-member.why':
    'a row with nothing but keys, 0 or no may be a member or an empty place, so both are possible',
  'blank-member.help': 'fill the {rows|row|rows} in, or take {rows|it|them} away',
  'blank-member.help.size': 'give `{size}`, or fill the {rows|row|rows} in, or take {rows|it|them} away',
  conflict: '`{name}` is in conflict: {sources}',
  'conflict.why': 'the value counts as unknown, because one of the two must be wrong',
  'conflict.help': 'find out which is right and correct the other',
  'conflict.size': '`{size}` is {given}, but there are {members} members',
  'conflict.age': '`{member}` is {given}, but `{date}` gives {years}',
  'conflict.age.range': '`{member}` is out of range: `{date}` gives {years}',
  'conflict.source.range': 'it must be {value}',
  'conflict.source.given': 'its own column says {value}',
  'conflict.source.expression': '`{expression}` gives {value}',
  'conflict.source.rounded': '`{expression}` (rounded) gives {value}',
  'check.why': 'check `{check}` of {pack}: {condition}',
  'check.help': 'find out what is right: until then {fact} counts as unknown',
  'check.help.more': 'find out what is right: until then {facts} count as unknown',
} as const
