import { didYouMean } from '../base/suggest.js'
import type { LoadContext } from './context.js'
import type { Cite } from './declare.js'
import type { Criterion, Decisions, FactDeclaration, RowCondition, TableRow } from './pack.js'
import type { RawPack, RawRow } from './schema.js'

const WHEN = /^(any unmet|all met) of\s*\[([^\]]*)\]$/

/** The outcome that no table may name. */
const RESERVED_OUTCOME = 'verify'

/** Reads the tables; what is incomplete, named wrongly or can never matter is reported. */
export function readDecisions(
  context: LoadContext,
  raw: RawPack,
  facts: ReadonlyMap<string, FactDeclaration>,
  criteria: readonly Pick<Criterion, 'id' | 'advisory'>[],
  cite: Cite,
): Decisions {
  const { by, ...rest } = raw.decisions
  const selector = selectorOf(context, by, facts)
  const wanted =
    by === undefined ? ['table'] : (selector?.codes.map((each) => each.code) ?? Object.keys(rest))
  for (const key of Object.keys(rest)) {
    if (wanted.includes(key)) continue
    const help =
      by === undefined
        ? 'say `by:` and a code fact to have a table for each code, or name the only one `table`'
        : didYouMean(key, wanted)
    context.fault(
      'bad-table',
      context.places.key(['decisions', key]),
      `\`${key}\` is no code of \`${String(by)}\``,
      { help },
    )
  }
  const tables = new Map<string, TableRow[]>()
  for (const key of wanted) {
    const rows = rest[key]
    const path = ['decisions', key]
    if (rows === undefined || typeof rows === 'string') {
      context.fault(
        'bad-table',
        context.places.key(rows === undefined ? ['decisions'] : path),
        `\`${key}\` has no table`,
        { help: `add a list of rows under \`${key}\`` },
      )
      continue
    }
    tables.set(by === undefined ? '' : key, readTable(context, path, rows, criteria, cite))
  }
  return { by: typeof by === 'string' ? by : null, tables, outcomes: outcomesOf(context, raw, tables) }
}

function selectorOf(
  context: LoadContext,
  by: unknown,
  facts: ReadonlyMap<string, FactDeclaration>,
): FactDeclaration | undefined {
  if (by === undefined) return undefined
  const at = context.places.value(['decisions', 'by'])
  const selector = typeof by === 'string' ? facts.get(by) : undefined
  if (selector === undefined) {
    const codes = [...facts.values()].filter((fact) => fact.type === 'code').map((fact) => fact.name)
    context.fault('bad-table', at, `\`${String(by)}\` is no fact of the record`, {
      help: didYouMean(String(by), codes),
    })
  } else if (selector.type !== 'code' || selector.personal) {
    context.fault('bad-table', at, `\`${selector.name}\` is no code`, {
      help: 'tables are chosen by a code fact',
    })
  }
  return selector
}

function readTable(
  context: LoadContext,
  path: (string | number)[],
  rows: readonly RawRow[],
  criteria: readonly Pick<Criterion, 'id' | 'advisory'>[],
  cite: Cite,
): TableRow[] {
  const table: TableRow[] = []
  for (const [index, row] of rows.entries()) {
    const at = [...path, index]
    const read = readRow(context, at, row, index === rows.length - 1, criteria)
    if (read === null) continue
    const citation = row.source === undefined ? null : cite(at, row)
    table.push({ ...read, citation })
  }
  const outcomes = new Set(table.map((row) => row.then))
  if (table.length === rows.length && outcomes.size === 1) {
    context.fault(
      'constant',
      context.places.key(path),
      `every row of this table gives \`${[...outcomes][0]}\``,
      { why: 'a table that always says the same reads no fact' },
    )
  }
  return table
}

function readRow(
  context: LoadContext,
  at: (string | number)[],
  row: RawRow,
  isLast: boolean,
  criteria: readonly Pick<Criterion, 'id' | 'advisory'>[],
): { when: RowCondition; then: string } | null {
  const here = context.places.key(at)
  const bad = (message: string, help?: string, key?: string) => {
    context.fault('bad-table', key === undefined ? here : context.places.value([...at, key]), message, {
      help,
    })
    return null
  }
  const outcome = row.otherwise ?? row.then
  if (outcome === RESERVED_OUTCOME)
    return bad(
      `\`${RESERVED_OUTCOME}\` is no outcome of a pack's own`,
      'it is given wherever the evidence does not suffice',
      row.then === undefined ? 'otherwise' : 'then',
    )
  if (row.otherwise !== undefined) {
    if (row.when !== undefined || row.then !== undefined)
      return bad('a row has either `when` and `then`, or `otherwise`')
    if (!isLast) return bad('`otherwise` must be the last row', 'the rows below it can never be reached')
    return { when: { kind: 'otherwise' }, then: row.otherwise }
  }
  if (row.when === undefined || row.then === undefined)
    return bad('a row needs `when` and `then`, or `otherwise`')
  if (isLast) bad('the table does not end in `otherwise`', 'add a last row `{ otherwise: OUTCOME }`')
  const match = WHEN.exec(row.when.trim())
  if (match === null) return bad('a row says `any unmet of [...]` or `all met of [...]`', undefined, 'when')
  const names = (match[2] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  checkNames(context, [...at, 'when'], names, criteria)
  return {
    when: { kind: match[1] === 'any unmet' ? 'any-unmet' : 'all-met', criteria: names },
    then: row.then,
  }
}

function checkNames(
  context: LoadContext,
  path: (string | number)[],
  names: readonly string[],
  criteria: readonly Pick<Criterion, 'id' | 'advisory'>[],
): void {
  const at = context.places.value(path)
  const fault = (message: string, help?: string) => context.fault('bad-table', at, message, { help })
  if (names.length === 0) fault('the list of criteria is empty')
  for (const [index, name] of names.entries()) {
    const criterion = criteria.find((each) => each.id === name)
    if (criterion === undefined)
      fault(
        `\`${name}\` is no criterion`,
        didYouMean(
          name,
          criteria.map((each) => each.id),
        ),
      )
    else if (criterion.advisory)
      fault(`\`${name}\` is advisory`, 'an advisory criterion is reported and never decides')
    else if (names.indexOf(name) < index) fault(`\`${name}\` stands twice in this list`)
  }
}

function outcomesOf(
  context: LoadContext,
  raw: RawPack,
  tables: ReadonlyMap<string, readonly TableRow[]>,
): Map<string, string> {
  const named = new Set([...tables.values()].flatMap((rows) => rows.map((row) => row.then)))
  const declared = raw.outcomes ?? {}
  const outcomes = new Map(Object.entries(declared))
  for (const outcome of outcomes.keys()) {
    if (!named.has(outcome))
      context.fault('bad-table', context.places.key(['outcomes', outcome]), `no table gives \`${outcome}\``, {
        help: didYouMean(outcome, named),
      })
  }
  for (const outcome of named) {
    if (raw.outcomes !== undefined && !outcomes.has(outcome)) {
      context.fault(
        'bad-table',
        context.places.key(['outcomes']),
        `\`${outcome}\` has no title under \`outcomes\``,
        { help: didYouMean(outcome, Object.keys(declared)) },
      )
    }
    if (!outcomes.has(outcome)) outcomes.set(outcome, outcome.replaceAll('_', ' '))
  }
  return outcomes
}
