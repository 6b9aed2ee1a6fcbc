import type { Check, Pack } from '../../lang/pack.js'
import { declarationPlace, spanPlace } from '../coverage/items.js'
import { mutantsOfExpression } from './expressions.js'
import type { Mutant, Touched } from './mutant.js'

/** Mutants of a check that takes facts away. A check that only warns has none, because it decides nothing. */
export function checkMutants(pack: Pack, check: Check): Mutant[] {
  const { id, when, gap } = check
  const touched: Touched = { kind: 'check', id }
  const withCheck = (pick: Partial<Check>): Pack => ({
    ...pack,
    checks: pack.checks.map((each) => (each === check ? { ...check, ...pick } : each)),
  })
  const expressions = [...mutantsOfExpression(pack, when)].map(
    (found): Mutant => ({
      id: `${found.kind}.${found.node}.${found.what}`,
      kind: found.kind,
      place: spanPlace(pack, pack.tables.spans.get(found.node)),
      words: found.words,
      touched,
      pack: withCheck({ when: found.expression }),
    }),
  )
  const gaps = gap.map(
    (name): Mutant => ({
      id: `dropped-gap.${id}.${name}`,
      kind: 'dropped-gap',
      place: declarationPlace(pack, `checks.${id}`),
      words: `\`${name}\` were not under \`gap\``,
      touched,
      pack: withCheck({ gap: gap.filter((each) => each !== name) }),
    }),
  )
  return [...expressions, ...gaps]
}
