import { z } from 'zod'
import { programmeSchema } from './schema.js'

/** The JSON Schema of a programme file, for editors. */
export const programmeJsonSchema = (): object => ({
  ...z.toJSONSchema(programmeSchema, { io: 'input' }),
  title: 'A tpa programme',
})
