import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { Assessment } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import { type CaseRecord, everyRow, type Fact, type Roster } from '../../lang/record.js'
import { countedRecords } from '../text/words.js'

type RecordGaps = Pick<CaseRecord, 'file' | 'facts' | 'members'>

/** Finds the columns that a file lacks and that a record would need to be decided; there is one diagnostic a file. */
export interface AbsentColumns {
  /** @param times how many records of the file need the same */
  add(assessment: Pick<Assessment, 'needs'> & { readonly record: RecordGaps }, times?: number): void
  diagnostics(): Diagnostic[]
}

export function createAbsentColumns(pack: Pack): AbsentColumns {
  const files = new Map<string, { columns: Set<string>; records: number }>()
  return {
    add({ record, needs }, times = 1) {
      const inFiles = new Set<string>()
      for (const need of needs) {
        const absent = absentColumn(record, need)
        if (absent === null) continue
        const file = files.get(absent.file) ?? { columns: new Set(), records: 0 }
        file.columns.add(absent.column)
        if (!inFiles.has(absent.file)) file.records += times
        inFiles.add(absent.file)
        files.set(absent.file, file)
      }
    },
    diagnostics: () =>
      [...files].map(([file, { columns, records }]) => ({
        code: 'absent-columns',
        severity: 'warning',
        message: absentWords([...columns], countedRecords(pack, records)),
        why: say('absent-columns.why'),
        help: say('absent-columns.help'),
        at: { file, line: null, field: null },
      })),
  }
}

/** The column that would hold what is needed, where the file has none: `members.age` for `members[2].age`. */
function absentColumn(record: RecordGaps, need: string): { file: string; column: string } | null {
  const { file, facts, members } = record
  const [, row, fact = ''] = /^members\[(\d+)\]\.(.+)$/.exec(need) ?? []
  if (row !== undefined) {
    const member = members?.kind === 'rows' ? everyRow(members)[Number(row) - 1] : undefined
    const isMissing = member !== undefined && isAbsent(member.facts.get(fact))
    return isMissing ? { file: member.file ?? file, column: `members.${fact}` } : null
  }
  return isAbsent(need === 'members' ? members : facts.get(need)) ? { file, column: need } : null
}

const isAbsent = (what: Fact | Roster | null | undefined): boolean =>
  what?.kind === 'gap' && what.reason === 'absent'

function absentWords(names: readonly string[], records: string): string {
  const quoted = names.map((name) => `\`${name}\``).join(say('names.item'))
  return names.length === 1
    ? say('absent-columns.one', { column: quoted, records })
    : say('absent-columns.more', { columns: quoted, records })
}
