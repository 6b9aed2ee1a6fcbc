import type { Diagnostic } from '../base/diagnostic.js'
import type { Assessment } from '../engine/assessment.js'
import type { Pack } from '../lang/pack.js'

/** Notes which columns a file lacks that some record would need to be decided; says so once a file. */
export interface AbsentColumns {
  add(assessment: Assessment): void
  diagnostics(): Diagnostic[]
}

export function createAbsentColumns(pack: Pack): AbsentColumns {
  const files = new Map<string, { columns: Set<string>; records: number }>()
  return {
    add({ record, needs }) {
      const absent = needs.filter((need) => {
        const fact = record.facts.get(need)
        const roster = need === 'members' ? record.members : null
        return (
          (fact?.kind === 'gap' && fact.reason === 'absent') ||
          (roster?.kind === 'gap' && roster.reason === 'absent')
        )
      })
      if (absent.length === 0) return
      const file = files.get(record.file) ?? { columns: new Set(), records: 0 }
      for (const column of absent) file.columns.add(column)
      file.records += 1
      files.set(record.file, file)
    },
    diagnostics: () =>
      [...files].map(([file, { columns, records }]) => ({
        code: 'absent-columns',
        severity: 'warning',
        message: `the file has no ${listed([...columns])}, and without ${columns.size === 1 ? 'it' : 'them'} ${records} ${records === 1 ? pack.record.name : pack.record.plural} cannot be decided`,
        why: 'a column that is not there is unknown for everybody, never "no"',
        help: 'add the column, or state a value for all with `--assume fact=value`',
        at: { file, line: null, field: null },
      })),
  }
}

const listed = (names: readonly string[]) =>
  names.length === 1 ? `column \`${names[0]}\`` : `columns ${names.map((name) => `\`${name}\``).join(', ')}`
