import { advise } from '../../../base/advice.js'
import type { Diagnostic } from '../../../base/diagnostic.js'
import { say } from '../../../base/say/say.js'
import {
  entryOf,
  isEmpty,
  isNull,
  type Tree,
  type TreeEntry,
  type TreeMapping,
} from '../../../base/tree/tree.js'
import { inBackticks } from '../../../base/wording.js'

/** An answer of a server: the list that it holds, and what it says of the rest. */
export interface Envelope {
  readonly key: string
  readonly items: readonly Tree[]
  /** How many the whole list has, if the answer says so. */
  readonly count: number | null
  /** Whether it names another page. */
  readonly goesOn: boolean
}

/** What servers say of an answer and of its pages. */
const STATUS =
  /^(?:code|msg|message|success|status|ok|errcode|errmsg|timestamp|time|total|count|totalCount|pages?|pageNum|pageNo|pageSize|size|current|page_size|total_count)$/i

/** What is true where a list goes on elsewhere. */
const MORE = /^(?:has_?(?:more|next)|truncated|partial|incomplete)$/i

/** What answers say of their pages. */
const PAGES =
  /^(?:has_?more|has_?next|truncated|count|next|previous|page|page_size|pages|total|total_count|total_pages|links?|meta)$/

/** Keys of a list, with the keys that are beside it in an answer; one of these at least must be there. */
const FORMS: ReadonlyArray<readonly [list: string, beside: RegExp]> = [
  ['results', PAGES],
  ['value', /^@?odata\.|^@/],
  ['objects', /^meta$/],
  ...['list', 'records', 'rows', 'data'].map((list) => [list, STATUS] as const),
]

/**
 * The list in an answer of KoboToolbox, of OData, of CommCare, or of a server that wraps it in `data`, as in `{ code, data: { total, list } }`
 * or `{ data: { households } }`; `null` where a mapping is none.
 */
export function envelopeOf(document: TreeMapping): Envelope | null {
  const data = entryOf(document, 'data')?.value
  const isWrapped = document.entries.every(({ key: { text } }) => text === 'data' || STATUS.test(text))
  if (data?.kind !== 'mapping' || !isWrapped) return listIn(document)
  const inside = listIn(data) ?? onlyListIn(data)
  return inside === null ? listIn(document) : { ...inside, key: `data.${inside.key}` }
}

/** The list of records under any key, where all else says something of pages. */
function onlyListIn(data: TreeMapping): Envelope | null {
  const others = data.entries.filter(({ key: { text } }) => !STATUS.test(text) && !PAGES.test(text))
  const [only] = others
  if (only === undefined || others.length > 1 || only.value.kind !== 'sequence') return null
  const { items } = only.value
  if (items.length === 0 || !items.every(({ kind }) => kind === 'mapping')) return null
  return {
    key: only.key.text,
    items,
    ...pageSaid(data.entries),
  }
}

/** Says which lists of records beside the one that is read are not; `null` where there is none. */
export function otherLists(file: string, document: TreeMapping, key: string): Diagnostic | null {
  const others = document.entries.filter(
    ({ key: { text }, value }) =>
      text !== key &&
      value.kind === 'sequence' &&
      value.items.length > 0 &&
      value.items.every(({ kind }) => kind === 'mapping'),
  )
  if (others.length === 0) return null
  return {
    code: 'api-list',
    severity: 'warning',
    message: say('api-list.others', { key, others: inBackticks(others.map((each) => each.key.text)) }),
    help: say('api-list.others.help'),
    at: { file, line: null, field: null },
  }
}

/** What a mapping says beside its list under the name of the pack; `null` where that is all of it. */
export function besideList(document: TreeMapping, key: string): Envelope | null {
  const list = entryOf(document, key)?.value
  if (list?.kind !== 'sequence' || document.entries.length < 2) return null
  return { key, items: list.items, ...pageSaid(document.entries) }
}

function listIn(document: TreeMapping): Envelope | null {
  for (const [key, beside] of FORMS) {
    const list = entryOf(document, key)?.value
    const others = document.entries.filter((entry) => entry.key.text !== key)
    if (list?.kind !== 'sequence' || others.length === 0) continue
    if (!others.every((entry) => beside.test(entry.key.text))) continue
    if (!list.items.every(({ kind }) => kind === 'mapping')) continue
    return { key, items: list.items, ...pageSaid(others) }
  }
  return null
}

function pageSaid(beside: readonly TreeEntry[]): Pick<Envelope, 'count' | 'goesOn'> {
  const said = [...beside, ...insideOf(beside, 'meta')]
  const counts = said.flatMap(({ key, value }) =>
    /^(?:count|total|total_?count|@odata\.count|odata\.count)$/i.test(key.text)
      ? (numberOf(value) ?? [])
      : [],
  )
  const next = valueUnder(said, /^(?:next|@odata\.nextLink|odata\.nextLink)$/)
  const saysMore = said.some(
    ({ key, value }) =>
      value.kind === 'scalar' &&
      ((MORE.test(key.text) && /^(?:true|1)$/i.test(value.text)) ||
        (key.text === 'status' && /^(?:partial|incomplete)$/i.test(value.text))),
  )
  return {
    count: counts.length === 0 ? null : Math.max(...counts),
    goesOn: saysMore || (next !== undefined && !isEmpty(next)),
  }
}

const insideOf = (entries: readonly TreeEntry[], key: string): readonly TreeEntry[] =>
  entries.flatMap((entry) =>
    entry.key.text === key && entry.value.kind === 'mapping' ? entry.value.entries : [],
  )

const valueUnder = (entries: readonly TreeEntry[], key: RegExp): Tree | undefined =>
  entries.find((entry) => key.test(entry.key.text))?.value

const numberOf = (tree: Tree | undefined): number | null =>
  tree?.kind === 'scalar' && /^\d{1,12}$/.test(tree.text) ? Number(tree.text) : null

/** The fault of an answer that holds only a part; `null` where nothing says that there is more. */
export function partFault(file: string, plural: string, envelope: Envelope): Diagnostic | null {
  const { key, items, count, goesOn } = envelope
  const isLess = count !== null && count > items.length
  if (!isLess && !goesOn) return null
  const what = plural === '' ? 'records' : plural
  const message = isLess
    ? say('partial-list.count', { count: grouped(items.length), all: grouped(count), what })
    : say('partial-list', { key })
  return {
    code: 'partial-list',
    severity: 'error',
    message,
    why: say('partial-list.why'),
    ...advise({ flag: '--partial' }, (quoted) => say('partial-list.help', { flag: quoted })),
    at: { file, line: null, field: null },
  }
}

/** As reports write it: `1,206`. */
const grouped = (count: number): string => String(count).replace(/\d(?=(?:\d{3}){1,4}$)/g, '$&,')

/** Keys by which servers tell one submission from another, the surest first. */
const SYSTEM_IDS = ['_uuid', '__id', 'meta/instanceID', 'instanceID', 'uuid', '_id', 'id', 'KEY']

/** The system key that every record of a list has, where none has a key with one of these names; `null` where there is none. */
export function systemId(
  records: readonly ReadonlyMap<string, Tree>[],
  names: readonly string[],
): string | null {
  const wanted = new Set(names.map(folded))
  if (records.some((record) => [...record.keys()].some((key) => wanted.has(lastPart(folded(key))))))
    return null
  const isSaid = (tree: Tree | undefined) =>
    tree?.kind === 'scalar' && !isNull(tree) && tree.text.trim() !== ''
  return SYSTEM_IDS.find((key) => records.every((record) => isSaid(record.get(key)))) ?? null
}

const folded = (name: string) => name.normalize('NFKC').trim().toLowerCase()
const lastPart = (name: string) => name.slice(name.lastIndexOf('/') + 1)

/** `{min, max}` is one value. */
const isRange = ({ entries }: TreeMapping) =>
  entries.length > 0 &&
  entries.every(({ key, value }) => /^m(?:in|ax)$/.test(key.text) && value.kind === 'scalar')

/** The values of a record by key, those of its groups by path: `hh/size`. */
export function flattened(record: TreeMapping, before = ''): Map<string, Tree> {
  return new Map(
    record.entries.flatMap(({ key, value }): [string, Tree][] =>
      value.kind === 'mapping' && !isRange(value)
        ? [...flattened(value, `${before}${key.text}/`)]
        : [[`${before}${key.text}`, value]],
    ),
  )
}

/** Says which list was read. */
export const listRead = (file: string, { key, items }: Envelope, id: string | null): Diagnostic => ({
  code: 'api-list',
  severity: 'note',
  message:
    id === null
      ? say('api-list', { key, records: grouped(items.length) })
      : say('api-list.id', { key, records: grouped(items.length), id }),
  at: { file, line: null, field: null },
})
