import type { Json } from '../../base/tree/json-text.js'
import type { EngineCounts } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import type { Programme } from '../../programme/policy/programme.js'
import type { SurveyContext } from '../context.js'

/** The pack of a run, with the values of `--set`. */
export const packJson = ({ id, version, hash, set }: Pack): Json => ({
  id,
  version,
  hash,
  ...(set.size === 0 ? {} : { set: Object.fromEntries(set) }),
})

/** The programme of a run. */
export const programmeJson = ({ id, version, hash }: Programme): Json => ({ id, version, hash })

/** The members that say what was read: `inputs`, and `mapping` where there was one. */
export const inputsJson = ({ inputs, mapping }: SurveyContext): { [name: string]: Json } => ({
  inputs: inputs.map(({ file, bytes, sha256, encoding }) => ({ file, bytes, sha256, encoding })),
  ...(mapping === null ? {} : { mapping: { ...mapping } }),
})

/** `engine`, the only member that differs between engines; none where nobody asked for one. */
export const engineJson = (engine: EngineCounts | null): { [name: string]: Json } =>
  engine === null ? {} : { engine: { ...engine } }
