import { say } from '../../base/say/say.js'
import { nearestWords } from '../../base/suggest.js'
import { shortName } from '../../base/wording.js'
import type { FactDeclaration } from '../../lang/pack.js'
import { lastSegment, questionName, withoutBrackets } from '../../survey/columns/column-names.js'
import { type HeaderMeaning, resolveColumns } from '../../survey/columns/column-rules.js'
import { foldName, namesOf } from '../../survey/columns/columns.js'
import type { PathFacts } from '../../survey/columns/last-part.js'
import { type Meaning, meaningOf } from '../../survey/columns/name-matching.js'
import { type OtherUnit, otherUnit } from '../../survey/columns/other-unit.js'
import { plainHeader } from '../../survey/columns/plain-header.js'
import { otherMeaning, otherMeaningWords } from '../../survey/signs/other-meaning.js'
import { DAY_COLUMNS } from '../../survey/signs/tool-columns.js'
import { hasWords, headerWords, lastPart } from './header-words.js'

/** Why a column may hold a fact, by its header. */
export interface Hint {
  readonly fact: string
  /** Whether a survey read by names would take this column, and no other, for the fact. */
  readonly isName: boolean
  readonly why: string
  /** The unit that the header, or what is beside the table, says instead of the fact's. */
  readonly other: OtherUnit | null
  /** How good the ground is if the header is not a name; 0 is the best. */
  readonly rank: number
}

type Declarations = ReadonlyMap<string, FactDeclaration>

/** The most facts that a column is compared with. */
const MOST = 4

/** The hints of the headers of a table, by position. */
export function hintsOf(
  headers: readonly string[],
  declarations: Declarations,
  dateFact: string | null = null,
  paths: PathFacts | null = null,
  saidBeside: (column: number) => readonly string[] = () => [],
): readonly (readonly Hint[])[] {
  const named: HeaderMeaning[] = headers.map((header, index) => {
    const folded = foldName(header)
    return { header, index, folded, meaning: folded === '' ? null : meaningOf(header, declarations) }
  })
  const { used, unclear, doubted } = resolveColumns(named, paths)
  const factAt = new Map(
    [...used].flatMap(([fact, columns]) =>
      columns.map(({ index }) => [index, { fact, only: columns.length === 1 }]),
    ),
  )
  return named.map(({ header, index, folded, meaning }) => {
    const found = factAt.get(index)
    const said = saidBeside(index)
    if (found !== undefined && meaning !== null && !unclear.has(header)) {
      const other = otherUnit(header, declarations.get(found.fact)?.unit ?? null, said)
      const isName = found.only && other === null
      return [{ fact: found.fact, isName, why: wordsFor(meaning.strength, header), other, rank: 0 }]
    }
    if (folded === '' || header.length > 200) return []
    const doubt = doubted.get(folded)
    const hints = weakHints(header, declarations, dateFact, said)
    return hints.map((hint) =>
      hint.fact === doubt?.fact
        ? { ...hint, why: say('hint.but', { why: hint.why, doubt: doubt.why }) }
        : hint,
    )
  })
}

function wordsFor(strength: Meaning['strength'], header: string): string {
  switch (strength) {
    case 'name':
      return say('hint.name')
    case 'path':
      return say('hint.path')
    case 'rewritten-by-r':
      return say('hint.rewritten')
    case 'unit-in-brackets':
      return say('hint.unit')
    case 'question':
      return say('hint.question', { name: shortName(questionName(header) ?? header) })
    case 'last-segment':
      return say('hint.last', { part: shortName(lastSegment(foldName(header))?.name ?? header) })
  }
}

function weakHints(
  header: string,
  declarations: Declarations,
  dateFact: string | null,
  said: readonly string[],
): Hint[] {
  const hints: Hint[] = []
  const bare = withoutBrackets(header)
  const own = lastPart(bare?.name ?? header)
  const words = { whole: headerWords(header), own: headerWords(own) }
  for (const [fact, declaration] of declarations) {
    const found = weakest(own, words, declaration)
    if (found !== null)
      hints.push({ fact, isName: false, other: otherUnit(header, declaration.unit, said), ...found })
  }
  if (dateFact !== null && isDayColumn(plainHeader(lastPart(header))))
    hints.push({
      fact: dateFact,
      isName: false,
      other: null,
      rank: 2,
      why: say('hint.day'),
    })
  return hints.sort((a, b) => a.rank - b.rank).slice(0, MOST)
}

const isDayColumn = (header: string): boolean => DAY_COLUMNS.has(header) || DAYS.test(header)

/** Names of the day of the interview in any survey. */
const DAYS =
  /^(?:submission_date|interview_?date|date_?of_?interview|date_?interview|date|日期|入户日期|填表日期)$/

interface Words {
  readonly whole: readonly string[]
  readonly own: readonly string[]
}

/** A weak ground for a header to mean a fact, by one of its names. */
interface Ground extends Pick<Hint, 'rank' | 'why'> {
  readonly name: string
}

/** The best weak ground for a header to mean a fact, with its rank from 0, and what speaks against it. */
function weakest(own: string, words: Words, declaration: FactDeclaration): Pick<Hint, 'rank' | 'why'> | null {
  const ground = groundOf(own, words, namesOf(declaration))
  if (ground === null) return null
  const { rank, why, name } = ground
  const other = otherMeaning(own, name)
  return {
    rank,
    why: other === null ? why : say('hint.but', { why, doubt: otherMeaningWords(other, shortName(name)) }),
  }
}

function groundOf(own: string, words: Words, names: readonly string[]): Ground | null {
  const same = names.find((name) => foldName(name) === foldName(own))
  if (same !== undefined) return { rank: 0, why: say('hint.same', { name: shortName(same) }), name: same }
  const near = nearestWords(own, names, 1)[0]
  if (near !== undefined && near.length > 3)
    return { rank: 1, why: say('hint.near', { name: shortName(near) }), name: near }
  const found = names.map((name) => byWords(own, words, name)).filter((each) => each !== null)
  return found.sort((a, b) => a.rank - b.rank)[0] ?? null
}

function byWords(own: string, words: Words, name: string): Ground | null {
  const named = `\`${shortName(name)}\``
  if (IDEOGRAMS.test(name))
    return own.includes(name) ? { rank: 2, why: say('hint.holds', { name: named }), name } : null
  const wanted = LATIN.test(name) ? headerWords(name) : []
  const [bare, bareWanted] = [words.own, wanted].map((each) => each.filter((word) => !NEUTRAL.has(word)))
  if (bare === undefined || bareWanted === undefined) return null
  if (bare.length === bareWanted.length && hasWords(bare, bareWanted))
    return { rank: 1, why: say('hint.words', { name: named }), name }
  if (wanted.length > 1 && hasWords(words.whole, wanted))
    return { rank: 3, why: say('hint.words-among', { name: named }), name }
  const isShort = wanted.length === 1 && words.own.length <= 3
  return isShort && hasWords(words.own, wanted)
    ? { rank: 4, why: say('hint.word', { name: named }), name }
    : null
}

/** Words that say whose answer it is. The table says that already. */
const NEUTRAL: ReadonlySet<string> = new Set(['household', 'member'])

const IDEOGRAMS = /^\p{Script=Han}{2,}$/u
const LATIN = /^[\x20-\x7e]+$/
