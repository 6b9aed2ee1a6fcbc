import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createLog, type Diagnostic } from '../../src/base/diagnostic.js'
import { rangeText } from '../../src/base/range.js'
import { type CaseRecord, type Fact, knownText, type Member } from '../../src/lang/record.js'
import { type InputFile, PLAIN_READING } from '../../src/survey/files/data-file.js'
import type { Ledger, RosterLedger } from '../../src/survey/records/ledger.js'
import type { Row } from '../../src/survey/records/rows.js'
import { openSurvey, type SurveyOptions } from '../../src/survey/survey.js'
import { samplePack } from './sample-pack.js'

const folder = mkdtempSync(join(tmpdir(), 'tpa-data-'))
let files = 0

/** Writes a file into a scratch folder and returns its path; the same name twice gives two folders. */
export function writeSample(name: string, content: string | Buffer): string {
  const path = join(folder, `${files++}-${name}`)
  writeFileSync(path, content)
  return path
}

export interface WholeReading {
  readonly rows: readonly Row[]
  readonly ledger: Ledger
  readonly rosters: readonly RosterLedger[]
  readonly diagnostics: readonly Diagnostic[]
  readonly assumed: readonly string[]
  readonly inputs: readonly InputFile[]
}

/** Reads files to the end; throws the faults, which no caller of this expects. */
export async function readAll(
  paths: readonly string[],
  options: Partial<SurveyOptions> = {},
): Promise<WholeReading> {
  const opened = await openSurvey(withDefaults(paths, options))
  if ('faults' in opened) throw new Error(opened.faults.map(({ message }) => message).join('\n'))
  const { survey } = opened
  const log = createLog()
  const rows: Row[] = []
  try {
    for await (const row of survey.rows(log)) rows.push(row)
    return {
      rows,
      ledger: survey.ledger(),
      rosters: survey.rosters(),
      diagnostics: log.list(),
      assumed: survey.assumed,
      inputs: survey.inputs,
    }
  } finally {
    await survey.close()
  }
}

/** One text read as one file. */
export const readText = (name: string, text: string | Buffer, options: Partial<SurveyOptions> = {}) =>
  readAll([writeSample(name, text)], options)

/** What stops the reading of files; empty where nothing does. */
export async function faultsOf(
  paths: readonly string[],
  options: Partial<SurveyOptions> = {},
): Promise<readonly Diagnostic[]> {
  const opened = await openSurvey(withDefaults(paths, options))
  if ('faults' in opened) return opened.faults
  await opened.survey.close()
  return []
}

export const faultsOfText = (name: string, text: string | Buffer, options: Partial<SurveyOptions> = {}) =>
  faultsOf([writeSample(name, text)], options)

const withDefaults = (paths: readonly string[], options: Partial<SurveyOptions>): SurveyOptions => ({
  pack: samplePack,
  files: paths,
  mapping: null,
  reading: PLAIN_READING,
  assume: new Map(),
  keep: [],
  stdin: Readable.from([]),
  ...options,
})

export const recordsOf = ({ rows }: WholeReading): CaseRecord[] =>
  rows.flatMap((row) => (row.kind === 'record' ? [row.record] : []))

/** A fact in a word: `4000`, `no`, `none (assumed)`, `gap blank`. */
export function factText(fact: Fact | undefined): string {
  if (fact === undefined) return 'missing'
  if (fact.kind === 'gap') return fact.range === undefined ? `gap ${fact.reason}` : rangeText(fact.range)
  return knownText(fact.value) + (fact.assumed === true ? ' (assumed)' : '')
}

export const factsText = ({ facts }: CaseRecord | Member): Record<string, string> =>
  Object.fromEntries([...facts].map(([name, fact]) => [name, factText(fact)]))

/** The facts of each member, or the gap that the roster is. */
export const membersOf = ({ members }: CaseRecord) =>
  members?.kind === 'rows' ? members.rows.map(factsText) : members

/** One fact of the first record. */
export const firstFact = (reading: WholeReading, name: string): string =>
  factText(recordsOf(reading)[0]?.facts.get(name))
