import type { Pack } from '../../lang/pack.js'
import { programmeNotes } from '../../programme/policy/review.js'
import type { CheckedProgramme } from '../../report/check/result.js'
import { findProgramme, placeOfPack } from '../request/programme.js'
import { loadRules } from '../request/rules.js'

/** The programme that goes with a pack, with what is wrong with it; `null` where there is none. */
export async function checkProgramme(place: string, pack: Pack): Promise<CheckedProgramme | null> {
  const loaded = await findProgramme(place, pack, null)
  if (loaded === null) return null
  // A pack may decide what the programme of its parent has no book for; then it needs one of its own, and is no worse without.
  if ('faults' in loaded) return loaded.isOwn ? { programme: null, diagnostics: loaded.faults } : null
  const { programme, at } = loaded
  const areaPacks = new Map<string, Pack>()
  for (const { pack: id } of programme.areas) {
    const rules = await loadRules(placeOfPack(id, place))
    if ('pack' in rules) areaPacks.set(id, rules.pack)
  }
  return { programme, diagnostics: programmeNotes({ programme, pack, at, areaPacks }) }
}
