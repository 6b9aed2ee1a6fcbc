import { GRADES, REMEDIES, STATUSES } from './generate/household.js'
import type { Facts } from './judge.js'

/** The cells of a generated row as facts; a cell that does not read throws, because plain code has no diagnostics. */
export function factsOf(cells: readonly string[]): Facts {
  return {
    date: cells[2] || null,
    status: code(cells[3], STATUSES),
    size: number(cells[4]),
    wage: fen(cells[5]),
    business: fen(cells[6]),
    property: fen(cells[7]),
    transfer: fen(cells[8]),
    expense: fen(cells[9]),
    food: yesNo(cells[10]),
    clothing: yesNo(cells[11]),
    insured: number(cells[12]),
    grade: code(cells[13], GRADES),
    remedy: code(cells[14], REMEDIES),
    minutes: number(cells[15]),
    shortage: yesNo(cells[16]),
    quality: yesNo(cells[17]),
    electricity: yesNo(cells[18]),
    children: number(cells[19]),
    enrolled: number(cells[20]),
    risk: yesNo(cells[21]),
  }
}

/** A declared code, one text for all households. */
function code(cell = '', codes: readonly string[]): string | null {
  if (cell === '') return null
  for (const each of codes) if (each === cell) return each
  throw new Error(`\`${cell}\` is none of ${codes.join(', ')}`)
}

function number(cell = ''): number | null {
  if (cell === '') return null
  const value = Number(cell)
  if (Number.isNaN(value)) throw new Error(`\`${cell}\` is not a number`)
  return value
}

function fen(cell = ''): number | null {
  const value = number(cell)
  return value === null ? null : Math.round(value * 100)
}

function yesNo(cell = ''): boolean | null {
  if (cell === '') return null
  if (cell !== 'yes' && cell !== 'no') throw new Error(`\`${cell}\` is neither yes nor no`)
  return cell === 'yes'
}
