import { describe } from 'vitest'
import { type Case, met, tells, tellsOf } from './small.js'

describe('symbols of other languages', () => {
  tellsOf([
    ['minutes == round_trip', 'expression-syntax «==» `==` is not part of the language | help: write `=`'],
    ['dry && dry', 'expression-syntax «&&» `&&` is not part of the language | help: write `and`'],
    ['dry & dry', 'expression-syntax «&» `&` is not part of the language | help: write `and`'],
    ['dry || dry', 'expression-syntax «||» `||` is not part of the language | help: write `or`'],
    ['dry | dry', 'expression-syntax «|» `|` is not part of the language | help: write `or`'],
    ['!dry', 'expression-syntax «!» `!` is not part of the language | help: write `not(...)`'],
    ['¬dry', 'expression-syntax «¬» `¬` is not part of the language | help: write `not(...)`'],
    [
      'minutes / round_trip > 0',
      'expression-syntax «/» there is no division | help: multiply the other side instead: `a >= b * c` says the same as a quotient, without rounding',
    ],
    [
      'minutes ÷ round_trip > 0',
      'expression-syntax «÷» there is no division | help: multiply the other side instead: `a >= b * c` says the same as a quotient, without rounding',
    ],
    [
      'minutes % round_trip > 0',
      'expression-syntax «%» `%` is not part of the language | help: make the share a parameter such as 0.02 with unit `ratio`',
    ],
    [
      'minutes ^ minutes > 0',
      'expression-syntax «^» `^` is not part of the language | help: there are no powers: write `a * a`',
    ],
    [
      'minutes ** minutes > 0',
      'expression-syntax «*» a value is expected, not `*` | help: there are no powers: write `a * a`',
    ],
    [
      'dry ? dry : dry',
      'expression-syntax «?» `?` is not part of the language | help: write `if c then a else b`',
    ],
    ['minutes => 0', 'expression-syntax «>» a value is expected, not `>` | help: write `>=`'],
    ['minutes =< 0', 'expression-syntax «<» a value is expected, not `<` | help: write `<=`'],
    ['minutes <> 0', 'expression-syntax «>» a value is expected, not `>` | help: write `!=`'],
    [
      'minutes < = 0',
      'expression-syntax «=» a value is expected, not `=` | help: write `<=` without a space',
    ],
    [
      "grade = 'A'",
      `expression-syntax «''» \`'\` is not part of the language | help: a code stands in double quotes: \`"B"\``,
    ],
    ['dry; dry', 'expression-syntax «;» `;` is not part of the language'],
    ['{dry}', 'expression-syntax «{» `{` is not part of the language'],
    ['[dry]', 'expression-syntax «[» a value is expected, not `[`'],
    ['minutes > $x', 'expression-syntax «$» `$` is not part of the language'],
    ['dry # why', 'expression-syntax «#» `#` is not part of the language'],
    ['🙂 > 0', 'expression-syntax «🙂» `🙂` is not part of the language'],
  ])
})

describe('symbols of print and of Chinese keyboards', () => {
  tellsOf([
    ['minutes ≥ round_trip', 'expression-syntax «≥» `≥` is not part of the language | help: write `>=`'],
    ['minutes ≤ round_trip', 'expression-syntax «≤» `≤` is not part of the language | help: write `<=`'],
    ['minutes ≠ round_trip', 'expression-syntax «≠» `≠` is not part of the language | help: write `!=`'],
    ['minutes × minutes > 0', 'expression-syntax «×» `×` is not part of the language | help: write `*`'],
    ['minutes – minutes > 0', 'expression-syntax «–» `–` is not part of the language | help: write `-`'],
    [
      'minutes － minutes > 0',
      'expression-syntax «－» `－` is not part of the language | help: write it half-width',
    ],
    ['（dry）', 'expression-syntax «（» `（` is not part of the language | help: write `(` and `)`'],
    ['grade in ("A"，"B")', 'expression-syntax «，» `，` is not part of the language | help: write `,`'],
    ['grade = “A”', 'expression-syntax «“» `“` is not part of the language | help: write `"`'],
    [
      'minutes ＞ round_trip',
      'expression-syntax «＞» `＞` is not part of the language | help: write it half-width',
    ],
  ])
})

describe('comparisons that chain', () => {
  tellsOf([
    [
      '0 < minutes < round_trip',
      'expression-syntax «<» comparisons do not chain | help: join two comparisons with `and`, or write `x in [a..b]`',
    ],
    [
      'minutes = 0 = 0',
      'expression-syntax «=» comparisons do not chain | help: join two comparisons with `and`, or write `x in [a..b]`',
    ],
    [
      'minutes in [0..round_trip] in (0)',
      'expression-syntax «in» comparisons do not chain | help: join two comparisons with `and`, or write `x in [a..b]`',
    ],
    [
      'minutes < 0 in (0)',
      'expression-syntax «in» comparisons do not chain | help: join two comparisons with `and`, or write `x in [a..b]`',
    ],
  ])
})

describe('what is not closed, or not opened', () => {
  tellsOf([
    ['(dry', 'expression-syntax «dry» `)` is expected to close the bracket, not the end'],
    ['((dry)', 'expression-syntax «)» `)` is expected to close the bracket, not the end'],
    ['dry)', 'expression-syntax «)» the expression should end before `)` | help: no bracket is open here'],
    ['dry]', 'expression-syntax «]» the expression should end before `]` | help: no bracket is open here'],
    ['()', 'expression-syntax «)» a value is expected, not `)`'],
    ['not(dry', 'expression-syntax «dry» `)` is expected to close `not`, not the end'],
    ['not()', 'expression-syntax «)» a value is expected, not `)`'],
    ['grade = "A', 'expression-syntax «"» a text is not closed | help: close it with `"`'],
    ['minutes in (0', 'expression-syntax «0» `)` is expected after the list, not the end'],
    ['minutes in ()', 'expression-syntax «)» a value is expected, not `)`'],
    ['minutes in [0..round_trip', 'expression-syntax «round_trip» a range ends with `]` or `)`, not the end'],
    ['minutes in [0..round_trip}', 'expression-syntax «}» `}` is not part of the language'],
    [
      'minutes in [0, round_trip]',
      'expression-syntax «,» a list of values stands in round brackets | help: write `in (a, b)`, or `in [a..b]` for a range',
    ],
    ['minutes in [..0]', 'expression-syntax «..» a value is expected, not `..`'],
    [
      'minutes in 0',
      'expression-syntax «0» `in` takes a list or a range, not `0` | help: write `in ("A", "B")` or `in [a..b)`',
    ],
    [
      'minutes in members',
      'expression-syntax «members» `in` takes a list or a range, not `members` | help: write `in ("A", "B")` or `in [a..b)`',
    ],
    ['min(minutes, 0', 'expression-syntax «0» `)` is expected to close `min`, not the end'],
    ['count(members', 'expression-syntax «members» `)` is expected to close `count`, not the end'],
    ['count(members[in_school)', 'expression-syntax «)» `]` is expected to close the filter, not `)`'],
    ['some m in members[] satisfies dry', 'expression-syntax «]» a value is expected, not `]`'],
  ])
})

describe('words of the language', () => {
  tellsOf([
    ['dry AND dry', 'expression-syntax «AND» `AND` is written `and`'],
    ['dry Or dry', 'expression-syntax «Or» `Or` is written `or`'],
    ['NOT(dry)', 'expression-syntax «NOT» `NOT` is written `not`'],
    ['IF dry then dry else dry', 'expression-syntax «IF» `IF` is written `if`'],
    ['minutes IN (0)', 'expression-syntax «IN» `IN` is written `in`'],
    ['minutes in (0) AND dry', 'expression-syntax «AND» `AND` is written `and`'],
    [
      'not dry',
      'expression-syntax «dry» `(` is expected after `not`, not `dry` | help: put what is denied in brackets: `not(a)`',
    ],
    [
      'true',
      'expression-syntax «true» `true` is not written out | help: write the yes/no itself, or `not(...)` around it',
    ],
    [
      'dry = true',
      'expression-syntax «true» `true` is not written out | help: write the yes/no itself, or `not(...)` around it',
    ],
    [
      'false or dry',
      'expression-syntax «false» `false` is not written out | help: write the yes/no itself, or `not(...)` around it',
    ],
    [
      'minutes = null',
      'expression-syntax «null» there is no null | help: a missing value is its declared range; nothing can ask for it',
    ],
    [
      'members',
      'expression-syntax «members» `members` is a roster, not a value | help: count, sum or test it: `count(members)`, `every m in members satisfies …`',
    ],
    [
      'members.in_school',
      'expression-syntax «members» `members` is a roster, not a value | help: count, sum or test it: `count(members)`, `every m in members satisfies …`',
    ],
    [
      'members[in_school]',
      'expression-syntax «members» `members` is a roster, not a value | help: count, sum or test it: `count(members)`, `every m in members satisfies …`',
    ],
    [
      'dry or given',
      'expression-syntax «given» `given` stands alone | help: it is a source of its own: `sources: [given, …]`',
    ],
    ['and', 'expression-syntax «and» a value is expected, not `and`'],
    ['then', 'expression-syntax «then» a value is expected, not `then`'],
    [
      'dry satisfies',
      'expression-syntax «satisfies» the expression should end before `satisfies` | help: join two conditions with `and` or `or`',
    ],
    [
      'minutes is 0',
      'expression-syntax «is» the expression should end before `is` | help: write `=`, or the yes/no alone',
    ],
    [
      'minutes between 0 and 0',
      'expression-syntax «between» the expression should end before `between` | help: write `x in [a..b]`',
    ],
  ])
})

describe('rosters', () => {
  tellsOf([
    [
      'count()',
      'expression-syntax «)» a roster is expected, not `)` | help: the roster of a record is `members`',
    ],
    [
      'count(minutes)',
      'expression-syntax «minutes» a roster is expected, not `minutes` | help: the roster of a record is `members`',
    ],
    [
      'count(members.in_school)',
      'expression-syntax «.» `)` is expected to close `count`, not `.` | help: who counts stands in brackets: `count(members[insured])`',
    ],
    [
      'sum(minutes)',
      'expression-syntax «minutes» a roster is expected, not `minutes` | help: the roster of a record is `members`',
    ],
    [
      'sum(members)',
      'expression-syntax «)» `.` is expected between the roster and the member fact to sum, not `)` | help: write `sum(members.wage)`',
    ],
    ['sum(members.count)', 'expression-syntax «count» a member fact is expected, not `count`'],
    [
      'sum(members.pension + 0)',
      'expression-syntax «+» `)` is expected to close `sum`, not `+` | help: the sum of an expression is `sum(for m in members return …)`',
    ],
    [
      'sum(for m members return m.age)',
      'expression-syntax «members» `in` is expected after the name of the member, not `members`',
    ],
    [
      'sum(for m in members m.pension)',
      'expression-syntax «m» `return` is expected after the roster, not `m`',
    ],
    ['every in members satisfies dry', 'expression-syntax «in» a name for the member is expected, not `in`'],
    [
      'every count in members satisfies dry',
      'expression-syntax «count» a name for the member is expected, not `count`',
    ],
    [
      'every m satisfies dry',
      'expression-syntax «satisfies» `in` is expected after the name of the member, not `satisfies`',
    ],
    [
      'every m in household satisfies dry',
      'expression-syntax «household» a roster is expected, not `household` | help: the roster of a record is `members`',
    ],
    [
      'every m in members m.in_school',
      'expression-syntax «m» `satisfies` is expected after the roster, not `m`',
    ],
    ['every m in members satisfies', 'expression-syntax «satisfies» the expression ends too early'],
  ])
})

describe('forms that are not whole', () => {
  tellsOf([
    ['dry and', 'expression-syntax «and» the expression ends too early'],
    ['dry or', 'expression-syntax «or» the expression ends too early'],
    ['minutes +', 'expression-syntax «+» the expression ends too early'],
    ['minutes *', 'expression-syntax «*» the expression ends too early'],
    ['-', 'expression-syntax «-» the expression ends too early'],
    ['minutes >', 'expression-syntax «>» the expression ends too early'],
    ['+minutes > 0', 'expression-syntax «+» a value is expected, not `+`'],
    ['if dry then dry', 'expression-syntax «dry» `else` is expected after the first branch, not the end'],
    ['if dry else dry', 'expression-syntax «else» `then` is expected after the condition, not `else`'],
    ['if dry', 'expression-syntax «dry» `then` is expected after the condition, not the end'],
    ['min(minutes)', 'expression-syntax «min» `min` takes two or more numbers'],
    ['max()', 'expression-syntax «)» a value is expected, not `)`'],
    ['min(minutes 0)', 'expression-syntax «0» `)` is expected to close `min`, not `0`'],
    ['m.', 'expression-syntax «.» a member fact is expected, not the end'],
    ['m.count', 'expression-syntax «count» a member fact is expected, not `count`'],
    [
      'a.b.c',
      'expression-syntax «.» the expression should end before `.` | help: join two conditions with `and` or `or`',
    ],
    [
      'dry dry',
      'expression-syntax «dry» the expression should end before `dry` | help: join two conditions with `and` or `or`',
    ],
    [
      'dry, dry',
      'expression-syntax «,» the expression should end before `,` | help: a list stands in round brackets: `x in (a, b)`',
    ],
    [
      '"A" "B"',
      'expression-syntax «"B"» the expression should end before `"B"` | help: join two conditions with `and` or `or`',
    ],
    ['   ', "expression-syntax «'» the expression ends too early"],
  ])
})

describe('numbers', () => {
  tellsOf([
    [
      'minutes > 1_000',
      'expression-syntax «1_000» `1_000` is not a number | help: write plain digits, such as 1000 or 0.5',
    ],
    [
      'minutes > 1e3',
      'expression-syntax «1e3» `1e3` is not a number | help: write plain digits, such as 1000 or 0.5',
    ],
    [
      'minutes > 0x10',
      'expression-syntax «0x10» `0x10` is not a number | help: write plain digits, such as 1000 or 0.5',
    ],
    [
      'minutes > 5.',
      'expression-syntax «5.» `5.` is not a number | help: write plain digits, such as 1000 or 0.5',
    ],
    [
      'minutes > .5',
      'expression-syntax «.» a value is expected, not `.` | help: a number begins with a digit: 0.5',
    ],
    [
      'minutes > 1,000',
      'expression-syntax «,» the expression should end before `,` | help: a list stands in round brackets: `x in (a, b)`',
    ],
    [
      'minutes > 1234567890123456',
      'expression-syntax «1234567890123456» `1234567890123456` has too many digits | help: at most 15 digits and 9 places',
    ],
    [
      'minutes > 0.0123456789',
      'expression-syntax «0.0123456789» `0.0123456789` has too many digits | help: at most 15 digits and 9 places',
    ],
  ])
})

describe('expressions without end', () => {
  const cases: Case[] = [
    [
      '100 brackets',
      met(`${'('.repeat(100)}dry${')'.repeat(100)}`),
      'expression-syntax «dry» the expression is nested too deeply | help: move a part of it to `derived`',
    ],
    ['99 brackets, which is fine', met(`${'('.repeat(99)}dry${')'.repeat(99)}`)],
    [
      '100 denials',
      met(`${'not('.repeat(100)}dry${')'.repeat(100)}`),
      'expression-syntax «dry» the expression is nested too deeply | help: move a part of it to `derived`',
    ],
    [
      '100 minus signs',
      met(`${'-'.repeat(100)}minutes > 0`),
      'expression-syntax «minutes» the expression is nested too deeply | help: move a part of it to `derived`',
    ],
    [
      '100 conditions',
      met(`${'if dry then dry else '.repeat(100)}dry`),
      'expression-syntax «dry» the expression is nested too deeply | help: move a part of it to `derived`',
    ],
    ['401 alternatives, which is fine', met(Array(401).fill('dry').join(' or '))],
    [
      '402 alternatives',
      met(Array(402).fill('dry').join(' or ')),
      'expression-syntax «dry» more than 400 operators stand in a row | help: move a part of the expression to `derived`',
    ],
    [
      'a sum of 5,000',
      met(`${Array(5000).fill('minutes').join(' + ')} > 0`),
      'expression-syntax «+» more than 400 operators stand in a row | help: move a part of the expression to `derived`',
    ],
  ]
  tells(cases)
})

describe('names that JavaScript objects have', () => {
  tellsOf(
    ['constructor', 'toString', '__proto__', 'hasOwnProperty'].map((name) => [
      `dry ${name}`,
      `expression-syntax «${name}» the expression should end before \`${name}\` | help: join two conditions with \`and\` or \`or\``,
    ]),
  )
})
