import { say } from '../../base/say/say.js'
import { allOf } from '../../base/wording.js'
import { quoted } from '../../lang/fault-list.js'
import type { FactDeclaration } from '../../lang/pack.js'
import type { Path } from '../../lang/shape/places.js'
import type { CellOptions } from '../cells/options.js'
import { clean } from '../files/row.js'
import type { MappingFile } from './mapping-file.js'
import { MISSING_KINDS } from './schema.js'

/** What a table, fact or column says of its cells, over what is said above it, and the keys that stand at its path. */
export function cellOptions(file: MappingFile, path: Path, above: CellOptions): CellOptions {
  return {
    ...above,
    missing: new Map([...above.missing, ...missingCells(file, [...path, 'missing'])]),
    yesNo: yesNoWords(file, path) ?? above.yesNo,
    numbers: numberMarks(file, [...path, 'numbers']) ?? above.numbers,
    dates: DATES.find((order) => order === file.text([...path, 'dates'])) ?? above.dates,
  }
}

const DATES = ['ymd', 'dmy', 'mdy', 'excel'] as const

function missingCells(file: MappingFile, path: Path): CellOptions['missing'] {
  const missing = new Map<string, (typeof MISSING_KINDS)[number]>()
  for (const written of file.keys(path)) {
    const kind = MISSING_KINDS.find((each) => each === file.text([...path, written]))
    if (kind === undefined) continue
    const cell = clean(written)
    if (missing.has(cell)) tellTwice(file, file.places.key([...path, written]), written)
    missing.set(cell, kind)
  }
  return missing
}

function yesNoWords(file: MappingFile, path: Path): CellOptions['yesNo'] {
  const words = new Map<string, boolean>()
  const seen = new Set<string>()
  const said = (['yes', 'no'] as const).filter((key) => file.has([...path, key]))
  for (const key of said) {
    for (const item of file.items([...path, key])) {
      const written = file.text(item) ?? ''
      const cell = clean(written)
      if (seen.has(cell.toLowerCase())) tellTwice(file, file.places.value(item), written)
      seen.add(cell.toLowerCase())
      words.set(cell, key === 'yes')
    }
  }
  const [only] = said
  if (only === undefined) return null
  if (said.length === 1) {
    const other = only === 'yes' ? 'no' : 'yes'
    file.fault('shape', file.places.key([...path, only]), say('mapping.words', { only, other }), {
      why: say('mapping.words.why'),
      help: say('mapping.words.help', { other, word: other }),
    })
  }
  return words
}

function tellTwice(file: MappingFile, at: { start: number; end: number }, written: string): void {
  file.fault('duplicate-name', at, say('mapping.cell-twice', { cell: quoted(written) }), {
    why: say('mapping.cell-twice.why'),
    help: say('mapping.cell-twice.help'),
  })
}

const MARKS = { decimal: ['.', ','], thousands: [',', '.', ' ', "'"] } as const

function numberMarks(file: MappingFile, path: Path): CellOptions['numbers'] {
  if (!file.has(path)) return null
  const decimal = MARKS.decimal.find((mark) => mark === file.text([...path, 'decimal'])) ?? '.'
  const thousands = MARKS.thousands.find((mark) => mark === file.text([...path, 'thousands'])) ?? null
  if (decimal === thousands) {
    const key = file.has([...path, 'decimal']) ? 'decimal' : 'thousands'
    file.fault('shape', file.places.value([...path, key]), say('mapping.marks', { mark: decimal }), {
      help: say('mapping.marks.help'),
    })
  }
  return { decimal, thousands }
}

/** The cells that mean codes of a fact; codes that it does not declare are reported. */
export function codeCells(file: MappingFile, path: Path, fact: FactDeclaration): CellOptions['codes'] {
  if (!file.has(path)) return null
  const codes = new Map<string, string>()
  const declared = fact.codes.map(({ code }) => code)
  for (const written of file.keys(path)) {
    const at = [...path, written]
    const code = file.text(at) ?? ''
    const cell = clean(written)
    if (codes.has(cell)) tellTwice(file, file.places.key(at), written)
    if (declared.includes(code)) codes.set(cell, code)
    else tellUnknownCode(file, file.places.value(at), code, fact)
  }
  return codes
}

/** Reports that a text is not a code of a fact. */
export function tellUnknownCode(
  file: MappingFile,
  at: { start: number; end: number },
  code: string,
  fact: FactDeclaration,
): void {
  const declared = fact.codes.map((each) => each.code)
  file.fault('unknown-name', at, say('mapping.code', { code: quoted(code), fact: fact.name }), {
    help: file.suggest(code, declared) ?? say('mapping.code.help', { codes: allOf(declared) }),
  })
}
