import { createLog } from '../../src/base/diagnostic.js'
import { assessRecord } from '../../src/engine/assess.js'
import { loadPack } from '../../src/engine/load-pack.js'
import type { Pack } from '../../src/lang/pack.js'
import type { CaseRecord } from '../../src/lang/record.js'
import { openSurvey } from '../../src/survey/survey.js'
import { ROOT } from '../measure/child.js'
import type { Evaluation } from './way.js'

const AS_IT_LOOKS = {
  format: null,
  encoding: null,
  delimiter: null,
  headerRows: null,
  titleRows: null,
  labelRows: null,
}

/** The default pack, and the records of a file as an engine gets them. */
export async function packAndRecords(file: string): Promise<{ pack: Pack; records: readonly CaseRecord[] }> {
  const loaded = await loadPack(`${ROOT}/rules/cn-2020`)
  if ('faults' in loaded) throw new Error('the pack does not load')
  const { pack } = loaded
  const opening = await openSurvey({
    pack,
    files: [file],
    mapping: null,
    reading: AS_IT_LOOKS,
    assume: new Map(),
    keep: [],
    stdin: process.stdin,
  })
  if ('faults' in opening) throw new Error(`${file} does not open`)
  const records: CaseRecord[] = []
  for await (const row of opening.survey.rows(createLog()))
    if (row.kind === 'record') records.push(row.record)
  await opening.survey.close()
  return { pack, records }
}

/** The interpreter. */
export async function interpreter(file: string): Promise<Evaluation> {
  const { pack, records } = await packAndRecords(file)
  const pass = () => records.map((record) => assessRecord(pack, record, { asOf: null }).decision)
  return { households: records.length, pass }
}
