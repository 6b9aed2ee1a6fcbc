import { COLUMNS } from './columns.js'
import { createDraw, type Draw, drawDistance, shuffledOrder } from './draws.js'
import {
  DAYS,
  drawHousehold,
  FIRST_DAY,
  GRADES,
  type Household,
  newHousehold,
  REMEDIES,
  STATUSES,
  VILLAGES,
} from './household.js'
import { COMMA, LINE_FEED, type Pen, putByte, putMoney, putTenths, putText, putWhole, QUOTE } from './pen.js'

/** What a generated file is made of; the same options give the same bytes. */
export interface FileOptions {
  readonly rows: number
  readonly seed: number
  /** The share of blank cells among all but the id. */
  readonly gaps: number
  /** The share of cells in quotes. */
  readonly quoted: number
  /** Whether ids come in no order. */
  readonly shuffled: boolean
  /** Every how many rows one is ragged, has a cell that does not read, or an id that stands before; 0 is never. */
  readonly oddEvery: number
}

export const PLAIN_FILE: FileOptions = {
  rows: 1000,
  seed: 1,
  gaps: 0.02,
  quoted: 0.05,
  shuffled: false,
  oddEvery: 0,
}

const CHUNK = 1 << 20
const LONGEST_ROW = 1024

/** The file as pieces of about a mebibyte; each stands in the same memory as the one before. */
export function* fileChunks(options: FileOptions): Generator<Uint8Array> {
  const pen: Pen = { bytes: Buffer.alloc(CHUNK + LONGEST_ROW), at: 0 }
  const putRow = rowWriter(options, pen)
  putText(pen, Buffer.from(`${COLUMNS.join(',')}\n`))
  for (let index = 0; index < options.rows; index += 1) {
    putRow(index)
    if (pen.at < CHUNK) continue
    yield pen.bytes.subarray(0, pen.at)
    pen.at = 0
  }
  yield pen.bytes.subarray(0, pen.at)
}

const textsOf = (texts: readonly string[]) => texts.map((text) => Buffer.from(text))

const NAMES = {
  village: textsOf(VILLAGES),
  /** Cells that need their quotes. */
  villageInQuotes: textsOf(VILLAGES.map((name, at) => (at % 2 === 0 ? `${name}, east` : `${name} ""old""`))),
  day: textsOf(
    Array.from({ length: DAYS }, (_, day) =>
      new Date(FIRST_DAY + day * 86_400_000).toISOString().slice(0, 10),
    ),
  ),
  status: textsOf(STATUSES),
  grade: textsOf(GRADES),
  remedy: textsOf(REMEDIES),
  yes: Buffer.from('yes'),
  no: Buffer.from('no'),
  unread: textsOf(['15 min', 'E', 'maybe', '1.2.3']),
}
const EMPTY = Buffer.from('')

/** What is wrong with a row that is not plain. */
const ODD = { none: 0, short: 1, long: 2, badNumber: 3, unknownCode: 4, repeatedId: 5 } as const

function rowWriter(options: FileOptions, pen: Pen): (index: number) => void {
  const { rows, seed, gaps, quoted, shuffled, oddEvery } = options
  const draw = createDraw(seed)
  const drawCells = createDraw(seed ^ 0x5bd1e995)
  const idOf = shuffled ? shuffledOrder(rows, seed) : (index: number) => index
  const household = newHousehold()
  let toGap = drawDistance(drawCells, gaps)
  let toQuote = drawDistance(drawCells, quoted)
  /** Begins a cell behind a comma: 0 where it stays blank, 2 where it stands in quotes, else 1. */
  const begin = (): 0 | 1 | 2 => {
    putByte(pen, COMMA)
    toGap -= 1
    if (toGap === 0) {
      toGap = drawDistance(drawCells, gaps)
      return 0
    }
    toQuote -= 1
    if (toQuote !== 0) return 1
    toQuote = drawDistance(drawCells, quoted)
    putByte(pen, QUOTE)
    return 2
  }
  const end = (how: 0 | 1 | 2) => {
    if (how === 2) putByte(pen, QUOTE)
  }
  const text = (plain: Uint8Array | undefined, inQuotes = plain) => {
    const how = begin()
    if (how !== 0) putText(pen, (how === 2 ? inQuotes : plain) ?? EMPTY)
    end(how)
  }
  const whole = (value: number) => {
    const how = begin()
    if (how !== 0) putWhole(pen, value)
    end(how)
  }
  const money = (fen: number) => {
    const how = begin()
    if (how !== 0) putMoney(pen, fen)
    end(how)
  }
  const tenths = (value: number) => {
    const how = begin()
    if (how !== 0) putTenths(pen, value)
    end(how)
  }
  const yesNo = (value: boolean) => text(value ? NAMES.yes : NAMES.no)
  const id = (index: number) => {
    toQuote -= 1
    const isQuoted = toQuote === 0
    if (isQuoted) {
      toQuote = drawDistance(drawCells, quoted)
      putByte(pen, QUOTE)
    }
    putByte(pen, 72)
    putWhole(pen, idOf(index) + 1, 8)
    if (isQuoted) putByte(pen, QUOTE)
  }
  return (index) => {
    drawHousehold(draw, household)
    const odd = oddEvery > 0 && index % oddEvery === oddEvery - 1 ? oddness(drawCells) : ODD.none
    id(odd === ODD.repeatedId ? index - 1 - drawCells(Math.min(index, 1000)) : index)
    putCells(household, odd)
    putByte(pen, LINE_FEED)
  }

  function putCells(h: Household, odd: number): void {
    text(NAMES.village[h.village], NAMES.villageInQuotes[h.village])
    text(NAMES.day[h.day])
    text(odd === ODD.unknownCode ? NAMES.unread[2] : NAMES.status[h.status])
    whole(h.size)
    money(h.wage)
    if (odd === ODD.badNumber) text(NAMES.unread[drawCells(2) * 3])
    else money(h.business)
    money(h.property)
    money(h.transfer)
    money(h.expense)
    yesNo(h.food)
    yesNo(h.clothing)
    whole(h.insured)
    text(odd === ODD.unknownCode ? NAMES.unread[1] : NAMES.grade[h.grade])
    text(NAMES.remedy[h.remedy])
    tenths(h.water)
    yesNo(h.shortage)
    yesNo(h.quality)
    yesNo(h.electricity)
    whole(h.children)
    if (odd !== ODD.short) whole(h.enrolled)
    yesNo(h.risk)
    if (odd === ODD.long) putByte(pen, COMMA)
  }
}

const oddness = (draw: Draw) => 1 + draw(5)
