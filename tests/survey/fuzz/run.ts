import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createLog, type Diagnostic } from '../../../src/base/diagnostic.js'
import { assessRecord } from '../../../src/engine/assess.js'
import type { Assessment } from '../../../src/engine/assessment.js'
import { loadPack } from '../../../src/engine/load-pack.js'
import type { Pack } from '../../../src/lang/pack.js'
import { createAbsentColumns } from '../../../src/report/assess/absent-columns.js'
import { PLAIN_READING, type ReadingOptions } from '../../../src/survey/files/data-file.js'
import { diagnosticOf } from '../../../src/survey/files/input.js'
import { loadPreset, readMapping } from '../../../src/survey/mapping/load-mapping.js'
import type { Ledger, RosterLedger } from '../../../src/survey/records/ledger.js'
import type { Row } from '../../../src/survey/records/rows.js'
import { openSurvey } from '../../../src/survey/survey.js'
import { folderOf } from '../files/open.js'

/** What is read, and how. */
export interface Input {
  readonly files: Readonly<Record<string, Buffer>>
  readonly mapping: string | null
  readonly preset: string | null
  readonly reading: Partial<ReadingOptions>
}

/** What comes of it: exit 2 with what stops the run, or all rows with their judgements. */
export type Outcome =
  | { readonly stopped: readonly Diagnostic[] }
  | {
      readonly rows: readonly Row[]
      readonly assessments: readonly Assessment[]
      readonly ledger: Ledger
      readonly rosters: readonly RosterLedger[]
      readonly diagnostics: readonly Diagnostic[]
      readonly encodings: ReadonlyMap<string, string>
    }

let pack: Promise<Pack> | null = null

function cn2020(): Promise<Pack> {
  pack ??= loadPack('rules/cn-2020').then((loaded) => {
    if ('pack' in loaded) return loaded.pack
    throw new Error('the pack does not load')
  })
  return pack
}

/** Judges the files as `tpa assess` does. Throws only what would be exit 70. */
export async function judge(input: Input): Promise<Outcome> {
  const folder = folderOf(input.files)
  try {
    return await judgeFolder(input, folder)
  } catch (error) {
    const stopped = diagnosticOf(error)
    if (stopped === null) throw error
    return { stopped: [stopped] }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function judgeFolder({ files, mapping, preset, reading }: Input, folder: string): Promise<Outcome> {
  const pack = await cn2020()
  const loaded =
    mapping !== null
      ? readMapping('mapping.yaml', Buffer.from(mapping), pack)
      : preset === null
        ? null
        : await loadPreset(preset, pack)
  if (loaded !== null && 'faults' in loaded) return { stopped: loaded.faults }
  const opened = await openSurvey({
    pack,
    files: Object.keys(files).map((name) => join(folder, name)),
    mapping: loaded?.mapping ?? null,
    reading: { ...PLAIN_READING, ...reading },
    assume: new Map(),
    keep: [],
    stdin: Readable.from([]),
  })
  if ('faults' in opened) return { stopped: opened.faults }
  const { survey } = opened
  try {
    const log = createLog()
    const absent = createAbsentColumns(pack)
    const rows: Row[] = []
    const assessments: Assessment[] = []
    for await (const row of survey.rows(log)) {
      rows.push(row)
      if (row.kind !== 'record') continue
      const assessment = assessRecord(pack, row.record, { asOf: null })
      for (const diagnostic of assessment.diagnostics) log.add(diagnostic)
      absent.add(assessment)
      assessments.push(assessment)
    }
    return {
      rows,
      assessments,
      ledger: survey.ledger(),
      rosters: survey.rosters(),
      diagnostics: [...log.list(), ...absent.diagnostics()],
      encodings: new Map(survey.inputs.map(({ file, encoding }) => [file, encoding])),
    }
  } finally {
    await survey.close()
  }
}
