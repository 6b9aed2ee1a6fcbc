import { z } from 'zod'
import {
  count,
  decisionCounts,
  diagnostic,
  engine,
  inputs,
  ledgers,
  line,
  pack,
  schemaOf,
  text,
  textOrNull,
  texts,
  tpa,
  valueOrGap,
  type Words,
  yesNo,
} from './parts.js'
import { recordMembers, recordSchema } from './record.js'

const criterion = z
  .strictObject({
    met: count('records that meet it'),
    unmet: count('records that do not'),
    unknown: count('records for which this is not known'),
    not_applicable: count('records to which it does not apply'),
    commonest_gap: textOrNull(
      'the fact that is missing most often when it is unknown; `null` if it is never unknown',
    ),
  })
  .meta({ id: 'criterion_count', description: 'how often a criterion has each verdict' })

const group = z
  .strictObject({
    value: valueOrGap.describe('the value, or why there is none'),
    assessed: count('records with it that were judged'),
    ...decisionCounts,
  })
  .meta({ id: 'group', description: 'the records with one value of a fact' })

const summary = z.strictObject({
  ...decisionCounts,
  criteria: z.record(z.string(), criterion).describe('verdicts, by criterion'),
  assumed: texts('what was taken for facts without a column in any file: `risk=no`'),
  by: z
    .strictObject({
      fact: text('the fact'),
      groups: z.array(group).describe('the records by its value, those without one last'),
    })
    .describe('the same by the fact of `--by`; left out without it')
    .optional(),
})

/** `tpa assess -f json`. */
export const assessSchema = (words: Words) => {
  const { id, plural } = words
  const held = z.strictObject({
    [id]: text('the id'),
    file: text('the file that has the row'),
    line: line('the line on which it starts, from 1'),
    agrees: yesNo('true if all rows with the id say the same'),
  })
  return z
    .strictObject({
      schema: schemaOf('assess'),
      tpa,
      pack: pack.describe('the rules of the run'),
      ...inputs,
      [plural]: z
        .array(recordSchema(words))
        .describe('the judged records in the order of the files; only those of `--only` if it is given'),
      held: z.array(held).describe('rows that share an id with another; none of them is judged'),
      ...ledgers,
      summary: summary.describe('the records that were judged, counted; `--only` leaves none out'),
      diagnostics: z.array(diagnostic).describe('what is wrong with the data, each kind once'),
      ...engine,
    })
    .describe('`tpa assess -f json`: the judged records, and the counts of the run.')
}

/** A line of `tpa assess -f ndjson`. */
export const ndjsonSchema = (words: Words, keep: readonly string[] = []) =>
  z
    .strictObject(recordMembers(words, keep))
    .describe(
      'A line of `tpa assess -f ndjson`: one judged record. Columns of `--keep` come after `line` under their own headers.',
    )
