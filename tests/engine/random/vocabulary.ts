/** Units of the numbers that random packs reckon with. */
export type NumberUnit = 'CNY' | 'person' | 'ratio' | 'year' | 'CNY/person'

/** Names that a random pack may declare; every expression is written in them, so that packs and expressions are drawn apart. */
export const NUMBERS: Readonly<Record<NumberUnit, readonly string[]>> = {
  CNY: ['wages', 'gifts', 'costs', 'line'],
  person: ['heads', 'few', 'size'],
  ratio: ['share', 'rate'],
  year: ['adult'],
  'CNY/person': ['per_head'],
}
export const MEMBER_NUMBERS: Readonly<Record<NumberUnit, readonly string[]>> = {
  CNY: ['pay'],
  person: [],
  ratio: ['part'],
  year: ['age', 'years'],
  'CNY/person': [],
}
export const YES_NO = ['dry', 'safe', 'ill'] as const
export const MEMBER_YES_NO = ['fit', 'taught'] as const
export const CODES: Readonly<Record<string, readonly string[]>> = {
  house: ['A', 'B', 'C'],
  stove: ['B', 'C', 'D'],
}
export const MEMBER_CODES: Readonly<Record<string, readonly string[]>> = { kin: ['A', 'B'] }

/** Derived values in an order in which each may read those before it. */
export const DERIVED_NUMBERS = ['net', 'gross'] as const
export const DERIVED_YES_NO = ['well', 'sound'] as const
