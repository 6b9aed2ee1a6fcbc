import { jsonText } from '../../base/tree/json-text.js'
import type { Change } from '../../testing/changes/change.js'
import { diagnosticJson } from '../diagnostics/json.js'
import { packJson, programmeJson } from '../text/run-json.js'
import { shownFile } from '../text/shown-file.js'
import type { CheckContext } from './context.js'
import type { CheckedPack } from './result.js'

/** Changes to this form are additive. */
const CHECK_SCHEMA = 'tpa/check@1'

/** Every pack with all that was found, notes included. */
export function checkJson(checked: readonly CheckedPack[], { tpa }: CheckContext): string {
  const packs = checked.map(({ place, pack, diagnostics, changes, programme }) => ({
    place: shownFile(place),
    pack: pack && packJson(pack),
    ...(programme === null ? {} : { programme: programme.programme && programmeJson(programme.programme) }),
    diagnostics: [...diagnostics, ...(programme?.diagnostics ?? [])].map(diagnosticJson),
    ...(changes === null ? {} : { extends: { pack: pack?.extends ?? null, changes: changesJson(changes) } }),
  }))
  return `${jsonText({ schema: CHECK_SCHEMA, tpa, packs })}\n`
}

const changesJson = (changes: readonly Change[]) =>
  changes.map(({ id, kind, words, before, after }) => ({ id, kind, words, before, after }))
