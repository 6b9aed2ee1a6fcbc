import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { Tree } from '../../base/tree/tree.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import { MEMBERS, pathFactsOf } from '../../survey/columns/columns.js'
import type { DataFile } from '../../survey/files/data-file.js'
import { type Content, type SourceRow, scalarText } from '../../survey/files/row.js'
import { memberPath } from '../../survey/records/assume.js'
import { type Repeat, repeatsIn } from '../../survey/signs/person/wide-members.js'
import { standsBetween } from '../../survey/signs/record/between-rows.js'
import { unitsBeside } from '../../survey/signs/record/units-beside.js'
import { type ColumnTally, type TallyBuilder, tallyColumn } from '../columns/column-tally.js'
import { type FactFit, type FitBuilder, fitFact } from '../columns/fact-fit.js'
import { type Hint, hintsOf } from '../columns/hints.js'
import { sizeColumns } from './size-columns.js'

/** The most columns of a table that are looked at. */
const COLUMNS = 3000

/** How the cells of some columns read as a fact that their header may mean. */
export interface Hinted {
  readonly hint: Hint
  readonly of: 'record' | 'member'
  /** A single column, or those of a repeat. */
  readonly columns: readonly number[]
  readonly repeat: Repeat | null
  readonly fit: FactFit
}

/** What one pass over a table learns. */
export interface TableTally {
  readonly headers: readonly string[]
  /** The line of the header; `null` where records bring keys. */
  readonly headerLine: number | null
  readonly columns: readonly ColumnTally[]
  readonly repeats: readonly Repeat[]
  readonly hinted: readonly Hinted[]
  /** Columns that may hold the number of members of a record. Their cells are kept beside the values of other columns. */
  readonly sizes: readonly number[]
  readonly rows: number
  readonly blankRows: number
  readonly skippedRows: number
  /** Rows that are a title or the header again, or say who filled the table in. */
  readonly betweenRows: number
  readonly broken: { readonly count: number; readonly first: string }
  /** The number of columns after those that are looked at. */
  readonly moreColumns: number
  /** What stopped the reading before the end. */
  readonly fault: Diagnostic | null
}

interface Looking {
  readonly file: DataFile
  readonly headers: string[]
  /** The positions of keys, for records without a header. */
  readonly positions: Map<string, number>
  readonly builders: TallyBuilder[]
  repeats: readonly Repeat[]
  asked: {
    hint: Hint
    of: Hinted['of']
    columns: readonly number[]
    repeat: Repeat | null
    fit: FitBuilder
  }[]
  sizes: readonly number[]
  headerLine: number | null
  rows: number
  blankRows: number
  skippedRows: number
  betweenRows: number
  broken: { count: number; first: string }
  moreColumns: number
  fault: Diagnostic | null
}

/** Reads a table or list of records once. Memory grows with its columns, not with its rows. */
export async function tallyTable(
  file: DataFile,
  pack: Pack,
  onBytes: (bytes: number, rows: number) => void,
): Promise<TableTally> {
  const looking: Looking = {
    file,
    headers: [],
    positions: new Map(),
    builders: [],
    repeats: [],
    asked: [],
    sizes: [],
    rows: 0,
    blankRows: 0,
    skippedRows: 0,
    betweenRows: 0,
    moreColumns: 0,
    broken: { count: 0, first: '' },
    headerLine: null,
    fault: null,
  }
  for await (const batch of file.rows((bytes) => onBytes(bytes, looking.rows)))
    for (const row of batch) take(looking, row, pack)
  const { asked, builders, positions: _, file: __, ...rest } = looking
  const hasTicks = asked.some(({ fit }) => fit.hasTicks())
  return {
    ...rest,
    columns: builders.map((each) => each.tally()),
    hinted: asked.map(({ fit, ...each }) => ({ ...each, fit: fit.fit(hasTicks) })),
  }
}

function take(looking: Looking, row: SourceRow, pack: Pack): void {
  switch (row.kind) {
    case 'header':
      looking.headerLine = row.line
      openColumns(looking, row.headers, pack)
      return
    case 'record':
      if (row.content.kind === 'cells' && standsBetween(row.content.cells, looking.headers)) {
        looking.betweenRows += 1
        return
      }
      looking.rows += 1
      if (row.content.kind === 'cells') takeCells(looking, row.content.cells)
      else takeValues(looking, row.content, pack)
      return
    case 'blank':
      looking.blankRows += 1
      return
    case 'skipped':
      looking.skippedRows += 1
      return
    case 'broken':
      if (looking.broken.count === 0) looking.broken.first = row.message
      looking.broken.count += 1
      return
    case 'fault':
      looking.fault = row.fault
  }
}

function openColumns(looking: Looking, headers: readonly string[], pack: Pack): void {
  looking.headers.push(...headers.slice(0, COLUMNS))
  looking.moreColumns = Math.max(0, headers.length - COLUMNS)
  for (const _ of looking.headers) looking.builders.push(tallyColumn())
  looking.repeats = repeatsIn(looking.headers, pack.memberFacts)
  looking.sizes = sizeColumns(looking.headers, pack)
  ask(looking, columnsOf(pack), 'record', pack)
  ask(looking, pack.memberFacts ?? new Map(), 'member', pack)
}

/** Notes which facts the headers may mean. The pattern of a repeat stands for all its columns. */
function ask(
  looking: Looking,
  declarations: ReadonlyMap<string, FactDeclaration>,
  of: Hinted['of'],
  pack: Pack,
): void {
  const { headers, repeats, asked } = looking
  const { beside } = looking.file
  const inRepeat = new Set(repeats.flatMap(({ columns }) => columns))
  const add = (hints: readonly Hint[], columns: readonly number[], repeat: Repeat | null) => {
    for (const hint of hints) {
      const declaration = declarations.get(hint.fact)
      if (declaration !== undefined) asked.push({ hint, of, columns, repeat, fit: fitFact(declaration) })
    }
  }
  const single = headers.map((header, at) => (of === 'member' && inRepeat.has(at) ? '' : header))
  for (const [at, hints] of hintsOf(
    single,
    declarations,
    of === 'record' ? pack.record.date : null,
    of === 'record' ? pathFactsOf(pack) : null,
    beside === undefined ? () => [] : (column) => unitsBeside(beside, column).words,
  ).entries())
    add(hints, [at], null)
  if (of === 'record') {
    for (const at of looking.sizes) add(sizeHints(looking, at, pack), [at], null)
    return
  }
  const patterns = repeats.map(({ stem }) => stem)
  for (const [at, hints] of hintsOf(patterns, declarations).entries()) {
    const repeat = repeats[at]
    if (repeat !== undefined) add(hints, repeat.columns, repeat)
  }
}

/** Hints for a column that may hold the number of members, if its header does not already mean that fact. */
function sizeHints({ asked }: Looking, column: number, { record }: Pack): Hint[] {
  const fact = record.size
  if (fact === null || asked.some(({ hint, columns }) => hint.fact === fact && columns[0] === column))
    return []
  const why = say('hint.size')
  return [{ fact, isName: false, other: null, rank: 2, why }]
}

function takeCells({ builders, asked, sizes }: Looking, cells: readonly string[]): void {
  const beside = sizes.map((at) => cells[at] ?? '')
  for (let at = 0; at < builders.length; at++) builders[at]?.add(cells[at] ?? '', beside)
  for (const { columns, fit } of asked) for (const at of columns) fit.add(cells[at] ?? '')
}

/** Takes the values of a record without a header: a column for each key, `members.age` for keys of its members. */
function takeValues(looking: Looking, content: Extract<Content, { kind: 'tree' }>, pack: Pack): void {
  const seen = new Set<number>()
  const note = (key: string, tree: Tree) => {
    const text = scalarText(tree)
    const at = positionOf(looking, key, pack)
    if (text === null || at === null) return
    seen.add(at)
    looking.builders[at]?.add(text, [])
    for (const { columns, fit } of looking.asked) if (columns[0] === at) fit.add(text)
  }
  for (const [key, tree] of content.values) {
    if (key !== MEMBERS || tree.kind !== 'sequence') note(key, tree)
    else
      for (const item of tree.items)
        for (const entry of item.kind === 'mapping' ? item.entries : [])
          note(memberPath(entry.key.text), entry.value)
  }
  for (const [at, builder] of looking.builders.entries()) if (!seen.has(at)) builder.add('', [])
}

/** The position of a key. A key that comes for the first time is a new column. */
function positionOf(looking: Looking, key: string, pack: Pack): number | null {
  const known = looking.positions.get(key)
  if (known !== undefined) return known
  if (looking.headers.length >= COLUMNS) {
    looking.moreColumns += 1
    return null
  }
  const at = looking.headers.push(key) - 1
  looking.positions.set(key, at)
  const builder = tallyColumn()
  for (let row = 1; row < looking.rows; row++) builder.add('', [])
  looking.builders.push(builder)
  const isMember = key.startsWith(memberPath(''))
  const name = isMember ? key.slice(memberPath('').length) : key
  const declarations = isMember ? (pack.memberFacts ?? new Map<string, FactDeclaration>()) : columnsOf(pack)
  for (const hint of hintsOf([name], declarations)[0] ?? []) {
    const declaration = declarations.get(hint.fact)
    const of = isMember ? 'member' : 'record'
    if (declaration !== undefined)
      looking.asked.push({ hint, of, columns: [at], repeat: null, fit: fitFact(declaration) })
  }
  return at
}
