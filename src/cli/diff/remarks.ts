import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { Assessment } from '../../engine/assessment.js'
import { type Pack, packLabel, VERIFY } from '../../lang/pack.js'
import { createAbsentColumns } from '../../report/assess/absent-columns.js'

/** A warning where two packs that differ call themselves the same; a stored result could not tell which of them judged. */
export function sameVersion(old: Pack, changed: Pack): Diagnostic[] {
  if (packLabel(old) !== packLabel(changed) || old.hash === changed.hash) return []
  const [before = '', after = ''] = [old.hash, changed.hash].map((hash) => hash.slice(0, 12))
  return [
    {
      code: 'same-version',
      severity: 'warning',
      message: say('same-version', { pack: packLabel(old), before, after }),
      why: say('same-version.why'),
      help: say('same-version.help'),
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
      ...ofChanged.diagnostics().map((each) => moved(each, 'absent-columns.new')),
      ...ofOld.diagnostics().map((each) => moved(each, 'absent-columns.old')),
    ],
  }
}

const moved = (diagnostic: Diagnostic, pack: 'absent-columns.new' | 'absent-columns.old'): Diagnostic => ({
  ...diagnostic,
  message: say(pack, { message: diagnostic.message }),
})
