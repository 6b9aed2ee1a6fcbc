import type { Unit } from '../../lang/expression/unit.js'
import { MAGNITUDES, saysUnit } from '../cells/unit-words.js'
import { questionName, withoutBrackets } from './column-names.js'

/** The unit in which a header says a number, where the fact has another one of the kind. */
export interface OtherUnit {
  /** As the header writes it. */
  readonly words: string
  /** How many of the fact's unit one is; `null` where nothing says it exactly, as for currencies. */
  readonly factor: number | null
}

/** The same unit in months, where the fact counts by years. */
const MONTHLY = /(?:[/／每]\s*|\sper\s+)(?:月|个月|month|mo)$/

const OTHER_KINDS: Readonly<Record<string, RegExp>> = {
  CNY: /^(?:us\$|usd|\$|dollars?|eur|€|euros?|gbp|£|jpy|hkd|美元|港币|港元|欧元|日元)(?:$|[/／\s])/,
  minute: /^(?:hours?|hrs?|h|小时|seconds?|秒|days?|天)$/,
  person: /^(?:households?|户)$/,
}

/**
 * The other unit that a header names in its brackets, those of its last part before those of the groups above it; `null` where it names none,
 * or the fact's own.
 * @param said units that are beside the table, where the header names none
 */
export function otherUnit(header: string, unit: Unit | null, said: readonly string[] = []): OtherUnit | null {
  if (unit === null) return null
  for (const words of inBrackets(header)) {
    if (saysUnit(words, unit)) return null
    const other = otherIn(words, unit)
    if (other !== null) return other
  }
  if (said.some((words) => saysUnit(words, unit))) return null
  return said.map((words) => otherIn(words, unit)).find((other) => other !== null) ?? null
}

/** What is in brackets at the end of the parts of a header, the last part first. */
const inBrackets = (header: string): string[] =>
  (questionName(header) ?? header)
    .split(' / ')
    .reverse()
    .flatMap((part) => withoutBrackets(part)?.inside ?? [])

function otherIn(words: string, unit: Unit): OtherUnit | null {
  const inside = words.toLowerCase()
  for (const [pattern, times] of MAGNITUDES) {
    const rest = inside.replace(pattern, '')
    if (rest === inside) continue
    if (saysUnit(rest, unit)) return { words, factor: times }
    const yearly = byYear(rest, unit)
    if (yearly !== null) return { words, factor: times * yearly }
  }
  const factor = byYear(inside, unit)
  if (factor !== null) return { words, factor }
  const isOther = [...unit.keys()].some((base) => OTHER_KINDS[base]?.test(inside))
  return isOther ? { words, factor: null } : null
}

/** Twelve where the text says the unit by months, and the fact counts it by years. */
function byYear(inside: string, unit: Unit): number | null {
  const counted = inside.replace(MONTHLY, '')
  return unit.get('year') === -1 && counted !== inside && saysUnit(counted, unit) ? 12 : null
}
