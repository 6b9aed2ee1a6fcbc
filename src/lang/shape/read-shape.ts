import type { z } from 'zod'
import type { Tree } from '../../base/tree/tree.js'
import type { FaultList } from '../fault-list.js'
import { oneEach, tellIssue, withoutMisspelledKeys } from './issues.js'
import { type FileWords, nameAt } from './name-path.js'
import { createPlaces, type Places } from './places.js'
import { plainValues, withoutProto } from './plain-values.js'
import { NOTHING_REFUSED, type Refused, type Salvageable, salvage } from './salvage.js'

/** Compiling a schema takes longer than using it for the one file that a program reads. */
const ONCE = { jitless: true }

/** A kind of file: its schema, its parts in words, and what may be left out so that the rest can be checked. */
export interface FileForm<Raw> extends FileWords, Salvageable {
  readonly schema: z.ZodType<Raw>
}

/** A file whose keys and values have the right form, with what had to be left out of it. */
export interface Shape<Raw> {
  readonly raw: Raw
  readonly places: Places
  readonly refused: Refused
}

/**
 * The raw form of a file. Every key or value of the wrong form is a fault. The rest is returned to be checked in the same go; `null` if that
 * makes no sense.
 */
export function readShape<Raw>(list: FaultList, root: Tree, form: FileForm<Raw>): Shape<Raw> | null {
  const { schema } = form
  const tree = withoutProto(list, root)
  const plain = plainValues(tree)
  const places = createPlaces(tree)
  const checked = schema.safeParse(plain, ONCE)
  if (checked.success) return { raw: checked.data, places, refused: NOTHING_REFUSED }
  const issues = oneEach(checked.error.issues)
  const words = { schema, nameOf: nameAt.bind(null, form) }
  for (const issue of withoutMisspelledKeys(plain, issues))
    tellIssue({ form: words, plain, places, list }, issue)
  const rest = salvage(form, tree, places, issues)
  if (rest === null) return null
  const again = schema.safeParse(plainValues(rest.tree), ONCE)
  return again.success ? { raw: again.data, places: createPlaces(rest.tree), refused: rest.refused } : null
}
