/** A unit as powers of base units: `CNY/person/year` is CNY¹ person⁻¹ year⁻¹. A plain ratio has no powers. */
export type Unit = ReadonlyMap<string, number>

export const RATIO: Unit = new Map()
export const PERSON: Unit = new Map([['person', 1]])

/** Stands for a refused unit; the pack is refused with it. No text reads as this unit. */
export const REFUSED_UNIT: Unit = new Map([['?', 1]])

/** Base units that every pack may use; a pack adds its own under `units`. */
export const BASE_UNITS = [
  'CNY',
  'USD',
  'person',
  'household',
  'village',
  'year',
  'month',
  'day',
  'hour',
  'minute',
  'metre',
  'kilometre',
  'litre',
  'mu',
  'point',
] as const

/** Reads `ratio`, `year`, `CNY/person/year`, `person*year` or `1/person`. An unknown base unit is returned as text. */
export function readUnit(text: string, known: ReadonlySet<string>): { unit: Unit } | { unknown: string } {
  if (text.trim() === 'ratio') return { unit: RATIO }
  const powers = new Map<string, number>()
  let sign = 1
  const parts = text.split(/([*/])/).map((part) => part.trim())
  for (const [index, part] of parts.entries()) {
    if (part === '*') sign = 1
    else if (part === '/') sign = -1
    else if (known.has(part)) powers.set(part, (powers.get(part) ?? 0) + sign)
    else if (index > 0 || part !== '1') return { unknown: part }
  }
  return { unit: withoutZeros(powers) }
}

export function multiplyUnits(a: Unit, b: Unit): Unit {
  const powers = new Map(a)
  for (const [base, power] of b) powers.set(base, (powers.get(base) ?? 0) + power)
  return withoutZeros(powers)
}

export function invertUnit(unit: Unit): Unit {
  return new Map([...unit].map(([base, power]) => [base, -power]))
}

export const sameUnit = (a: Unit, b: Unit): boolean =>
  a.size === b.size && [...a].every(([base, power]) => b.get(base) === power)

/** `CNY/person/year`; the bases keep their order. */
export function unitText(unit: Unit): string {
  const above = [...unit].flatMap(([base, power]) => Array<string>(Math.max(0, power)).fill(base))
  const below = [...unit].flatMap(([base, power]) => Array<string>(Math.max(0, -power)).fill(base))
  if (above.length + below.length === 0) return 'ratio'
  return [above.join('*') || '1', ...below].join('/')
}

const withoutZeros = (powers: Map<string, number>): Unit =>
  new Map([...powers].filter(([, power]) => power !== 0))
