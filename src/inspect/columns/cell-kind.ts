import { type AnswerSign, answerSign } from '../../survey/cells/answer-sign.js'

/** What a cell may be by its form, apart from a number or a day. */
export interface CellKind {
  readonly yesNo: boolean
  /** An id that no other row has: a UUID, digits as on an identity card. */
  readonly id: boolean
  /** Digits as on an identity card, a mobile telephone or a bank card. */
  readonly personal: boolean
  /** A spreadsheet has cut its digits. */
  readonly destroyed: boolean
  /** The choices of a cell that holds several. */
  readonly choices: readonly string[] | null
}

const YES_NO = new Set(['yes', 'no', 'y', 'n', 'true', 'false', '是', '否'])
const TICKED: ReadonlySet<AnswerSign | null> = new Set(['tick', 'cross'])
/** UUIDs, also scrambled ones: hexadecimal digits and hyphens, of about their length. */
const UUID = /^(?:uuid:)?(?:[0-9a-f]{8}-[0-9a-f-]{20,60}|[0-9a-f]{32})$/i
const CARD = /^(?:\d{15}|\d{17}[\dx])$/i
const MOBILE = /^(?:\+?86[- ]?)?1[3-9]\d{9}$/
const BANK_CARD = /^6\d{15,18}$/
/** Too short for the number of a card or a telephone. */
const FIGURES = /^[\d.]+$/
const DESTROYED = /^[1-9][.,]\d{2,}e\+(?:1[4-9])$/i

const PLAIN: CellKind = { yesNo: false, id: false, personal: false, destroyed: false, choices: null }

export function kindOf(cell: string): CellKind {
  if (cell.length < 11 && FIGURES.test(cell)) return PLAIN
  const personal = CARD.test(cell) || MOBILE.test(cell) || BANK_CARD.test(cell)
  const destroyed = DESTROYED.test(cell)
  return {
    yesNo: YES_NO.has(cell.toLowerCase()) || TICKED.has(answerSign(cell)),
    id: personal || destroyed || UUID.test(cell),
    personal: personal || destroyed,
    destroyed,
    choices: choicesOf(cell),
  }
}

/** `['radio' ;  'table']`, or several plain codes beside each other: `1 3 5`, `food health`. */
function choicesOf(cell: string): readonly string[] | null {
  if (cell.length > LONGEST) return null
  const list = cell.startsWith('[') ? /^\[(.*)\]$/s.exec(cell)?.[1] : undefined
  if (list !== undefined) {
    const parts = list.split(/[;,]/).map((part) => part.trim().replace(/^(['"])(.*)\1$/, '$2'))
    return parts.filter((part) => part !== '')
  }
  if (!cell.includes(' ')) return null
  const parts = cell.split(' ')
  return parts.length <= 40 && parts.every((part) => CODE.test(part)) ? parts : null
}

/** The most characters of a cell with choices. */
const LONGEST = 2000

const CODE = /^[a-z0-9][a-z0-9_.-]{0,39}$/
