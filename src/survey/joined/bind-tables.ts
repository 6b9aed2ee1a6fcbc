import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { listedNames, orList } from '../../base/wording.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import type { GapReason } from '../../lang/record.js'
import { gapOf, known, type Reading } from '../cells/reading.js'
import { withRightPreset } from '../checks/wrong-preset.js'
import { collectColumns, pathFactsOf } from '../columns/columns.js'
import type { PathFacts } from '../columns/last-part.js'
import { inputFault } from '../files/input.js'
import type { OpenTable } from '../files/open-table.js'
import { bindRecords, bindRoster } from '../mapping/bind.js'
import type {
  BoundFact,
  BoundKey,
  BoundRecords,
  BoundRoster,
  BoundTable,
  KeyPart,
} from '../mapping/bound-columns.js'
import type { Mapping, RosterMapping, TableMapping } from '../mapping/mapping.js'
import { namedMembers } from '../signs/person/named-members.js'

export interface BoundTables {
  readonly records: readonly { readonly table: OpenTable; readonly bound: BoundRecords }[]
  readonly rosters: readonly {
    readonly mapping: RosterMapping
    readonly table: OpenTable
    readonly bound: BoundRoster
  }[]
}

/** Finds the columns of all tables, also those that are found by their names. All faults that can be found are reported. */
export function bindTables(
  pack: Pack,
  mapping: Mapping,
  records: readonly OpenTable[],
  rosters: readonly { readonly mapping: RosterMapping; readonly table: OpenTable }[],
): { bound: BoundTables } | { faults: Diagnostic[] } {
  const faults: Diagnostic[] = []
  const memberFacts = pack.memberFacts ?? new Map<string, FactDeclaration>()
  const [first] = records
  const hasRoster = rosters.some(({ mapping: { role } }) => role === 'members')
  const boundRecords = records.map((table) => {
    const bound = bindRecords(mapping.records, table)
    faults.push(...bound.faults)
    const isPerson = mapping.records.oneRowPer === 'person'
    const paths = pathFactsOf(pack)
    const facts = namedFacts(mapping.records, table, columnsOf(pack), bound.facts, faults, paths)
    const members = isPerson
      ? withHead(memberFacts, namedFacts(mapping.records, table, memberFacts, bound.members, faults), bound)
      : bound.members
    const repeats = hasRoster ? bound.repeats : namedRepeats(mapping.records, table, memberFacts, bound)
    return { table, bound: { ...bound, facts, members, repeats } }
  })
  const boundRosters = rosters.map(({ mapping: roster, table }) => {
    const found = bindRoster(roster, table, first ?? table)
    const bound = { ...found, join: joinByKey(found.join, boundRecords[0]?.bound.key ?? null) }
    faults.push(...bound.faults)
    return {
      mapping: roster,
      table,
      bound: {
        ...bound,
        facts: withHead(memberFacts, namedFacts(roster, table, memberFacts, bound.facts, faults), bound),
      },
    }
  })
  const told = mapping.isPreset ? withRightPreset(faults, mapping.file, records) : faults
  return told.length > 0 ? { faults: told } : { bound: { records: boundRecords, rosters: boundRosters } }
}

/** A join on the columns of the key is a join on the key. Then households that share an id are held, and the join has no fault. */
function joinByKey(join: BoundRoster['join'], key: BoundRecords['key']): BoundRoster['join'] {
  if (join?.parent == null || key === null || key === 'row') return join
  const { child, parent } = join
  const places = key.parts.map((part) => placeIn(parent, part))
  if (places.length !== parent.parts.length || places.includes(-1)) return join
  return { child: { ...child, parts: places.flatMap((at) => child.parts[at] ?? []) }, parent: null }
}

const placeIn = ({ parts }: BoundKey, part: KeyPart): number =>
  parts.findIndex((each) => 'index' in each && 'index' in part && each.index === part.index)

const HEAD = 'head'

/** `head_if` gives the member fact `head`, if the pack has that fact and no column gives it. */
function withHead(
  declarations: ReadonlyMap<string, FactDeclaration>,
  facts: readonly BoundFact[],
  { headIf }: Pick<BoundTable, 'headIf'>,
): readonly BoundFact[] {
  const isAsked = declarations.get(HEAD)?.type === 'yes_no' && facts.every(({ fact }) => fact !== HEAD)
  if (headIf === null || !isAsked) return facts
  const { columns, test } = headIf
  const compute: BoundFact['compute'] = (cells) => {
    const truth = test(cells)
    return truth === 'open' ? gapOf(firstReason(cells)) : known(truth)
  }
  return [...facts, { fact: HEAD, columns, compute }]
}

const firstReason = (cells: readonly Reading[]): GapReason =>
  cells.map(({ fact }) => (fact.kind === 'gap' ? fact.reason : null)).find((reason) => reason !== null) ??
  'blank'

/** The facts that are mapped and, if the mapping says `by_name`, those that a table has under the pack's own names. */
function namedFacts(
  mapping: TableMapping,
  table: OpenTable,
  declarations: ReadonlyMap<string, FactDeclaration>,
  mapped: readonly BoundFact[],
  faults: Diagnostic[],
  paths: PathFacts | null = null,
): readonly BoundFact[] {
  if (!mapping.byName) return mapped
  const known = new Set(mapped.map(({ fact }) => fact))
  const columns = collectColumns(declarations, false, paths)
  for (const [index, header] of table.headers.entries()) columns.addHeader(header, index)
  const found: BoundFact[] = []
  for (const [fact, candidates] of columns.used) {
    const declaration = declarations.get(fact)
    const [column] = candidates
    if (known.has(fact) || declaration === undefined || column === undefined) continue
    if (candidates.length > 1) {
      const names = candidates.map(({ header }) => header)
      faults.push(
        doubled(table.file, say('ambiguous-column', { columns: listedNames(names, LISTED), fact }), fact),
      )
    } else found.push({ fact, columns: [{ column, declaration, options: mapping.cells }], compute: null })
  }
  for (const [header, facts] of columns.unclear) {
    if (facts.every((fact) => known.has(fact))) continue
    faults.push(
      doubled(
        table.file,
        say('ambiguous-column.facts', { column: header, facts: orList(facts) }),
        facts[0] ?? header,
      ),
    )
  }
  return [...mapped, ...found]
}

/** The members that are beside each other in one row under the names of facts, where nothing else says who they are. */
function namedRepeats(
  { byName, oneRowPer, members, cells }: Mapping['records'],
  { headers }: OpenTable,
  memberFacts: ReadonlyMap<string, FactDeclaration>,
  bound: BoundRecords,
): BoundRecords['repeats'] {
  if (!byName || oneRowPer === 'person' || members.length > 0 || bound.repeats.length > 0)
    return bound.repeats
  const named = namedMembers(headers, memberFacts)
  const numbers = new Set(named.flatMap(({ repeat }) => repeat.numbers))
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => ({
      number,
      person: null,
      facts: named.flatMap(({ fact, repeat }): BoundFact[] => {
        const index = repeat.columns[repeat.numbers.indexOf(number)]
        const declaration = memberFacts.get(fact)
        if (index === undefined || declaration === undefined) return []
        const column = { header: headers[index] ?? '', index }
        return [{ fact, columns: [{ column, declaration, options: cells }], compute: null }]
      }),
    }))
}

const LISTED = 12

const doubled = (file: string, message: string, fact: string): Diagnostic =>
  inputFault('ambiguous-column', file, message, say('ambiguous-column.help.mapping', { fact }))
