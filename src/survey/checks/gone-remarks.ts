import { advise } from '../../base/advice.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { knownName, shortName } from '../../base/wording.js'
import type { Pack } from '../../lang/pack.js'
import type { CodeCount } from '../doubts/code-columns.js'
import { NO_INTERVIEW, NO_MEMBER, watchedWords } from '../records/unused-codes.js'
import { type GoneKind, goneColumn, memberExpression } from '../signs/person/gone-members.js'

/** Columns of persons that were counted, by their headers. */
export interface CountedPersons {
  readonly file: string
  readonly headerLine: number | null
  readonly counts: ReadonlyMap<string, CodeCount>
  /** Whether the members of a household are in one row. */
  readonly isWide: boolean
}

/** Warnings of columns that say of some persons that they died, left or are visitors. They count all the same: only a mapping leaves rows out. */
export function goneRemarks(pack: Pack, { file, headerLine, counts, isWide }: CountedPersons): Diagnostic[] {
  const { facts } = watchedWords(pack)
  return [...counts].flatMap(([header, count]): Diagnostic[] => {
    const kind = goneColumn(header)
    const times = (name: string) => count.codes[facts.indexOf(name)] ?? 0
    const gone = kind === null ? 0 : times(NO_MEMBER.gone) + answersOf(kind, times)
    if (kind === null || gone === 0) return []
    const expression = isWide ? null : memberExpression(header, kind)
    const advice =
      expression === null
        ? { help: say(isWide ? 'gone-members.help.wide' : 'gone-members.help.status') }
        : advise({ mapping: `rows_if: ${expression}` }, (quoted) =>
            say('gone-members.help', { line: quoted }),
          )
    return [
      {
        code: 'gone-members',
        severity: 'warning',
        message: say('gone-members', { count: gone, filled: count.filled, column: shortName(header) }),
        ...advice,
        at: { file, line: headerLine, field: knownName(header) },
      },
    ]
  })
}

function answersOf(kind: GoneKind, times: (name: string) => number): number {
  switch (kind) {
    case 'present':
      return times(NO_INTERVIEW.consent)
    case 'left':
      return times(NO_MEMBER.yes)
    case 'status':
      return 0
  }
}
