import { z } from 'zod'
import type { Join } from '../../inspect/tables/inspected-table.js'
import { count, oneOf, text, texts, yesNo } from './parts.js'

const end = z
  .strictObject({
    table: text('the table'),
    column: text('the column'),
    beside: texts('columns before it that make up the key with it'),
  })
  .meta({ id: 'join_end', description: 'a column of a join' })

/** How the rows of one table find rows of another. */
export const join = z.strictObject({
  child: end.describe('the column that repeats keys'),
  parent: end.describe('the column that has them'),
  by: oneOf<Join['by']>({ known: true, values: true }).describe('by names of tools, or by equal cells'),
  exact: yesNo('true if the counts are exact; else they are scaled up from a part of the values'),
  keyed: count('rows of the child with a key'),
  matched: count('of these, rows whose key the parent has'),
  orphans: count('of these, rows whose key the parent does not have'),
  unkeyed: count('rows of the child without a key'),
  parents: count('rows of the parent'),
  parents_with_rows: count('of these, rows with rows of the child'),
  one_to_one: yesNo('true if no key has two rows'),
  sizes: z
    .array(
      z.strictObject({
        column: text('the column'),
        equal: count('rows in which it is the number of rows'),
        compared: count('rows that were compared'),
      }),
    )
    .describe('columns of the parent that may hold the number of rows of a key'),
})
