import { describe, expect, it } from 'vitest'
import { SHIPPED_PACKS } from '../../../src/base/shipped.js'
import { loadPack } from '../../../src/engine/load-pack.js'
import { loadPreset } from '../../../src/survey/mapping/load-mapping.js'
import { folderOf } from '../files/open.js'
import { faultsOf } from '../read.js'

const loaded = await loadPack(`${SHIPPED_PACKS}/cn-2020`)
if ('faults' in loaded) throw new Error('cn-2020 loads')
const { pack } = loaded

const KOBO = '_uuid,_id,_submission_time,net_income\nu1,1,2020-05-01,9000\n'
const ODK = 'SubmissionDate,KEY,SubmitterName,ReviewState,net_income\n2020-05-01,k1,x,,9000\n'
const ONA = '_uuid,_submission_time,_id,children[1]/age,net_income\nu1,2020-05-01,1,9,9000\n'
const SUSO = 'interview__key,interview__id,net_income\n1,a,9000\n'
const REDCAP = 'record_id,redcap_repeat_instrument,redcap_repeat_instance,net_income\n1,,,9000\n'

async function faultOf(preset: string, text: string) {
  const reading = await loadPreset(preset, pack)
  if ('faults' in reading) throw new Error('the preset loads')
  const [fault] = await faultsOf([folderOf({ 'export.csv': text })], { pack, mapping: reading.mapping })
  expect(fault?.code).toBe('unknown-column')
  return fault
}

describe('a preset for the export of another tool', () => {
  it.each([
    ['odk', KOBO, 'kobo', 'KoboToolbox'],
    ['register-cn', KOBO, 'kobo', 'KoboToolbox'],
    ['kobo', ODK, 'odk', 'ODK'],
    ['register-cn', ODK, 'odk', 'ODK'],
  ])('%s names the one that reads it', async (preset, text, right, tool) => {
    expect(await faultOf(preset, text)).toMatchObject({
      why: expect.stringContaining(tool),
      fix: { flag: `--preset ${right}` },
    })
  })

  it.each([
    ['odk', ONA, 'KoboToolbox'],
    ['odk', SUSO, 'Survey Solutions'],
    ['kobo', SUSO, 'Survey Solutions'],
    ['kobo', REDCAP, 'REDCap'],
  ])('%s names the tool where no preset reads it', async (preset, text, tool) => {
    const fault = await faultOf(preset, text)
    expect(fault).toMatchObject({
      why: expect.stringContaining(tool),
      help: expect.stringContaining('inspect'),
    })
    expect(fault).not.toHaveProperty('fix')
  })

  it.each([
    ['odk', 'household_id,net_income\nH1,9000\n'],
    ['odk', 'SubmissionDate,SubmitterName,ReviewState,net_income\n2020-05-01,x,,9000\n'],
    ['kobo', 'start,status,id,net_income\n1,2,3,9000\n'],
  ])('%s is not doubted where no other tool shows', async (preset, text) => {
    expect(await faultOf(preset, text)).not.toHaveProperty('why')
  })
})
