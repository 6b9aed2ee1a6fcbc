import { z } from 'zod'
import { EXTENDING_KEYS, OWN_KEYS } from './extending-keys.js'
import { packSchema } from './pack-schema.js'

/** The JSON Schema of a pack file, for editors. A pack that extends another needs only the keys that every pack must have itself. */
export function packJsonSchema(): object {
  const { required = [], ...schema } = z.toJSONSchema(packSchema, { io: 'input' })
  const own = required.filter((key) => OWN_KEYS.has(key))
  return {
    ...schema,
    title: 'A tpa rule pack',
    required: own,
    if: { required: ['extends'] },
    then: { propertyNames: { enum: [...EXTENDING_KEYS] } },
    else: { required: required.filter((key) => !own.includes(key)) },
  }
}
