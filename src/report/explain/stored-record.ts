import { type Decimal, isDecimal, readDecimal } from '../../base/decimal.js'
import { entryOf, isNull, type Tree, type TreeEntry, type TreeMapping } from '../../base/tree/tree.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import {
  type CaseRecord,
  type Fact,
  factOfRange,
  type GapReason,
  isGapReason,
  type Known,
  type Member,
  type Roster,
  rosterOfRows,
} from '../../lang/record.js'
import { PERSONAL } from '../text/value-json.js'

/** A record as it was stored, ready to be judged again. */
export interface StoredRecord {
  readonly record: CaseRecord
  /** The day that `--as-of` asked for; `null` where the record or the pack gave it. */
  readonly asOf: string | null
  /** Stored facts that the pack does not declare. */
  readonly undeclared: readonly string[]
}

/** Rebuilds a record from its JSON, or says which member does not read. No number passes through a JavaScript number. */
export function readStored(pack: Pack, stored: TreeMapping): StoredRecord | { readonly unreadable: string } {
  const id = textOf(stored, pack.record.id)
  const facts = entryOf(stored, 'facts')?.value
  if (id === null) return { unreadable: pack.record.id }
  if (facts?.kind !== 'mapping') return { unreadable: 'facts' }
  const assumed = new Set(textsOf(stored, 'assumed').map((text) => text.split('=')[0] ?? ''))
  const declared = columnsOf(pack)
  const unreadable: string[] = []
  const read = readFacts(
    facts,
    declared,
    (name) => assumed.has(name),
    (name) => unreadable.push(`facts.${name}`),
  )
  const members = pack.memberFacts === null ? null : readRoster(stored, pack.memberFacts, assumed, unreadable)
  if (unreadable[0] !== undefined) return { unreadable: unreadable[0] }
  const record: CaseRecord = {
    id,
    file: textOf(stored, 'file') ?? '',
    line: Number(textOf(stored, 'line') ?? 0),
    facts: read,
    members,
    headers: new Map(),
  }
  const isAsked = textOf(stored, 'as_of_from') === 'option'
  const isKnown = ({ key }: TreeEntry) =>
    declared.has(key.text) || (key.text === 'members' && members !== null)
  const undeclared = facts.entries.filter((entry) => !isKnown(entry)).map(({ key }) => key.text)
  return { record, asOf: isAsked ? textOf(stored, 'as_of') : null, undeclared }
}

function readFacts(
  stored: TreeMapping,
  declared: ReadonlyMap<string, FactDeclaration>,
  isAssumed: (name: string) => boolean,
  fail: (name: string) => void,
): Map<string, Fact> {
  const facts = new Map<string, Fact>()
  for (const [name, declaration] of declared) {
    const tree = entryOf(stored, name)?.value
    const fact = tree === undefined ? absent : readFact(tree, declaration)
    if (fact === null) fail(name)
    else facts.set(name, fact.kind === 'known' && isAssumed(name) ? { ...fact, assumed: true } : fact)
  }
  return facts
}

const absent: Fact = { kind: 'gap', reason: 'absent' }

function readFact(tree: Tree, declaration: FactDeclaration): Fact | null {
  const reason = gapOf(tree)
  if (reason !== null) return { kind: 'gap', reason }
  if (tree.kind === 'mapping') return readRange(tree, declaration)
  if (tree.kind !== 'scalar') return null
  if (declaration.personal && tree.text === PERSONAL) return HIDDEN
  const value = readKnown(tree.text, tree.plain, declaration)
  return value === null ? null : { kind: 'known', value }
}

/** A range as results write it: `{"min": 55, "max": null}`. */
function readRange(tree: TreeMapping, declaration: FactDeclaration): Fact | null {
  const lo = readEnd(tree, 'min', declaration)
  const hi = readEnd(tree, 'max', declaration)
  const isOpen = lo === null && hi === null
  return lo === undefined || hi === undefined || isOpen ? null : factOfRange({ lo, hi })
}

/** An end of a range; `null` is no bound, `undefined` does not read. */
function readEnd(tree: TreeMapping, end: string, declaration: FactDeclaration): Decimal | null | undefined {
  const value = entryOf(tree, end)?.value
  if (value === undefined || isNull(value)) return value && null
  const known = value.kind === 'scalar' ? readKnown(value.text, value.plain, declaration) : null
  return isDecimal(known) ? known : undefined
}

/** A personal value was stored as `…`; no rule reads it. */
const HIDDEN: Fact = { kind: 'gap', reason: 'blank' }

function readKnown(text: string, plain: boolean, { type, codes }: FactDeclaration): Known | null {
  switch (type) {
    case 'money':
    case 'number':
    case 'count': {
      const reading = readDecimal(text)
      return plain && 'value' in reading ? reading.value : null
    }
    case 'yes_no':
      return plain && (text === 'true' || text === 'false') ? text === 'true' : null
    case 'code':
      return !plain && codes.some(({ code }) => code === text) ? text : null
    case 'date':
    case 'text':
      return plain ? null : text
  }
}

function gapOf(tree: Tree): GapReason | null {
  if (tree.kind !== 'mapping') return null
  const reason = textOf(tree, 'gap')
  return reason !== null && isGapReason(reason) ? reason : null
}

function readRoster(
  stored: TreeMapping,
  declared: ReadonlyMap<string, FactDeclaration>,
  assumed: ReadonlySet<string>,
  unreadable: string[],
): Roster | null {
  const tree = treeAt(stored, ['facts', 'members'])
  if (tree === undefined) return { kind: 'gap', reason: 'absent' }
  const reason = gapOf(tree)
  if (reason !== null) return { kind: 'gap', reason }
  const rowsIn = (path: readonly [string, string]): Member[] => {
    const found = treeAt(stored, path)
    const items = found?.kind === 'sequence' ? found.items : found === undefined ? [] : [found]
    return items.flatMap((item, index) => {
      const fail = (name: string) => unreadable.push(`${path.join('.')}[${index + 1}].${name}`)
      if (item.kind === 'mapping')
        return [
          { facts: readFacts(item, declared, (name) => assumed.has(`members.${name}`), fail), line: null },
        ]
      unreadable.push(path.join('.'))
      return []
    })
  }
  return rosterOfRows(rowsIn(['facts', 'members']), rowsIn(['maybe_members', 'rows']))
}

function treeAt(stored: TreeMapping, [outer, inner]: readonly [string, string]): Tree | undefined {
  const tree = entryOf(stored, outer)?.value
  return tree?.kind === 'mapping' ? entryOf(tree, inner)?.value : undefined
}

/** The text of a member; `null` where it is not a single value. */
export function textOf(mapping: TreeMapping, key: string): string | null {
  const tree = entryOf(mapping, key)?.value
  return tree?.kind === 'scalar' && !isNull(tree) ? tree.text : null
}

function textsOf(mapping: TreeMapping, key: string): string[] {
  const tree = entryOf(mapping, key)?.value
  return tree?.kind === 'sequence'
    ? tree.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []))
    : []
}
