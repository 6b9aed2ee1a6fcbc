import { decimal, ONE } from '../../base/decimal.js'
import type { Pack } from '../../lang/pack.js'
import type { Programme } from '../policy/programme.js'
import { type ExpressionMaker, type Question, withQuestions } from '../questions.js'

/** Amounts are counted in hundredths of the currency. */
export const CENTS = 100
const CENT = decimal('0.01')

/** Names of the questions; none of them can be the name of a figure of the pack. */
export const ASKED = {
  size: ':size',
  income: (line: string) => `:income@${line}`,
  /** What all members together need. */
  needed: (line: string) => `:needed@${line}`,
  poor: (line: string) => `:poor@${line}`,
  mark: (id: string) => `:key@${id}`,
}

/** The pack, asking of each record what figures are made of: its size, its marks, and what it has and needs under each line. */
export const askedForMeasures = (pack: Pack, programme: Programme): Pack =>
  withQuestions(pack, programme, (maker) => [
    ...sizeQuestion(pack, maker),
    ...programme.lines.flatMap(({ id, income, per, line }): Question[] => {
      const needed = maker.make({ kind: 'arithmetic', operator: '*', left: line, right: maker.named(per) })
      return [
        { name: ASKED.income(id), number: maker.named(income), step: CENT },
        { name: ASKED.needed(id), number: needed, step: CENT },
        {
          name: ASKED.poor(id),
          holds: maker.make({ kind: 'comparison', operator: '<', left: maker.named(income), right: needed }),
        },
      ]
    }),
    ...programme.key.map(({ id, when }): Question => ({ name: ASKED.mark(id), holds: when })),
  ])

function sizeQuestion({ record }: Pack, maker: ExpressionMaker): Question[] {
  return record.size === null ? [] : [{ name: ASKED.size, number: maker.named(record.size), step: ONE }]
}
