import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { knownName, listedNames, shortName } from '../../base/wording.js'
import type { Pack } from '../../lang/pack.js'
import type { CodeCount } from '../doubts/code-columns.js'
import type { SeenFile } from '../records/first-pass.js'
import { OTHER_UNIT, watchedWords } from '../records/unused-codes.js'
import { isUnitOf, unitColumn } from '../signs/unit-columns.js'
import type { ReadColumn } from './units-beside.js'

/** Unused columns that were counted, and those that facts are read from. */
export interface CountedUnits {
  readonly file: string
  readonly headerLine: number | null
  /** By header. */
  readonly counts: ReadonlyMap<string, CodeCount>
  readonly read: readonly ReadColumn[]
}

const LISTED = 4

/** What was counted in unused columns, by their headers instead of the names under which all files count them. */
export const byHeader = (
  unused: Iterable<readonly [name: string, header: string]>,
  counts: ReadonlyMap<string, CodeCount>,
): ReadonlyMap<string, CodeCount> =>
  new Map(
    [...unused].flatMap(([name, header]) => {
      const count = counts.get(name)
      return count === undefined ? [] : [[header, count]]
    }),
  )

/** Warnings of columns beside a number whose cells name another unit than the fact has: `months` of an age, `day` of a wage. Nothing is scaled. */
export function unitRemarks(pack: Pack, { file, headerLine, counts, read }: CountedUnits): Diagnostic[] {
  const at = watchedWords(pack).facts.indexOf(OTHER_UNIT)
  return [...counts].flatMap(([header, { codes, filled }]): Diagnostic[] => {
    const about = unitColumn(header)
    const others = codes[at] ?? 0
    if (about === null || others === 0) return []
    const facts = read.filter(
      (each) =>
        each.declaration.unit !== null &&
        isUnitOf(about, each.column.header, each.declaration.type === 'money'),
    )
    if (facts.length === 0) return []
    const names = listedNames([...new Set(facts.map(({ fact }) => fact))], LISTED)
    return [
      {
        code: 'unit-column',
        severity: 'warning',
        message: say('unit-column', { count: others, filled, column: shortName(header), facts: names }),
        help: say('unit-column.help'),
        at: { file, line: headerLine, field: knownName(header) },
      },
    ]
  })
}

/** The same of a file that is read by the names of the pack. */
export const unitRemarksIn = (
  pack: Pack,
  { columns, codes, ...at }: Pick<SeenFile, 'file' | 'headerLine' | 'columns' | 'codes'>,
  read: readonly ReadColumn[],
): Diagnostic[] => unitRemarks(pack, { ...at, counts: byHeader(columns.unused, codes), read })
