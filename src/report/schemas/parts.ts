import { z } from 'zod'
import type { Severity } from '../../base/diagnostic.js'
import type { Verdict } from '../../engine/assessment.js'
import type { RecordDeclaration } from '../../lang/pack.js'
import type { GapReason } from '../../lang/record.js'

/** The words of a pack that are names of members: what it calls its records, and their id. */
export type Words = Pick<RecordDeclaration, 'id' | 'name' | 'plural'>

/** The words in published schemas. */
export const HOUSEHOLD: Words = { id: 'household_id', name: 'household', plural: 'households' }

/** The names of one union of texts, none forgotten and none twice. */
export const oneOf = <T extends string>(names: Record<T, true>) => z.enum(Object.keys(names) as [T, ...T[]])

export const text = (what: string) => z.string().describe(what)
export const textOrNull = (what: string) => z.string().nullable().describe(what)
export const texts = (what: string) => z.array(z.string()).describe(what)
export const yesNo = (what: string) => z.boolean().describe(what)
export const number = (what: string) => z.number().describe(what)
export const count = (what: string) => z.int().nonnegative().describe(what)
export const line = (what: string) => z.int().positive().describe(what)
const lineOrNull = (what: string) => z.int().positive().nullable().describe(what)
export const lines = (what: string) => z.array(z.int().positive()).describe(what)
export const counts = (what: string) => z.record(z.string(), z.int().nonnegative()).describe(what)
export const dayOrNull = (what: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable()
    .describe(what)

const sha256 = (what: string) =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe(what)
export const caseId = (what: string) =>
  z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe(what)

export const schemaOf = (name: string) =>
  z.literal(`tpa/${name}@1`).describe('the form of this object; members are only added to it')
export const tpa = text('the version of tpa that wrote it')

export const VERDICTS = oneOf<Verdict>({ met: true, unmet: true, not_applicable: true, unknown: true })

export const GAP_REASONS = oneOf<GapReason>({
  blank: true,
  dont_know: true,
  refused: true,
  not_asked: true,
  invalid: true,
  range: true,
  suspect: true,
  conflicting: true,
  absent: true,
  not_in_force: true,
})

export const SEVERITIES = oneOf<Severity>({ error: true, warning: true, note: true })

export const gap = z
  .strictObject({
    gap: GAP_REASONS.nullable().describe('the reason; `null` if only the number of members keeps it open'),
  })
  .meta({ id: 'gap', description: 'a value that is missing, with the reason' })

const bound = (what: string) => z.number().nullable().describe(`${what}; \`null\`: there is no bound`)

/** A number as far as it is known. */
const range = z
  .strictObject({ min: bound('the least that it can be'), max: bound('the most that it can be') })
  .meta({ id: 'range', description: 'a number that is still open' })

export const numberOrRange = z.union([z.number(), range])

/** A value or group that a fact has, or why there is none. */
export const valueOrGap = z.union([z.string(), gap])

export const pack = z
  .strictObject({
    id: text('the name of the pack'),
    version: text('its version'),
    hash: sha256('SHA-256 of what it means; comments, layout and titles do not count'),
    set: z
      .record(z.string(), z.number())
      .describe('parameters to which `--set` gives another value; left out if there is none')
      .optional(),
  })
  .meta({ id: 'pack', description: 'a rule pack' })

export const programme = z
  .strictObject({
    id: text('the name of the programme'),
    version: text('its version'),
    hash: sha256('SHA-256 of all that can change a result; titles, notes and layout do not count'),
  })
  .meta({ id: 'programme', description: 'a programme, which says what figures are made of decisions' })

const input = z
  .strictObject({
    file: text('the file as it was named; of an absolute path only the last part; `-` for stdin'),
    bytes: count('its size'),
    sha256: sha256('SHA-256 of all its bytes'),
    encoding: text('how its bytes were read: `utf-8`, `gb18030` …; `binary` for workbooks and archives'),
  })
  .meta({ id: 'input', description: 'a file that was read' })

const mapping = z
  .strictObject({ file: text('the file'), sha256: sha256('SHA-256 of all its bytes') })
  .meta({ id: 'mapping', description: 'the mapping by which files were read' })

/** `inputs`, and `mapping` where there is one. */
export const inputs = {
  inputs: z.array(input).describe('the files that were read'),
  mapping: mapping.describe('the mapping by which they were read; left out if there is none').optional(),
}

const ledger = z
  .strictObject({
    read: count('records that were read: `assessed + rejected + duplicates + not_interviews`'),
    assessed: count('records that were judged'),
    rejected: count('rows that no record could be made of'),
    duplicates: count('records that are held because they share an id'),
    not_interviews: count('rows that say that there was no interview'),
    blank_rows: count('rows without a filled cell; not counted in `read`'),
    skipped_rows: count('titles, labels, hashtags of HXL and repeated headers; not counted in `read`'),
    total_rows: count('rows that add up other rows; not counted in `read`'),
  })
  .meta({ id: 'ledger', description: 'what became of every record' })

const roster = z
  .strictObject({
    file: text('the file'),
    read: count('its rows: `joined + orphaned + rejected + blank`'),
    joined: count('rows that found their record'),
    orphaned: count('rows that belong to no record, or to no member of it'),
    rejected: count('rows that no member could be made of'),
    blank: count('rows without a filled cell'),
  })
  .meta({ id: 'roster', description: 'what became of the rows of a file of members' })

export const ledgers = {
  ledger: ledger.describe('what became of every record'),
  rosters: z.array(roster).describe('the same for each file with rows of members'),
}

/** `engine`, where one was asked for. */
export const engine = {
  engine: z
    .strictObject({
      compiled: count('records that compiled code judged'),
      interpreted: count('records that the interpreter judged'),
    })
    .describe('how many records each engine judged; left out without `--engine`')
    .optional(),
}

/** Records and persons by decision. */
export const decisionCounts = {
  decisions: counts('records by decision, in the order of the pack, `verify` last'),
  persons: z.record(z.string(), z.number()).describe('persons in these records, by decision'),
  persons_unknown: count('records whose number of persons is not known; not in `persons`'),
}

export const packPlace = z
  .strictObject({
    file: text('the file'),
    line: line('the line, from 1'),
    column: line('the column, from 1'),
  })
  .meta({ id: 'place', description: 'a place in a text' })

const cellPlace = z
  .strictObject({
    file: text('the file'),
    line: lineOrNull('the line, from 1; `null` if it is about the file'),
    field: textOrNull('the header of the column; `null` if it is about the row'),
  })
  .meta({ id: 'cell', description: 'a place in survey data' })

/** What can be done, as data. */
export const fix = z
  .union([
    z.strictObject({ flag: text('what to add to the command') }),
    z.strictObject({ mapping: text('what to add to the mapping') }),
  ])
  .meta({ id: 'fix', description: 'the advice of `help` as data, ready to paste' })

export const diagnostic = z
  .strictObject({
    code: text('a code of docs/diagnostics.md; codes keep their meaning, and new codes may be added'),
    severity: SEVERITIES.describe('how serious it is'),
    message: text('what is wrong, in one sentence'),
    why: textOrNull('why; `null` if there is no more to say'),
    help: textOrNull('what to do; `null` if there is no advice'),
    fix: fix.describe('the advice as data; left out if it is not a flag or a line of a mapping').optional(),
    at: z
      .union([packPlace, cellPlace])
      .nullable()
      .describe('where: in a text `file`, `line`, `column`; in data `file`, `line`, `field`'),
    witness: text('a record that shows it, as YAML; left out if there is none').optional(),
    repeats: z
      .strictObject({
        count: count('how many more there are'),
        lines: lines('the lines of the first of these'),
      })
      .nullable()
      .describe('more of the same kind in the same column; `null` if there is none'),
  })
  .meta({ id: 'diagnostic', description: 'something that is wrong or worth knowing' })
