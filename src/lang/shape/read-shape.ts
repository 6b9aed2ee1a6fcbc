import type { Tree } from '../../base/tree/tree.js'
import type { FaultList } from '../fault-list.js'
import { type Form, oneEach, tellIssue, withoutMisspelledKeys } from './issues.js'
import { nameInPack } from './name-path.js'
import { packSchema, type RawPack } from './pack-schema.js'
import { createPlaces, type Places } from './places.js'
import { plainValues, withoutProto } from './plain-values.js'
import { NOTHING_REFUSED, type Refused, salvage } from './salvage.js'

/** Compiling the schema takes longer than using it for the one pack that a program reads. */
const ONCE = { jitless: true }

const PACK: Form = { schema: packSchema, nameOf: nameInPack }

/** A pack whose keys and values have the right form, with what had to be left out of it. */
export interface Shape {
  readonly raw: RawPack
  readonly places: Places
  readonly refused: Refused
}

/**
 * The raw form of a pack file. Every key or value of the wrong form is a fault. The rest is returned to be checked in the same go; `null`
 * if that makes no sense.
 */
export function readShape(list: FaultList, root: Tree): Shape | null {
  const tree = withoutProto(list, root)
  const plain = plainValues(tree)
  const places = createPlaces(tree)
  const checked = packSchema.safeParse(plain, ONCE)
  if (checked.success) return { raw: checked.data, places, refused: NOTHING_REFUSED }
  const issues = oneEach(checked.error.issues)
  for (const issue of withoutMisspelledKeys(plain, issues))
    tellIssue({ form: PACK, plain, places, list }, issue)
  const rest = salvage(tree, places, issues)
  if (rest === null) return null
  const again = packSchema.safeParse(plainValues(rest.tree), ONCE)
  return again.success ? { raw: again.data, places: createPlaces(rest.tree), refused: rest.refused } : null
}
