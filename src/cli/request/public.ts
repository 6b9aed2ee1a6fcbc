import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { Pack } from '../../lang/pack.js'
import { findProgramme, noProgramme } from './programme.js'

/** Reads the smallest count that may be published from the programme of the pack. */
export function leastCellOf() {
  let least: number | null = null
  return {
    async read(pack: Pack, rules: string) {
      const loaded = await findProgramme(rules, pack, null)
      if (loaded === null) return { faults: [noProgramme(pack, null)], files: [] }
      if ('faults' in loaded) return loaded
      least = loaded.programme.privacy?.leastCell ?? null
      return { pack, files: loaded.files }
    },
    /** `null` where the programme does not say it. */
    found: (): number | null => least,
  }
}

/** The fault of a file of which nothing can be published. */
export const tooFewToPublish = (least: number): Diagnostic => ({
  code: 'usage',
  severity: 'error',
  message: say('usage.public-few', { least }),
  at: null,
})

/** A warning where more than half of what is published stays hidden. */
export const hiddenRemarks = (hidden: number, cells: number): Diagnostic[] =>
  hidden * 2 <= cells
    ? []
    : [
        {
          code: 'mostly-hidden',
          severity: 'warning',
          message: say('measure.public.many', { hidden, cells }),
          help: say('measure.public.many.help'),
          at: null,
        },
      ]
