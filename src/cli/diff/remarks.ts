import type { Diagnostic } from '../../base/diagnostic.js'
import type { Assessment } from '../../engine/assessment.js'
import { type Pack, packLabel, VERIFY } from '../../lang/pack.js'
import { createAbsentColumns } from '../../report/assess/absent-columns.js'

/** A warning where two packs that differ call themselves the same; a stored result could not tell which of them judged. */
export function sameVersion(old: Pack, changed: Pack): Diagnostic[] {
  if (packLabel(old) !== packLabel(changed) || old.hash === changed.hash) return []
  const [before, after] = [old.hash, changed.hash].map((hash) => hash.slice(0, 12))
  return [
    {
      code: 'same-version',
      severity: 'warning',
      message: `both packs are \`${packLabel(old)}\`, and they differ: ${before} and ${after}`,
      why: 'a result names the pack and its version, and cannot tell which of the two judged it',
      help: 'give the changed pack a `version` of its own',
      at: null,
    },
  ]
}

/** Finds the columns that the files lack and that one pack alone asks for, where that moves records to `verify` or from it. */
export interface MovedByAbsence {
  add(before: Assessment, after: Assessment): void
  diagnostics(): Diagnostic[]
}

export function createMovedByAbsence(old: Pack, changed: Pack): MovedByAbsence {
  const [ofOld, ofChanged] = [createAbsentColumns(old), createAbsentColumns(changed)]
  return {
    add(before, after) {
      if (before.decision === after.decision) return
      if (after.decision === VERIFY) ofChanged.add(after)
      else if (before.decision === VERIFY) ofOld.add(before)
    },
    diagnostics: () => [
      ...ofChanged.diagnostics().map((each) => moved(each, 'the new pack')),
      ...ofOld.diagnostics().map((each) => moved(each, 'the old pack')),
    ],
  }
}

const moved = (diagnostic: Diagnostic, pack: string): Diagnostic => ({
  ...diagnostic,
  message: `${diagnostic.message} under ${pack}; under the other they can`,
})
