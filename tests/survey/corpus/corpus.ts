import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { createLog, type Diagnostic, isTextPlace } from '../../../src/base/diagnostic.js'
import { SHIPPED_PACKS } from '../../../src/base/shipped.js'
import { assessRecord } from '../../../src/engine/assess.js'
import { loadPack } from '../../../src/engine/load-pack.js'
import type { Pack } from '../../../src/lang/pack.js'
import type { CaseRecord, Fact, Member } from '../../../src/lang/record.js'
import { PLAIN_READING, type ReadingOptions } from '../../../src/survey/files/data-file.js'
import { loadPreset, readMapping } from '../../../src/survey/mapping/load-mapping.js'
import type { Mapping } from '../../../src/survey/mapping/mapping.js'
import type { RosterLedger } from '../../../src/survey/records/ledger.js'
import type { Row } from '../../../src/survey/records/rows.js'
import { openSurvey } from '../../../src/survey/survey.js'
import { folderOf } from '../files/open.js'
import { factText } from '../read.js'

const loaded = await loadPack(`${SHIPPED_PACKS}/cn-2020`)
if ('faults' in loaded) throw new Error('cn-2020 loads')
const { pack } = loaded

/** A small export, damaged in one way, and what has to come of it. */
export interface Damaged {
  readonly files: Readonly<Record<string, string | Buffer>>
  /** What stands below `mapping: 1`, or the name of a preset. */
  readonly mapping: string
  readonly reading?: Partial<ReadingOptions>
  /** Line by line: the ledger, those of rosters, what becomes of each row, what is said. */
  readonly comes: string
}

/** Reads each export with its mapping, judges its households, and compares everything that comes of it. */
export function testExports(cases: Readonly<Record<string, Damaged>>): void {
  test.each(Object.entries(cases))('%s', async (_, { comes, ...damaged }) => {
    expect(await outcomeOf(damaged)).toEqual(linesOf(comes))
  })
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

async function outcomeOf({ files, mapping, reading }: Omit<Damaged, 'comes'>): Promise<string[]> {
  const folder = folderOf(files)
  const opened = await openSurvey({
    pack,
    files: readdirSync(folder).map((name) => join(folder, name)),
    mapping: await mappingFor(mapping),
    reading: { ...PLAIN_READING, ...reading },
    assume: new Map(),
    keep: [],
    stdin: Readable.from([]),
  })
  if ('faults' in opened) return opened.faults.map((fault) => `fault ${told(fault)}`)
  const { survey } = opened
  const log = createLog()
  const shown: string[] = []
  const answers: string[] = []
  for await (const row of survey.rows(log)) shown.push(rowText(row, log.add, answers))
  await survey.close()
  return [
    ledgerText(survey.ledger()),
    ...survey.rosters().map(({ file, ...counts }: RosterLedger) => `${file} ${ledgerText(counts)}`),
    ...shown,
    ...log.list().map(told),
  ]
}

async function mappingFor(text: string): Promise<Mapping> {
  const reading =
    text.includes('\n') || text.includes(':')
      ? readMapping('mapping.yaml', Buffer.from(`mapping: 1\n${text}`), pack)
      : await loadPreset(text, pack)
  if ('mapping' in reading) return reading.mapping
  throw new Error(reading.faults.map(({ message }) => message).join('\n'))
}

/** `read 3 = assessed 2 + rejected 1`, without what is none. */
function ledgerText({ read, ...counts }: { readonly read: number } & object): string {
  const parts = Object.entries(counts).filter(([, count]) => count !== 0)
  return `read ${read} = ${parts.map(([name, count]) => `${name} ${count}`).join(' + ')}`
}

/** `H1 register water: wage_income 400; age 5, in_school yes; age 7`. Held rows with the same answers have the same letter. */
function rowText(row: Row, tell: (diagnostic: Diagnostic) => void, answers: string[]): string {
  switch (row.kind) {
    case 'record': {
      const { decision, reasons, diagnostics } = assessRecord(pack, row.record, { asOf: null })
      for (const diagnostic of diagnostics) tell(diagnostic)
      return `${[row.record.id, decision, ...reasons].join(' ')}: ${recordText(row.record, pack)}`
    }
    case 'held':
      if (!answers.includes(row.fingerprint)) answers.push(row.fingerprint)
      return `held ${row.id} ${row.file}:${row.line} as ${'abcdef'[answers.indexOf(row.fingerprint)]}`
    case 'no-interview':
      return `no interview ${row.id} ${row.file}:${row.line}`
    case 'rejected':
      return `rejected ${[row.code, `${row.file}:${row.line}`, row.field].filter(Boolean).join(' ')}`
  }
}

function recordText({ facts, members }: CaseRecord, { record }: Pack): string {
  const own = [...facts].filter(([name]) => name !== record.id)
  const rows = members?.kind === 'rows' ? members.rows.map(({ facts }: Member) => factsLine([...facts])) : []
  const gap = members?.kind === 'gap' && members.reason !== 'absent' ? [`members ${members.reason}`] : []
  return [factsLine(own), ...rows, ...gap].filter((part) => part !== '').join('; ')
}

/** What is said of facts: without those that no column says. */
const factsLine = (facts: readonly [string, Fact][]) =>
  facts
    .filter(([, fact]) => (fact.kind === 'gap' ? fact.reason !== 'absent' : fact.assumed !== true))
    .map(([name, fact]) => `${name} ${factText(fact).replace('gap ', '?').replaceAll('\n', '⏎')}`)
    .join(', ')

/** `ragged-row main.csv:3 wage`, with how many more there are of it. */
function told({ code, at, repeats }: Diagnostic): string {
  const more = repeats === undefined ? '' : ` and ${repeats.count} more`
  if (at === null) return code + more
  const place = at.line === null ? at.file : `${at.file}:${at.line}`
  return [code, place, isTextPlace(at) ? null : at.field].filter(Boolean).join(' ') + more
}
