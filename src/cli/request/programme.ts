import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { SHIPPED_PACKS } from '../../base/shipped.js'
import type { Pack } from '../../lang/pack.js'
import { type ProgrammeReading, readProgramme } from '../../programme/policy/read.js'
import { folderOf, shippedIds } from './rules.js'

/** The name of the file beside a pack. */
const PROGRAMME_FILE = 'programme.yaml'

/** A programme or its faults, and the file that it was read from; what comes with tpa is never written anyway. */
export type LoadedProgramme = ProgrammeReading & {
  readonly files: readonly string[]
  /** If it is beside the pack itself or was asked for, and not that of a pack that this one extends. */
  readonly isOwn: boolean
}

/** Loads the programme of `--programme`, or the one beside the pack, or beside the pack that it extends; `null` where there is none. */
export async function findProgramme(
  rules: string,
  pack: Pack,
  asked: string | null,
): Promise<LoadedProgramme | null> {
  const { folder } = folderOf(rules)
  const places = asked !== null ? [asked] : beside(folder, pack)
  for (const place of places) {
    const text = await readFile(place, 'utf8').catch(() => null)
    if (text === null) continue
    const isOwn = place === places[0]
    return { ...readProgramme(shownAs(place), text, pack), files: isShipped(place) ? [] : [place], isOwn }
  }
  return null
}

/** What is said where there is no programme. */
export const noProgramme = (pack: Pack, asked: string | null): Diagnostic => ({
  code: 'missing-file',
  severity: 'error',
  message:
    asked === null ? say('programme.none', { pack: pack.id }) : say('programme.missing', { file: asked }),
  help: say('programme.none.help', { file: PROGRAMME_FILE }),
  at: null,
})

function beside(folder: string, { extends: parent }: Pack): string[] {
  const own = join(folder, PROGRAMME_FILE)
  if (parent === null) return [own]
  return [own, join(dirname(folder), parent, PROGRAMME_FILE), join(SHIPPED_PACKS, parent, PROGRAMME_FILE)]
}

/** A pack of areas comes with tpa, or stands beside the pack of records. */
export const placeOfPack = (id: string, rules: string): string =>
  shippedIds().includes(id) ? id : join(dirname(folderOf(rules).folder), id)

const isShipped = (file: string): boolean => file.startsWith(SHIPPED_PACKS)

/** A file that comes with the program is named by its place in the program. */
const shownAs = (file: string): string =>
  isShipped(file) ? `rules${file.slice(SHIPPED_PACKS.length)}` : file
