import type { Cite } from '../declare/citation.js'
import { namesInMessage, quoted } from '../fault-list.js'
import type { Criterion, Decisions, FactDeclaration, TableRow } from '../pack.js'
import type { LoadContext } from '../shape/context.js'
import type { RawPack } from '../shape/pack-schema.js'
import { type Given, outcomesOf } from './outcomes.js'
import { isWholeTable, readTable } from './table.js'

/** The key of the table if there is only one, so that no fact chooses it. */
const ONLY = 'table'

/** The tables, and the outcomes that they give. */
export interface DecisionsReading {
  readonly decisions: Decisions
  readonly given: Given
}

/** Reads the tables. A table that is incomplete, has a wrong name or can never matter is reported. */
export function readDecisions(
  context: LoadContext,
  raw: RawPack,
  facts: ReadonlyMap<string, FactDeclaration>,
  criteria: readonly Criterion[],
  cite: Cite,
): DecisionsReading {
  const by = raw.decisions.by === undefined ? null : context.places.text(['decisions', 'by'])
  const wanted = by === null ? onlyTable(context) : codesOf(context, by, facts)
  const found = context.places.names(['decisions']).filter((key) => key !== 'by')
  // If two criteria have one id, which is reported elsewhere, the first counts.
  const byId = new Map([...criteria].reverse().map((each) => [each.id, each]))
  const tables = new Map<string, readonly TableRow[]>()
  for (const key of found) {
    const rows = raw.decisions[key]
    if (wanted !== null && !wanted.includes(key)) refuseTable(context, key, by, wanted)
    else if (rows !== undefined)
      tables.set(by === null ? '' : key, readTable(context, ['decisions', key], rows, byId, cite))
  }
  const missing = (wanted ?? []).filter((key) => !found.includes(key))
  if (by !== null || found.length === 0) for (const key of missing) refuseMissing(context, key, by)
  const given = missing.length > 0 ? null : givenBy(context, raw)
  const outcomes = outcomesOf(context, raw, tables, given)
  return { decisions: { by, tables: inOrder(tables, wanted), outcomes }, given }
}

function givenBy({ refused }: LoadContext, raw: RawPack): Given {
  const { by: _, ...rest } = raw.decisions
  const tables = Object.values(rest)
  if (refused.hasAny('decisions') || !tables.every(isWholeTable)) return null
  return new Set(tables.flat().flatMap((row) => row.then ?? row.otherwise ?? []))
}

const onlyTable = ({ refused }: LoadContext): string[] | null =>
  refused.has('decisions', 'by') ? null : [ONLY]

/** The codes that need a table; `null` if `by` is not a code fact, which is reported. */
function codesOf(
  context: LoadContext,
  by: string,
  facts: ReadonlyMap<string, FactDeclaration>,
): string[] | null {
  const selector = facts.get(by)
  const fits = (fact: FactDeclaration) => fact.type === 'code' && !fact.personal
  if (selector !== undefined && fits(selector)) {
    return selector.codes.length === 0 ? null : selector.codes.map((each) => each.code)
  }
  if (selector === undefined && context.refused.has('facts', by)) return null
  const near = context.suggest(
    by,
    [...facts.values()].filter(fits).map((fact) => fact.name),
  )
  const message =
    selector === undefined ? `${quoted(by)} is not a fact of the record` : `${quoted(by)} is not a code fact`
  context.fault('bad-table', context.places.value(['decisions', 'by']), message, {
    help: near ?? 'a table is chosen by a code fact of the record that is not personal',
  })
  return null
}

function refuseTable(context: LoadContext, key: string, by: string | null, wanted: readonly string[]): void {
  const message =
    by === null
      ? `table ${quoted(key)} is chosen by nothing`
      : `${quoted(key)} is not a code of ${quoted(by)}`
  const help =
    by === null
      ? 'say `by:` and a code fact to have a table for each code, or name the only one `table`'
      : (context.suggest(key, wanted) ?? `the codes are ${namesInMessage(wanted)}`)
  context.fault('bad-table', context.places.key(['decisions', key]), message, { help })
}

function refuseMissing(context: LoadContext, key: string, by: string | null): void {
  const { places, refused } = context
  if (refused.has('decisions', key)) return
  const help = `add a list of rows under \`${key}:\``
  if (by === null) context.fault('bad-table', places.key(['decisions']), 'there is no table', { help })
  else {
    const message = `code ${quoted(key)} of ${quoted(by)} has no table`
    context.fault('bad-table', places.value(['decisions', 'by']), message, { help })
  }
}

/** The tables in the order of the codes; results follow it. */
function inOrder(
  tables: ReadonlyMap<string, readonly TableRow[]>,
  codes: readonly string[] | null,
): ReadonlyMap<string, readonly TableRow[]> {
  const ordered = (codes ?? []).flatMap((code): [string, readonly TableRow[]][] => {
    const rows = tables.get(code)
    return rows === undefined ? [] : [[code, rows]]
  })
  return ordered.length > 0 ? new Map(ordered) : tables
}
