import type { DiagnosticCode } from '../../base/codes.js'
import type { Fix } from '../../base/diagnostic.js'
import { short } from '../../base/wording.js'
import type { FactDeclaration } from '../../lang/pack.js'
import type { Fact, GapReason, Known } from '../../lang/record.js'

/** What a cell says. If it cannot be read, the fact is a gap `invalid` and the fault says why. */
export interface Reading {
  readonly fact: Fact
  readonly fault: CellFault | null
}

export interface CellFault {
  readonly code: DiagnosticCode
  readonly message: string
  readonly why?: string
  readonly help: string
  readonly fix?: Fix
}

/** Codes of cells that cannot be read; a gate on `invalid` counts these. */
export const INVALID_CODES = [
  'invalid-cell',
  'invalid-number',
  'ambiguous-number',
  'invalid-yes-no',
  'invalid-code',
  'invalid-date',
  'ambiguous-date',
  'destroyed-id',
  'out-of-range',
  'invalid-members',
] as const satisfies readonly DiagnosticCode[]

/** Reads a cell that is not blank and stands for an answer; `typed` is its text before any folding. */
export type CellReader = (cell: string, typed: string) => Reading

export const known = (value: Known): Reading => ({ fact: { kind: 'known', value }, fault: null })

/** A gap without a fault. */
export const gapOf = (reason: GapReason): Reading => ({ fact: { kind: 'gap', reason }, fault: null })

export const invalid = (code: DiagnosticCode, message: string, help: string, why?: string): Reading => ({
  fact: { kind: 'gap', reason: 'invalid' },
  fault: why === undefined ? { code, message, help } : { code, message, why, help },
})

/** A cell in a message: at most 40 characters, personal ones as `…`. */
export const quoteCell = (cell: string, { personal }: FactDeclaration): string =>
  `\`${personal ? '…' : short(cell)}\``
