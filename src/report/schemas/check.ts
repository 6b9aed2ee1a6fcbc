import { z } from 'zod'
import { changeMembers } from './diff.js'
import { diagnostic, pack, programme, schemaOf, text, textOrNull, tpa } from './parts.js'

const checked = z.strictObject({
  place: text('the pack as it was named or found'),
  pack: pack.nullable().describe('the pack; `null` if it does not load'),
  programme: programme
    .nullable()
    .describe('the programme that goes with it; `null` if it does not load, left out if there is none')
    .optional(),
  diagnostics: z.array(diagnostic).describe('what was found, notes included'),
  extends: z
    .strictObject({
      pack: textOrNull('the pack that it extends'),
      changes: z.array(z.strictObject(changeMembers)).describe('what it changes in that pack'),
    })
    .describe('left out if it extends none')
    .optional(),
})

/** `tpa check -f json`. */
export const checkSchema = () =>
  z
    .strictObject({ schema: schemaOf('check'), tpa, packs: z.array(checked).describe('the packs') })
    .describe('`tpa check -f json`: what can be proved about packs.')
