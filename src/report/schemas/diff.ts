import { z } from 'zod'
import type { Change } from '../../testing/changes/change.js'
import type { Cause } from '../../testing/impact/impact.js'
import {
  count,
  decisionCounts,
  engine,
  inputs,
  ledgers,
  line,
  number,
  oneOf,
  pack,
  schemaOf,
  text,
  textOrNull,
  tpa,
  valueOrGap,
  type Words,
} from './parts.js'

const side = z
  .strictObject({
    place: text('the pack as it was named'),
    pack: pack.describe('the pack'),
    ...decisionCounts,
  })
  .meta({ id: 'side', description: 'one of the two packs, and what it decides' })

const KINDS = oneOf<Change['kind']>({ added: true, removed: true, changed: true })

/** What differs between two packs. */
export const changeMembers = {
  id: text('the name of the change: `parameters.poverty_line@2020-01-01`, `criteria.water.met`'),
  kind: KINDS.describe('what was done'),
  words: text('the change in one line'),
  before: textOrNull('what was there before; `null` for what is added'),
  after: textOrNull('what is there now; `null` for what is removed'),
}

const cause = z
  .strictObject({
    kind: oneOf<Cause['kind']>({ single: true, pair: true, whole: true }).describe(
      '`single`: one change alone moves it; `pair`: two together; `whole`: only all',
    ),
    sets: z
      .array(z.array(z.string()))
      .describe('each set of changes that alone moves it; empty if only all do'),
  })
  .meta({ id: 'cause', description: 'the changes that move a record' })

const result = {
  changes: z
    .array(
      z.strictObject({
        ...changeMembers,
        decisive: z.boolean().describe('true if it can change a decision'),
        moves: count('records that it moves alone'),
        moves_in_pairs: count('records that it moves with one other change'),
      }),
    )
    .describe('the differences in meaning between the packs'),
  assessed: count('records that both packs judged'),
  moved: count('of these, records with another decision'),
  moved_persons: number('persons in the records that move'),
  moved_persons_unknown: count('records that move whose number of persons is not known'),
  moved_by_whole_change_only: count('records that only all changes together move'),
  transitions: z
    .array(
      z.strictObject({
        from: text('the decision by the old pack'),
        to: text('the decision by the new pack; the same as `from` for records that do not move'),
        records: count('records'),
        persons: number('persons in them'),
        persons_unknown: count('records whose number of persons is not known'),
      }),
    )
    .describe('records by both decisions'),
  by: textOrNull('the fact of `--by`; `null` if there is none'),
  groups: z
    .array(
      z.strictObject({
        value: valueOrGap.describe('the value, or why there is none'),
        assessed: count('records with it'),
        moved: count('of these, records with another decision'),
        moved_persons: number('persons in the records that move'),
        moved_persons_unknown: count('records that move whose number of persons is not known'),
      }),
    )
    .describe('the records by the value of that fact'),
}

/** `tpa diff -f json`. */
export const diffSchema = ({ id, plural }: Words) =>
  z
    .strictObject({
      schema: schemaOf('diff'),
      tpa,
      old: side.describe('the old pack, and what it decides'),
      new: side.describe('the new pack, and what it decides'),
      ...inputs,
      ...result,
      [plural]: z
        .array(
          z.strictObject({
            [id]: text('the id of the record'),
            place: textOrNull('its smallest place; `null` if it has none'),
            from: text('the decision by the old pack'),
            to: text('the decision by the new pack'),
            cause: cause.describe('the changes that move it'),
            file: text('the file that has it'),
            line: line('the line on which it starts, from 1'),
          }),
        )
        .describe('the records that move, in the order of the files'),
      ...ledgers,
      ...engine,
    })
    .describe('`tpa diff -f json`: which records get another decision, and which changes cause it.')

/** What `tpa diff --accept` writes. */
export const acceptedSchema = () =>
  z
    .strictObject({
      schema: schemaOf('diff'),
      ...result,
      causes: z
        .array(
          z.strictObject({
            move: z
              .strictObject({
                from: text('the decision by the old pack'),
                to: text('the decision by the new pack'),
                cause: cause.describe('the changes that move it'),
              })
              .describe('a move'),
            records: count('records with this move'),
          }),
        )
        .describe('the moves, each with the number of records'),
      ledger: ledgers.ledger,
    })
    .describe(
      '`tpa diff --accept FILE`: the result without ids, places, files and versions, to compare later runs with (`--baseline`).',
    )
