import Big from 'big.js'

/** What a number format shows beside the digits that are stored. */
export interface NumberFormat {
  /** Whether it is the one for a number; of several sections only one is. */
  readonly holds: (value: Big) => boolean
  /** How often a percent sign multiplies by a hundred. */
  readonly percents: number
  /** How often a comma behind the digits divides by a thousand. */
  readonly thousands: number
  /** Zeros that fill up a whole number, as in `000000`; 0 where none do. */
  readonly zeros: number
  /** A text that says how much the digits stand for, such as 万; else empty. */
  readonly magnitude: string
  /** Any other text beside the digits, such as kg or 元; else empty. */
  readonly words: string
}

/** Excel writes no longer format. */
const LONGEST = 255

/** The sections of a format by which numbers are not shown as they are stored; none where all are. */
export function numberFormats(code: string): readonly NumberFormat[] {
  if (code.length > LONGEST) return []
  const sections = sectionsOf(code)
  const hasConditions = sections.some((section) => CONDITION.test(section))
  const formats = sections.map((section, at) => ({
    ...tokensOf(section),
    holds: holdsAt(section, at, sections.length, hasConditions),
  }))
  const isPlain = formats.every(
    ({ percents, thousands, zeros, magnitude, words }) =>
      percents + thousands + zeros === 0 && magnitude + words === '',
  )
  return isPlain ? [] : formats
}

/** A number as a person sees it, but with all its digits: `35%`, `3万`, `000012`. */
export function shownNumber(text: string, formats: readonly NumberFormat[]): string {
  const value = formats.length === 0 ? null : bigOf(text)
  const format = formatOf(value, formats)
  if (value === null || format === undefined) return text
  const { percents, thousands, zeros, magnitude } = format
  if (magnitude !== '') return `${text}${magnitude}`
  if (percents + thousands > 0) {
    const factor = new Big(10).pow(2 * percents - 3 * thousands)
    return value.times(factor).toFixed() + '%'.repeat(percents)
  }
  return /^\d+$/.test(text) ? text.padStart(zeros, '0') : text
}

/** The text that a person sees beside a number, and that says nothing of how much it is. */
export const wordsBeside = (text: string, formats: readonly NumberFormat[]): string =>
  formats.every(({ words }) => words === '') ? '' : (formatOf(bigOf(text), formats)?.words ?? '')

const formatOf = (value: Big | null, formats: readonly NumberFormat[]): NumberFormat | undefined =>
  value === null ? undefined : formats.find(({ holds }) => holds(value))

const CONDITION = /\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]/

/** With conditions the first section that holds counts, else they stand for numbers above, below and equal to 0. */
function holdsAt(section: string, at: number, count: number, hasConditions: boolean): NumberFormat['holds'] {
  const [, sign, bound] = CONDITION.exec(section) ?? []
  if (sign !== undefined && bound !== undefined) return (value) => compares(value, sign, new Big(bound))
  if (hasConditions || count === 1) return () => true
  if (count === 2) return (value) => (at === 1) === value.lt(0)
  return (value) => at === (value.lt(0) ? 1 : value.eq(0) ? 2 : 0)
}

function compares(value: Big, sign: string, bound: Big): boolean {
  const order = value.cmp(bound)
  if (sign === '<>') return order !== 0
  return (
    (order < 0 && sign.includes('<')) ||
    (order > 0 && sign.includes('>')) ||
    (order === 0 && sign.includes('='))
  )
}

/** The parts of a format between semicolons that are not text. */
function sectionsOf(code: string): string[] {
  const parts = code.match(/"[^"]*"|\\.|[!_*].|\[[^[\]]*\]|;|[^"\\!_*[;]+|["\\!_*[]/gsu) ?? []
  const sections = ['']
  for (const part of parts) {
    if (part === ';') sections.push('')
    else sections[sections.length - 1] += part
  }
  return sections
}

/** What is in a section beside its digits. */
function tokensOf(section: string): Omit<NumberFormat, 'holds'> {
  let [percents, commas, literal, digits] = [0, 0, '', '']
  for (const [token] of section.matchAll(TOKENS)) {
    if (/^(?:[[_*]|general$|g\/|e[+-])/i.test(token)) continue
    if (token.startsWith('"')) literal += token.slice(1, -1)
    else if (token.startsWith('\\') || token.startsWith('!')) literal += token.slice(1)
    else if (token === '%') percents += 1
    else if (token === ',') commas += 1
    else if (/^[0#?]/.test(token)) [digits, commas] = [digits + token, 0]
    else if (token === '.') [digits, commas] = [`${digits}.`, commas]
    else literal += token
  }
  const zeros = /^0{2,}$/.test(digits) && commas === 0 && percents === 0 ? digits.length : 0
  const isMagnitude = MAGNITUDE.test(literal)
  return {
    percents,
    thousands: commas,
    zeros,
    magnitude: isMagnitude ? literal.replace(/[^\p{L}]/gu, '') : '',
    words: isMagnitude ? '' : literal.replace(AROUND_WORDS, ''),
  }
}

/** Texts, padding, colours and currencies, digits, the words for any number, powers of ten; else a sign. */
const TOKENS = /"[^"]*"|[\\!].|[_*].|\[[^[\]]*\]|[0#?]+|general|g\/通用格式|e[+-]|./gisu

/** Signs of currencies, brackets, blanks. */
const AROUND_WORDS = /^[^\p{L}]+|[^\p{L}]+$/gu

/** Words for ten thousand and others of the kind. A lower-case m is a metre. */
const MAGNITUDE =
  /[百千万亿兆萬億]|(?:^|[^\p{L}])(?:[kK]|M|[Mm]n|[Mm]io|[Bb]n|thousand|million)(?:$|[^\p{L}])/u

function bigOf(text: string): Big | null {
  try {
    return new Big(text)
  } catch {
    return null
  }
}
