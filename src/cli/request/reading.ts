import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { didYouMean } from '../../base/suggest.js'
import type { Pack } from '../../lang/pack.js'
import type { Delimiter, Format, ReadingOptions } from '../../survey/files/data-file.js'
import type { Encoding } from '../../survey/files/encodings.js'
import type { Mapping } from '../../survey/mapping/mapping.js'
import { usageFault } from '../terminal/usage.js'

/** How to read files, as the user says it and commander gives it. */
export interface ReadingFlags {
  readonly from?: Exclude<Format, 'xlsx'>
  readonly mapping?: string
  readonly preset?: string
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
  readonly headerRows?: number
  readonly titleRows?: number
  readonly labelRows?: number
  readonly partial?: boolean
  readonly shortRows?: boolean
}

/** How to read files: their form, and which column says what. */
export interface ReadingRequest {
  readonly reading: ReadingOptions
  /** The path of a mapping. */
  readonly mapping: string | null
  /** The name of one that comes with tpa. */
  readonly preset: string | null
}

export function readingRequest(flags: ReadingFlags): ReadingRequest {
  const { from: format = null, encoding = null, delimiter = null, mapping = null, preset = null } = flags
  const { headerRows = null, titleRows = null, labelRows = null, partial = false, shortRows = false } = flags
  return {
    reading: { format, encoding, delimiter, headerRows, titleRows, labelRows, partial, shortRows },
    mapping,
    preset,
  }
}

/** Options of every command that judges survey files. */
export const fileOptions = (command: Command): Command =>
  lookOptions(
    command
      .optionsGroup(say('help.input'))
      .option('-m, --mapping <file>', say('option.mapping'))
      .option('--preset <name>', say('option.preset')),
  )

/** Options that say what the files look like. */
export const lookOptions = (command: Command): Command =>
  command
    .optionsGroup(say('help.input'))
    .addOption(
      new Option('--from <format>', say('option.from')).argParser(oneOf(['csv', 'yaml', 'json', 'ndjson'])),
    )
    .addOption(new Option('--encoding <name>', say('option.encoding')).argParser(encoding))
    .addOption(new Option('--delimiter <sign>', say('option.delimiter')).argParser(delimiter))
    .addOption(new Option('--title-rows <n>', say('option.title-rows')).argParser(rows(0)))
    .addOption(new Option('--header-rows <n>', say('option.header-rows')).argParser(rows(1)))
    .addOption(new Option('--label-rows <n>', say('option.label-rows')).argParser(rows(0)))
    .option('--short-rows', say('option.short-rows'), false)
    .option('--partial', say('option.partial'), false)

/** That a value is none of those known: the nearest, or all of them. */
export const noneOf = (names: readonly string[], value: string): InvalidArgumentError =>
  new InvalidArgumentError(
    didYouMean(value, names) ?? say('usage.one-of', { names: names.join(say('names.item')) }),
  )

const oneOf = (names: readonly string[]) => (value: string) => {
  if (names.includes(value)) return value
  throw noneOf(names, value)
}

/** The encodings that survey files come in, by the labels that people know; checked without loading what decodes them. */
const LABELS: ReadonlyMap<string, Encoding> = new Map(
  Object.entries({
    'utf-8': 'utf-8',
    utf8: 'utf-8',
    'utf-16': 'utf-16le',
    'utf-16le': 'utf-16le',
    'utf-16be': 'utf-16be',
    gb18030: 'gb18030',
    gbk: 'gb18030',
    gb2312: 'gb18030',
    big5: 'big5',
    shift_jis: 'shift_jis',
    sjis: 'shift_jis',
    'euc-kr': 'euc-kr',
    'windows-1250': 'windows-1250',
    'windows-1251': 'windows-1251',
    'windows-1252': 'windows-1252',
    latin1: 'windows-1252',
    'iso-8859-1': 'windows-1252',
    'windows-1256': 'windows-1256',
    'windows-874': 'windows-874',
  }),
)

function encoding(label: string): Encoding {
  const found = LABELS.get(label.toLowerCase())
  if (found !== undefined) return found
  const names = [...LABELS.keys()]
  throw noneOf(names, label)
}

const DELIMITERS: ReadonlyMap<string, Delimiter> = new Map(
  Object.entries({
    ',': ',',
    comma: ',',
    ';': ';',
    semicolon: ';',
    '\t': '\t',
    '\\t': '\t',
    tab: '\t',
    '|': '|',
    bar: '|',
  }),
)

function delimiter(sign: string): Delimiter {
  const found = DELIMITERS.get(sign)
  if (found === undefined) throw new InvalidArgumentError(say('usage.delimiter'))
  return found
}

const rows = (least: number) => (value: string) => {
  if (/^\d{1,3}$/.test(value) && Number(value) >= least) return Number(value)
  throw new InvalidArgumentError(say('usage.rows', { least }))
}

/** Loads the mapping that is asked for; `null` where columns are known by their names. */
export async function mappingFor(
  pack: Pack,
  { mapping, preset }: Pick<ReadingRequest, 'mapping' | 'preset'>,
): Promise<{ readonly mapping: Mapping | null } | { readonly faults: readonly Diagnostic[] }> {
  if (mapping === null && preset === null) return { mapping: null }
  if (mapping !== null && preset !== null) {
    const message = say('usage.exclude', { one: '--mapping', other: '--preset' })
    return { faults: [usageFault(message, say('usage.exclude.help.preset'))] }
  }
  const { loadMapping, loadPreset } = await import('../../survey/mapping/load-mapping.js')
  return mapping === null ? loadPreset(preset ?? '', pack) : loadMapping(mapping, pack)
}
