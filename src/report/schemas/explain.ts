import { z } from 'zod'
import { numberOrRange, pack, schemaOf, text, textOrNull, tpa, type Words, yesNo } from './parts.js'
import { recordSchema } from './record.js'

const node = z
  .strictObject({
    text: text('an expression of the pack, a cell, a parameter, or a heading'),
    value: z
      .union([numberOrRange, z.boolean(), z.string(), z.array(z.boolean()), z.array(z.string())])
      .nullable()
      .describe(
        'what it can still be: a value, a range, both yes and no, several codes; `null` for a heading',
      ),
    unit: textOrNull('the unit of a number; `null` if it has none'),
    note: textOrNull('where the value comes from, or the verdict; `null` if there is nothing to say'),
    get children() {
      return z.array(node).describe('what it is made of')
    },
  })
  .meta({ id: 'node', description: 'an expression with the value seen' })

const settler = z.strictObject({
  fact: text('a fact of `needs`'),
  answers: z
    .array(
      z.strictObject({
        when: text('an answer, a turning point such as `transfer_income ≥ 300.00`, or `else`'),
        leads_to: text('the decision that it leads to, if all else stays as it is'),
      }),
    )
    .describe('what each answer leads to; empty if answers cannot be listed'),
})

/** `tpa explain -f json`. */
export const explainSchema = (words: Words) =>
  z
    .strictObject({
      schema: schemaOf('explain'),
      tpa,
      pack: pack.describe('the rules by which it is judged'),
      [words.name]: recordSchema(words).describe('the record, with the members of a record of `tpa assess`'),
      trees: z.array(node).describe('for each criterion the whole tree behind its verdict'),
      settlers: z.array(settler).describe('what would settle the decision; empty if it is decided'),
    })
    .describe('`tpa explain -f json`: one record, and why it has its decision.')

/** `tpa explain --record -f json`. */
export const recomputeSchema = ({ id }: Words) =>
  z
    .strictObject({
      schema: schemaOf('recompute'),
      tpa,
      pack: pack.describe('the rules by which it is judged now'),
      [id]: text('the id of the record'),
      same: yesNo('true if nothing differs'),
      stored_by: z
        .strictObject({
          tpa: text('the version of tpa that made it'),
          pack: z
            .strictObject({
              id: text('the name of the pack'),
              version: text('its version'),
              hash: text('its hash'),
            })
            .describe('the rules by which it was judged then'),
        })
        .nullable()
        .describe('what the stored result says about how it was made; `null` if it says nothing'),
      differences: z
        .array(
          z.strictObject({
            member: text('the member that differs: `decision`, `outputs.net_income`, `verdict of water`'),
            stored: textOrNull('its JSON in the stored result; `null` if it has no such member'),
            now: textOrNull('its JSON now; `null` if there is no such member'),
          }),
        )
        .describe('what differs; empty if all is the same'),
    })
    .describe('`tpa explain --record FILE -f json`: a stored record, judged again from its own facts.')
