import type { Json } from '../../base/tree/json-text.js'
import type { EngineCounts } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import type { SurveyContext } from '../context.js'

/** Which pack it was, and the parameters that were held at a value. */
export const packJson = ({ id, version, hash, set }: Pack): Json => ({
  id,
  version,
  hash,
  ...(set.size === 0 ? {} : { set: Object.fromEntries(set) }),
})

/** The members that say what was read: the files, and the mapping where there is one. */
export const inputsJson = ({ inputs, mapping }: SurveyContext): { [name: string]: Json } => ({
  inputs: inputs.map(({ file, bytes, sha256, encoding }) => ({ file, bytes, sha256, encoding })),
  ...(mapping === null ? {} : { mapping: { ...mapping } }),
})

/** The member that alone differs between engines. */
export const engineJson = (engine: EngineCounts | null): { [name: string]: Json } =>
  engine === null ? {} : { engine: { ...engine } }
