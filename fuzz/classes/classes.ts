import type { MakeCase } from '../case.js'
import { commandLines } from './arguments.js'
import { largeCsv, smallCsv } from './csv.js'
import { archives, exports } from './exports.js'
import { mappings } from './mappings.js'
import { packs, suites, variants } from './packs.js'
import { trees } from './trees.js'
import { workbooks } from './workbooks.js'

/** Every class of input, by the name that `--class` takes. */
export const CLASSES = {
  csv: smallCsv,
  'large-csv': largeCsv,
  trees,
  workbooks,
  archives,
  exports,
  mappings,
  packs,
  variants,
  suites,
  arguments: commandLines,
} as const satisfies Readonly<Record<string, MakeCase>>

export type ClassName = keyof typeof CLASSES

export const CLASS_NAMES = Object.keys(CLASSES) as ClassName[]
