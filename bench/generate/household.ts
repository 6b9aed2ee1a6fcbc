import { type Draw, weighted } from './draws.js'

/** A household as numbers; money in fen, codes and dates as places in their lists. One object is filled again for each row. */
export interface Household {
  village: number
  day: number
  status: number
  size: number
  wage: number
  business: number
  property: number
  transfer: number
  expense: number
  food: boolean
  clothing: boolean
  insured: number
  grade: number
  remedy: number
  /** Tenths of a minute. */
  water: number
  shortage: boolean
  quality: boolean
  electricity: boolean
  children: number
  enrolled: number
  risk: boolean
}

export const newHousehold = (): Household => ({
  village: 0,
  day: 0,
  status: 0,
  size: 1,
  wage: 0,
  business: 0,
  property: 0,
  transfer: 0,
  expense: 0,
  food: true,
  clothing: true,
  insured: 1,
  grade: 0,
  remedy: 0,
  water: 0,
  shortage: false,
  quality: true,
  electricity: true,
  children: 0,
  enrolled: 0,
  risk: false,
})

export const VILLAGES = [
  'Upper Shangzhai',
  'Lower Shangzhai',
  'Tianba Bridge',
  'Maoping Terraces',
  'Qiaotou by River',
  'Zhulin Hollow',
  'Laojing Spring',
  'Ganchong Slopes',
]
export const STATUSES = ['none', 'registered', 'exited']
export const GRADES = ['A', 'B', 'C', 'D']
export const REMEDIES = ['none', 'renovated', 'relocated', 'protected']
/** From 1 July 2019, so that two values of the line occur, to the end of 2020. */
export const FIRST_DAY = Date.UTC(2019, 6, 1)
export const DAYS = 550

const STATUS = weighted({ 0: 66, 1: 22, 2: 12 })
const SIZE = weighted({ 1: 12, 2: 20, 3: 22, 4: 22, 5: 13, 6: 7, 7: 2, 8: 1, 9: 1 })
const CHILDREN = weighted({ 0: 45, 1: 33, 2: 18, 3: 4 })

/** Income per head in yuan at every eighth of the households of a status; between two, any is as likely. */
const PER_HEAD = [
  [3900, 6400, 7900, 9400, 11200, 13500, 16800, 22500, 41000],
  [2300, 3700, 4300, 5000, 5800, 6700, 7900, 9800, 16000],
  [3800, 5600, 6800, 8000, 9400, 11200, 13600, 17500, 30000],
]
/** Households in ten thousand where one thing is wrong, by status. */
const TROUBLE = [40, 170, 60]
const RISK = [120, 900, 500]
const UNSAFE_HOUSE = [90, 3600, 3500]

/** Draws a household as registers hold them: most are sound, some lack one thing, and who is registered lacks it more often. */
export function drawHousehold(draw: Draw, into: Household): void {
  into.village = draw(VILLAGES.length)
  into.day = draw(10) === 0 ? draw(184) : 184 + draw(DAYS - 184)
  into.status = STATUS[draw(STATUS.length)] ?? 0
  into.size = SIZE[draw(SIZE.length)] ?? 1
  drawIncome(draw, into)
  drawDwelling(draw, into)
  const adults = into.size > 3 ? 2 : 1
  const children = CHILDREN[draw(CHILDREN.length)] ?? 0
  into.children = Math.min(children, into.size - adults)
  into.risk = draw(10_000) < (RISK[into.status] ?? 0)
  drawTrouble(draw, into)
}

function drawIncome(draw: Draw, into: Household): void {
  const eighth = draw(8)
  const quantiles = PER_HEAD[into.status] ?? []
  const from = quantiles[eighth] ?? 0
  const perHead = from + draw((quantiles[eighth + 1] ?? from) - from)
  const net = perHead * into.size * 100 + draw(100)
  const farming = draw(4) === 0 ? 0 : Math.floor((net * (5 + draw(21))) / 10_000) * 100
  into.expense = farming === 0 ? 0 : Math.floor((farming * (25 + draw(36))) / 10_000) * 100 + 100
  into.business = farming === 0 ? 0 : farming + into.expense
  into.property = draw(100) < 55 ? 0 : Math.floor((net * (1 + draw(6))) / 100)
  into.transfer = Math.floor((net * (3 + draw(20))) / 100)
  const rest = net - farming - into.property - into.transfer
  into.wage = Math.floor(rest / 1000) * 1000
  into.transfer += rest - into.wage
}

function drawDwelling(draw: Draw, into: Household): void {
  const isUnsafe = draw(10_000) < (UNSAFE_HOUSE[into.status] ?? 0)
  into.grade = isUnsafe ? 2 + draw(2) : draw(100) < 38 ? 0 : 1
  into.remedy = isUnsafe && into.status > 0 && draw(100) < 96 ? 1 + draw(3) : 0
  const water = draw(100)
  into.water = water < 70 ? 0 : water < 98 ? 5 + draw(186) : 191 + draw(20)
}

/** What is rare; a sound household has all of it. */
function drawTrouble(draw: Draw, into: Household): void {
  into.food = true
  into.clothing = true
  into.shortage = false
  into.quality = true
  into.electricity = draw(1000) > 4
  into.insured = into.size
  into.enrolled = into.children
  const trouble = draw(10_000)
  if (trouble >= 6 * (TROUBLE[into.status] ?? 0)) return
  switch (trouble % 6) {
    case 0:
      into.food = false
      break
    case 1:
      into.clothing = false
      break
    case 2:
      into.insured = draw(into.size)
      break
    case 3:
      into.shortage = true
      break
    case 4:
      into.quality = false
      break
    default:
      into.enrolled = draw(Math.max(1, into.children))
  }
}
