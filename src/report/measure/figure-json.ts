import { decimal } from '../../base/decimal.js'
import type { Quotient } from '../../base/quotient.js'
import type { Json } from '../../base/tree/json-text.js'
import type { Figure } from '../../programme/measure/figures.js'
import { plainDigits, plainNumber } from './csv.js'

/** A figure; a value that is one number is a number, another has both ends, `null` where one is open. */
export const figureJson = (figure: Figure): { [name: string]: Json } => ({
  by: figure.by,
  group: figure.group,
  figure: figure.figure,
  counted: figure.counted,
  unit: figure.unit,
  cases: figure.cases,
  value: valueJson(figure),
  ...(figure.units === null
    ? {}
    : {
        se: { min: numberJson(figure.errorLeast), max: numberJson(figure.errorMost) },
        ci: { low: numberJson(figure.low), high: numberJson(figure.high) },
        psus: figure.units,
        df: figure.df,
      }),
  households: figure.households,
  persons: figure.persons,
  ...(figure.notes.length === 0 ? {} : { notes: [...figure.notes] }),
  ...(figure.lonely.length === 0 ? {} : { lonely_strata: [...figure.lonely] }),
})

function valueJson({ least, most }: Figure): Json {
  const [min, max] = [endJson(least), endJson(most)]
  return min !== null && max !== null && plainDigits(least) === plainDigits(most) ? min : { min, max }
}

const endJson = (end: Quotient | null): Json => (end === null ? null : decimal(plainDigits(end)))

const numberJson = (value: number | null): Json => {
  const text = plainNumber(value)
  return text === '' ? null : decimal(text)
}
