import type { Pack } from '../../lang/pack.js'
import type { Member, ReadingOptions } from '../files/data-file.js'
import { openOperand } from '../files/operand.js'
import { diagnosticOf } from '../input.js'
import { findFacts } from './candidates.js'
import { profileOf } from './column-profile.js'
import type { InspectedTable, Inspection, Unreadable } from './inspection.js'
import { findJoins } from './joins.js'
import { findKey } from './keys.js'
import { openTable } from './open-table.js'
import { findRoles } from './roles.js'
import { splitsIn } from './splits.js'
import { type TableTally, tallyTable } from './table-tally.js'
import { guessTool } from './tool-guess.js'

export interface InspectOptions {
  readonly pack: Pack
  /** Operands as typed; `-` is stdin. */
  readonly files: readonly string[]
  readonly reading: ReadingOptions
  readonly stdin: NodeJS.ReadableStream
  /** Called now and then with the table that is read and the rows of it so far. */
  readonly onTable?: (file: string) => void
}

/** Looks at everything that the operands hold, each table once, and says what it is and what of the pack it may bring. */
export async function inspectFiles(options: InspectOptions): Promise<Inspection> {
  const tables: InspectedTable[] = []
  const unreadable: Unreadable[] = []
  for (const operand of new Set(options.files)) {
    const opening = await openOperand(operand, options.stdin, options.pack.record.plural)
    if ('fault' in opening) {
      unreadable.push({ file: opening.fault.at?.file ?? operand, faults: [opening.fault] })
      continue
    }
    try {
      for (const member of opening.members) {
        const found = await inspectMember(member, options)
        if ('tally' in found) tables.push(found)
        else unreadable.push(found)
      }
    } finally {
      await opening.close()
    }
  }
  return conclude(tables, unreadable, options.pack)
}

async function inspectMember(
  member: Member,
  { pack, reading, onTable }: InspectOptions,
): Promise<InspectedTable | Unreadable> {
  try {
    const opened = await openTable(member, reading)
    if ('faults' in opened) return { file: member.name, faults: opened.faults }
    onTable?.(member.name)
    const tally = await tallyTable(opened.file, pack, () => {})
    if (tally.fault !== null && tally.rows === 0) return { file: member.name, faults: [tally.fault] }
    const { file, reading: used, guesses } = opened
    return { file, path: member.path, reading: used, guesses, ...profiled(tally, pack) }
  } catch (error) {
    const fault = diagnosticOf(error)
    if (fault === null) throw error
    return { file: member.name, faults: [fault] }
  }
}

function profiled(
  tally: TableTally,
  pack: Pack,
): Pick<InspectedTable, 'tally' | 'profiles' | 'splits' | 'repeats'> {
  const { headers, columns, rows, repeats, hinted } = tally
  const splits = splitsIn(headers, columns)
  const choices = new Set(splits.flatMap((split) => split.columns))
  const wholes = new Set(splits.map(({ whole }) => whole))
  const profiles = columns.map((column, index) => {
    const named = hinted.find(({ hint, columns: own }) => hint.isName && own.includes(index))
    const isId = named?.hint.fact === pack.record.id
    return profileOf(column, {
      ...{ header: headers[index] ?? '', index, rows },
      fact: named === undefined || isId ? null : named.fit.declaration,
      split: choices.has(index) ? 'choice' : wholes.has(index) ? 'whole' : null,
    })
  })
  return {
    tally,
    profiles,
    splits,
    repeats: repeats.filter(({ columns: own }) => own.every((at) => !choices.has(at))),
  }
}

function conclude(
  tables: readonly InspectedTable[],
  unreadable: readonly Unreadable[],
  pack: Pack,
): Inspection {
  const joins = findJoins(tables, pack)
  const roles = findRoles(tables, joins, pack)
  const main = roles.find(({ role }) => role === 'records' || role === 'persons' || role === 'block')
  const key = main === undefined ? null : findKey(main, joins, pack)
  const facts = findFacts(roles, key?.column ?? null, pack)
  return { pack, tables, unreadable, tool: guessTool(tables, joins), joins, roles, key, facts }
}
