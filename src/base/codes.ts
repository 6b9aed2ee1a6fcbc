/**
 * Every diagnostic code with what it says, in one line. Codes are stable: a code once released keeps its meaning.
 * docs/diagnostics.md lists the same codes.
 */
export const DIAGNOSTIC_CODES = {
  // reading any YAML or JSON text
  syntax: 'the text is no YAML or JSON',
  'duplicate-key': 'a mapping has a key twice',
  'too-deep': 'values are nested deeper than any real file',
  'alias-expansion': 'aliases repeat a text far beyond its size, or refer to themselves',

  // loading a pack
  'pack-missing': 'no pack stands at the given place',
  shape: 'a key of the pack is unknown, missing or has a value of the wrong form',
  'unknown-name': 'an expression uses a name that the pack does not declare',
  'duplicate-name': 'one name is declared twice',
  'expression-syntax': 'an expression cannot be read',
  type: 'an operator is given a value of the wrong type',
  unit: 'two quantities of different units are added or compared, or a unit is unknown',
  'bare-number': 'a number other than 0 stands in an expression',
  cycle: 'derived values depend on each other in a circle',
  'bad-date': 'a date does not exist or dates are out of order',
  'bad-number': 'a number of the pack is too long or out of its declared range',
  'unknown-source': 'a citation names no source of the pack',
  unverified: 'a value without a source at hand stands in a pack that does not allow it',
  constant: 'a criterion or table always gives the same answer',
  'reads-no-fact': 'an expression depends on nothing that is recorded',
  'negative-tolerance': 'a rounding tolerance can be negative',
  'bad-table': 'a decision table is incomplete, cannot be reached or names what it may not',
} as const

export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES
