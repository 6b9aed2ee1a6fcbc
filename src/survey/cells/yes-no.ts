import { advise } from '../../base/advice.js'
import { say } from '../../base/say/say.js'
import { listedNames, orList } from '../../base/wording.js'
import type { FactDeclaration } from '../../lang/pack.js'
import { type AnswerSign, answerSign } from './answer-sign.js'
import type { CellOptions } from './options.js'
import { type CellFault, type CellReader, known, quoteCell } from './reading.js'
import { unwrapText } from './text.js'

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'true', '1', '是'].map((word) => [word, true] as const),
  ...['no', 'n', 'false', '0', '否'].map((word) => [word, false] as const),
])

/** Whether a cell is one of the common words for no, or a cross. */
export const saysNo = (cell: string): boolean =>
  WORDS.get(cell.toLowerCase()) === false || answerSign(cell) === 'cross'

/** Words for what there is and is not: under 缺水, 有 may mean water or the lack of it, and 无 may mean no answer. */
const PRESENCE: ReadonlySet<string> = new Set(['有', '无', '没有', '没'])

/** What to do about a cell that is none of the common words. */
function adviseAnswer(cell: string): Pick<CellFault, 'help' | 'fix'> {
  if (PRESENCE.has(cell)) {
    const no = cell === '有' ? '无' : cell
    return advise({ mapping: `yes: ["有"], no: ["${no}"]` }, (line) =>
      say('invalid-yes-no.help.presence', { line }),
    )
  }
  switch (answerSign(cell)) {
    case 'cross':
      return advise({ mapping: `yes: ["√"], no: ["${cell}"]` }, (line) =>
        say('invalid-yes-no.help.cross', { line }),
      )
    case 'float':
      return advise({ mapping: 'yes: ["1.0"], no: ["0.0"]' }, (line) =>
        say('invalid-yes-no.help.float', { line }),
      )
    default:
      return { help: say('invalid-yes-no.help', { yes: '是', no: '否' }) }
  }
}

/** How many distinct cells of a column are shown. */
export const ANSWERS_LISTED = 8

/** Reads the cells of a yes/no: by the declared pairs, which replace all others, or by the common words. */
export function yesNoReader(
  declaration: FactDeclaration,
  { yesNo, answers, certain = [] }: CellOptions,
): CellReader {
  const words = yesNo === null ? WORDS : foldedPairs(yesNo)
  const pairs = yesNo === null ? null : { help: pairsHelp(yesNo) }
  const holds = whatIsHeld(answers)
  return (cell) => {
    const value = words.get(cell.toLowerCase()) ?? (yesNo === null ? bySign(cell, certain) : undefined)
    if (value !== undefined) return known(value)
    const message = say('invalid-yes-no', { cell: quoteCell(cell, declaration) })
    const why = declaration.personal || holds === undefined ? {} : { why: holds }
    return {
      fact: { kind: 'gap', reason: 'invalid' },
      fault: { code: 'invalid-yes-no', message, ...why, ...(pairs ?? adviseAnswer(cell)) },
    }
  }
}

/** What a mark or a number with places says, where the column makes it certain. */
function bySign(cell: string, certain: readonly AnswerSign[]): boolean | undefined {
  const sign = answerSign(cell)
  if (sign === 'tick') return true
  if (sign === null || !certain.includes(sign)) return undefined
  return sign === 'float' && cell.startsWith('1')
}

/** The advice about a column with a cell that cannot be read. */
export const whatIsHeld = (answers: readonly string[] = []): string | undefined =>
  answers.length < 2
    ? undefined
    : say('invalid-yes-no.why', { answers: listedNames(answers, ANSWERS_LISTED) })

const foldedPairs = (pairs: ReadonlyMap<string, boolean>): ReadonlyMap<string, boolean> =>
  new Map([...pairs].map(([word, value]) => [unwrapText(word).toLowerCase(), value]))

function pairsHelp(pairs: ReadonlyMap<string, boolean>): string {
  const wordsOf = (wanted: boolean) =>
    orList([...pairs].flatMap(([word, value]) => (value === wanted ? [word] : [])))
  return say('invalid-yes-no.help.pairs', { yes: wordsOf(true), no: wordsOf(false) })
}
