import type { Facts, Judgement } from './judge.js'

/** The columns of `tpa assess -f csv` for the default pack. */
export const RESULT_COLUMNS = [
  ...['household_id', 'decision', 'possible', 'reasons', 'needs', 'as_of', 'pack'],
  ...[
    'income',
    'food',
    'clothing',
    'medical',
    'housing',
    'water',
    'education',
    'income_above_line',
    'near_line',
  ],
  ...['electricity', 'net_income', 'income_per_capita', 'poverty_line', 'file', 'line', 'blocked'],
]

/** One row of the result as tpa writes it; no cell of a generated file needs quotes there, and nothing in it is blocked. */
export function resultLine(
  id: string,
  size: Facts['size'],
  j: Judgement,
  file: string,
  line: number,
): string {
  const v = j.verdicts
  const net = j.net === null ? '' : yuan(j.net)
  const perHead = j.net === null || size === null ? '' : yuan(perHeadFen(j.net, size))
  return `${id},${j.decision},${j.possible},${j.reasons},${j.needs},${j.asOf},cn-2020@1.1.0,${v.income},${v.food},${v.clothing},${v.medical},${v.housing},${v.water},${v.education},${v.aboveLine},${v.nearLine},${v.electricity},${net},${perHead},${yuan(j.line)},${file},${line},\n`
}

/** Half a fen away from zero, without a binary fraction. */
function perHeadFen(fen: number, size: number): number {
  const twice = 2 * Math.abs(fen) + size
  return Math.sign(fen) * ((twice - (twice % (2 * size))) / (2 * size))
}

function yuan(fen: number): string {
  const whole = Math.abs(fen)
  const rest = whole % 100
  return `${fen < 0 ? '-' : ''}${(whole - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`
}
