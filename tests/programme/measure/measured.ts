import { readFileSync } from 'node:fs'
import { createLog } from '../../../src/base/diagnostic.js'
import { significantDigits } from '../../../src/base/quotient.js'
import { assessRecord } from '../../../src/engine/assess.js'
import { loadPack } from '../../../src/engine/load-pack.js'
import type { Pack } from '../../../src/lang/pack.js'
import type { CaseRecord } from '../../../src/lang/record.js'
import { askedForMeasures } from '../../../src/programme/measure/asked.js'
import { type Figure, figuresOf } from '../../../src/programme/measure/figures.js'
import { createMeasureFold } from '../../../src/programme/measure/fold.js'
import { createIdentities } from '../../../src/programme/measure/identities.js'
import type { Programme } from '../../../src/programme/policy/programme.js'
import { readProgramme } from '../../../src/programme/policy/read.js'
import { PLAIN_READING } from '../../../src/survey/files/data-file.js'
import { openSurvey } from '../../../src/survey/survey.js'

export interface Judged {
  readonly pack: Pack
  readonly asked: Pack
  readonly programme: Programme
}

/** A pack with its programme, as `tpa measure` judges by them. */
export async function judgedBy(folder: string, change = (text: string) => text): Promise<Judged> {
  const loaded = await loadPack(folder)
  if ('faults' in loaded) throw new Error(JSON.stringify(loaded.faults))
  const file = `${folder}/programme.yaml`
  const reading = readProgramme(file, change(readFileSync(file, 'utf8')), loaded.pack)
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults))
  const { programme } = reading
  return { pack: loaded.pack, programme, asked: askedForMeasures(loaded.pack, programme) }
}

/** The records of files. */
export async function recordsOf({ asked }: Judged, files: readonly string[]): Promise<CaseRecord[]> {
  const opening = await openSurvey({
    pack: asked,
    files,
    mapping: null,
    reading: PLAIN_READING,
    assume: new Map(),
    keep: [],
    stdin: process.stdin,
    onProgress: () => {},
  })
  if ('faults' in opening) throw new Error(JSON.stringify(opening.faults))
  const records: CaseRecord[] = []
  for await (const row of opening.survey.rows(createLog()))
    if (row.kind === 'record') records.push(row.record)
  await opening.survey.close()
  return records
}

/** Every figure of a full count. */
export function figuresOfRecords(
  { pack, asked, programme }: Judged,
  records: readonly CaseRecord[],
  by: readonly (readonly string[])[] = [],
): Figure[] {
  const fold = createMeasureFold(pack, programme, { by, isSample: false })
  for (const record of records) fold.add(assessRecord(asked, record, { asOf: null }), null)
  const identities = createIdentities()
  const figures = fold.groups().flatMap((group) => {
    const own = figuresOf({ pack, programme, sample: null }, group)
    identities.add(own)
    return own
  })
  identities.check()
  return figures
}

/** `137..157`, `254`, or `0.035..` where the end is open. */
export function boundsOf(figures: readonly Figure[], name: string, counted: string, digits = 9): string {
  const found = figures.find(
    ({ by, figure, counted: own, cases }) =>
      by === '' && figure === name && own === counted && cases === 'all',
  )
  if (found === undefined) throw new Error(`no figure ${name} in ${counted}`)
  const text = (end: Figure['least']) => (end === null ? '' : significantDigits(end, digits))
  const [least, most] = [text(found.least), text(found.most)]
  return least === most ? least : `${least}..${most}`
}
