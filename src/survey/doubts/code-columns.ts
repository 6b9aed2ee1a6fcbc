import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import { unwrapText } from '../cells/text.js'

/** The spellings by which a column could be that of a code which a pack assumes. */
export interface CodeWords {
  /** Paths of facts: `registration_status`, `members.kind`; behind them names of other words. */
  readonly facts: readonly string[]
  /** In small letters, each with the facts that have it. */
  readonly words: ReadonlyMap<string, readonly CodeWord[]>
  /** The most characters of a word. */
  readonly longest: number
}

interface CodeWord {
  /** The place of the fact in `facts`. */
  readonly fact: number
  /** Whether no other fact of the pack has it, and it says something. */
  readonly isOwn: boolean
}

/** What was counted of the cells of one unused column. Counts of rows, chunks, threads and files are added. */
export interface CodeCount {
  /** Cells that are not blank. */
  readonly filled: number
  /** By the place of a fact: cells that are its codes, and those that are codes of no other. */
  readonly codes: readonly number[]
  readonly own: readonly number[]
}

/** Words that any column may hold. */
const COMMON: ReadonlySet<string> = new Set(
  '无,没有,其他,其它,否,是,有,none,other,others,no,yes,n/a,na,true,false'.split(','),
)

const NUMBER = /^\p{N}*$/u

/**
 * The words of all codes that a pack assumes.
 * @param others words that are counted under a name of their own, and are codes of no fact
 */
export function codeWordsOf(pack: Pack, others: ReadonlyMap<string, readonly string[]>): CodeWords {
  const all: readonly (readonly [string, FactDeclaration])[] = [
    ...columnsOf(pack),
    ...[...(pack.memberFacts ?? [])].map(([name, fact]) => [`members.${name}`, fact] as const),
  ]
  const coded = all.filter(([, { codes }]) => codes.length > 0)
  const facts = coded.filter(([, { assume, personal }]) => assume !== null && !personal)
  const holders = new Map<string, string[]>()
  for (const [path, fact] of coded)
    for (const word of spellingsOf(fact)) holders.set(word, [...(holders.get(word) ?? []), path])
  const words = new Map<string, CodeWord[]>()
  for (const [at, [, fact]] of facts.entries())
    for (const word of spellingsOf(fact)) {
      const isOwn = holders.get(word)?.length === 1 && !COMMON.has(word) && !NUMBER.test(word)
      words.set(word, [...(words.get(word) ?? []), { fact: at, isOwn }])
    }
  for (const [at, [, list]] of [...others].entries())
    for (const word of list)
      words.set(folded(word), [...(words.get(folded(word)) ?? []), { fact: facts.length + at, isOwn: false }])
  const longest = Math.max(0, ...[...words.keys()].map((word) => word.length))
  return { facts: [...facts.map(([path]) => path), ...others.keys()], words, longest }
}

const spellingsOf = ({ codes }: FactDeclaration): ReadonlySet<string> =>
  new Set(codes.flatMap(({ code, title, aliases }) => [code, title, ...aliases].map(folded)))

const folded = (text: string): string => unwrapText(text).toLowerCase()

/** Counts cells of unused columns. Memory grows with columns, not with rows. */
export interface CountedCodes {
  /** Notes a cell of a column, by the name that all tables give it; -1 times takes it back. */
  note(column: string, text: string, times?: number): void
  add(counts: ReadonlyMap<string, CodeCount>): void
  counts(): ReadonlyMap<string, CodeCount>
  clear(): void
}

interface OpenCount extends CodeCount {
  filled: number
  readonly codes: number[]
  readonly own: number[]
}

/** Texts that are remembered with what they say. */
const REMEMBERED = 1000

export function countCodes(words: CodeWords): CountedCodes {
  const columns = new Map<string, OpenCount>()
  const memory = new Map<string, readonly CodeWord[] | 'blank'>()
  const columnOf = (name: string) => {
    const before = columns.get(name)
    if (before !== undefined) return before
    const column = { filled: 0, codes: words.facts.map(() => 0), own: words.facts.map(() => 0) }
    columns.set(name, column)
    return column
  }
  function said(text: string): readonly CodeWord[] | 'blank' {
    const before = memory.get(text)
    if (before !== undefined) return before
    const says = saidBy(text, words)
    if (text.length <= words.longest && memory.size < REMEMBERED) memory.set(text, says)
    return says
  }
  function note(name: string, text: string, times: number): void {
    const says = said(text)
    if (says === 'blank') return
    const column = columnOf(name)
    column.filled += times
    for (const { fact, isOwn } of says) {
      column.codes[fact] = (column.codes[fact] ?? 0) + times
      if (isOwn) column.own[fact] = (column.own[fact] ?? 0) + times
    }
  }
  return {
    note: (name, text, times = 1) => note(name, text, times),
    add(counts) {
      for (const [name, count] of counts) addCount(columnOf(name), count)
    },
    counts: () => new Map(columns),
    clear: () => columns.clear(),
  }
}

const NOTHING: readonly CodeWord[] = []

function saidBy(text: string, { words, longest }: CodeWords): readonly CodeWord[] | 'blank' {
  // No cell of a code is much longer, however it is wrapped.
  if (text.length > 4 * longest + 8 && text.trim().length > 4 * longest + 8) return NOTHING
  const word = folded(text)
  return word === '' ? 'blank' : (words.get(word) ?? NOTHING)
}

function addCount(column: OpenCount, { filled, codes, own }: CodeCount): void {
  column.filled += filled
  for (const [at, count] of codes.entries()) column.codes[at] = (column.codes[at] ?? 0) + count
  for (const [at, count] of own.entries()) column.own[at] = (column.own[at] ?? 0) + count
}

/** The percent of filled cells that must be codes of a fact. */
const LEAST = 90

/** The facts of whose codes each column is made, by the paths of facts. */
export function madeOfCodes(
  words: CodeWords,
  counts: ReadonlyMap<string, CodeCount>,
): ReadonlyMap<string, readonly string[]> {
  const made = new Map<string, readonly string[]>()
  for (const [name, { filled, codes, own }] of counts) {
    const facts = words.facts.filter(
      (_, at) => (own[at] ?? 0) > 0 && (codes[at] ?? 0) * 100 >= filled * LEAST,
    )
    if (facts.length > 0) made.set(name, facts)
  }
  return made
}

/** What was counted in several files. */
export function codesOfAll(
  words: CodeWords,
  files: readonly ReadonlyMap<string, CodeCount>[],
): ReadonlyMap<string, CodeCount> {
  const all = countCodes(words)
  for (const file of files) all.add(file)
  return all.counts()
}
