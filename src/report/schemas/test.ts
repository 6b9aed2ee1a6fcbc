import { z } from 'zod'
import type { Measure } from '../test/summary.js'
import {
  count,
  dayOrNull,
  diagnostic,
  engine,
  line,
  numberOrRange,
  oneOf,
  pack,
  packPlace,
  schemaOf,
  text,
  textOrNull,
  texts,
  tpa,
  yesNo,
} from './parts.js'
import { finding } from './record.js'

const seen = (what: string) =>
  z
    .union([z.string(), z.array(z.string()), numberOrRange])
    .nullable()
    .describe(what)

const percent = (what: string) => z.number().min(0).max(100).describe(what)

const mismatch = z.strictObject({
  of: text('what differs, as the case writes it: `decision`, `verdicts.income`, `not_reasons`'),
  expected: seen('what the case expects'),
  got: seen('what it got instead; `null` if there is no such thing'),
})

const testCase = z.strictObject({
  name: text('the name of the case'),
  line: line('the line on which it starts, from 1'),
  about: textOrNull('where it is from, or why it matters; `null` if the case does not say'),
  passed: yesNo('true if everything is as expected'),
  decision: text('the decision that it got'),
  as_of: dayOrNull('the day on which it was judged; `null` if it has none'),
  mismatches: z.array(mismatch).describe('what is not as expected'),
  findings: z.array(finding).describe('the criteria that a failure is about; empty if it passed'),
})

const coverage = z.strictObject({
  percent: percent('the part that is shown, to one place, rounded down'),
  shown: count('items that some case shows'),
  of: count('items in all'),
  items: z
    .array(
      z.strictObject({
        id: text('the name of the item'),
        what: text('what a case must show'),
        at: packPlace.describe('where it is in the pack'),
        hit: yesNo('true if some case shows it'),
        hole: textOrNull(
          'a case that shows it, to paste; `null` if some case shows it already, or none was found',
        ),
      }),
    )
    .describe('everything in the pack that cases can show, in its order'),
  not_shown: texts('items that no case shows and for which no record was found either'),
  unreachable: texts('items that no record can reach (this is proved); they do not count'),
})

const mutant = {
  id: text('the name of the fault'),
  kind: text('its kind'),
  words: text('what would be different'),
  at: packPlace.describe('where it is in the pack'),
}

const mutation = z.strictObject({
  percent: percent('the part that is noticed, to one place, rounded down'),
  killed: count('faults that some case notices'),
  of: count('faults in all, without those that have no effect'),
  survivors: z
    .array(
      z.strictObject({
        ...mutant,
        message: text('the fault in one sentence, with its place'),
        case: textOrNull('a case that notices it, to paste; `null` if it cannot be written as one'),
      }),
    )
    .describe('faults that no case notices'),
  not_shown: z
    .array(z.strictObject(mutant))
    .describe('faults that no case notices and for which no record was found either; they count in `of`'),
  equivalent: z
    .array(z.strictObject(mutant))
    .describe('faults that change nothing (this is proved); they do not count'),
})

const gate = z.strictObject({
  measure: oneOf<Measure>({ coverage: true, mutation: true }).describe('what is measured'),
  least: percent('the minimum that is asked for'),
  percent: z.number().min(0).max(100).nullable().describe('what it is; `null` if nothing was measured'),
  passed: z.boolean().nullable().describe('true if that is enough; `null` if nothing was measured'),
})

const inFile = z.strictObject({
  file: text('the file'),
  cases: count('its cases that were run'),
  passed: count('those in which everything is as expected'),
  failed: count('those that did not'),
  results: z.array(testCase).describe('the cases that were run'),
})

const tested = z.strictObject({
  place: text('the pack as it was named or found'),
  pack: pack.nullable().describe('the pack; `null` if it does not load'),
  diagnostics: z.array(diagnostic).describe('why it does not load, or why its cases cannot be read'),
  coverage: coverage
    .describe('which parts of the pack cases show; left out if it was not measured')
    .optional(),
  mutation: mutation
    .describe('which faults in the pack cases notice; left out if it was not measured')
    .optional(),
  gates: z.array(gate).describe('`--coverage-min` and `--mutate-min`; left out without them').optional(),
  files: z.array(inFile).describe('the files of cases'),
})

const atCase = { file: text('the file'), line: line('the line, from 1'), name: text('the name of the case') }

const update = z.strictObject({
  rewritten: z
    .array(
      z.strictObject({
        ...atCase,
        members: z
          .array(
            z.strictObject({
              of: text('the expectation that changed'),
              was: seen('what the case expected'),
              now: seen('what it expects now'),
              line: z
                .int()
                .positive()
                .nullable()
                .describe('the line that it is on; `null` if it has no line'),
              cases: z
                .int()
                .positive()
                .nullable()
                .describe('for how many cases the line counts; `null` if it has no line'),
            }),
          )
          .describe('the expectations that changed'),
      }),
    )
    .describe('cases whose expectations were rewritten'),
  left: z
    .array(z.strictObject({ ...atCase, why: text('why it was left') }))
    .describe('cases that fail and were left as they are'),
})

/** `tpa test -f json`. */
export const testSchema = () =>
  z
    .strictObject({
      schema: schemaOf('test'),
      tpa,
      cases: count('cases that were run'),
      passed: count('those in which everything is as expected'),
      failed: count('those that did not'),
      filtered: count('cases that `--filter` leaves out'),
      not_run: count('cases that `--fail-fast` leaves out'),
      update: update.describe('what `--update` rewrote; left out without it').optional(),
      packs: z.array(tested).describe('the packs'),
      ...engine,
    })
    .describe('`tpa test -f json`: the test cases of packs.')
