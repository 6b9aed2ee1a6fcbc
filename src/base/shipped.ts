import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

interface OwnPackage {
  readonly folder: string
  readonly version: string
}

/**
 * Finds the folder of the package named `tpa`, from a folder upwards; the working folder plays no part. If tpa is bundled into another
 * package, a package.json of another name may be on the way. Throws if there is none.
 */
export function ownPackage(from: string): OwnPackage {
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    if (existsSync(file)) {
      const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
      if (name === 'tpa') return { folder, version: String(version) }
    }
    if (dirname(folder) === folder) throw new Error(`no package named tpa holds ${from}`)
  }
}

const OWN = ownPackage(dirname(fileURLToPath(import.meta.url)))

/** The version of tpa, from its package.json. */
export const TPA_VERSION = OWN.version

/** The path of a file or folder that comes with the program. */
export const shipped = (...path: readonly string[]): string => join(OWN.folder, ...path)

/** The folder of the packs that come with the program. */
export const SHIPPED_PACKS = shipped('rules')

/** The folder of the mappings that come with the program. */
export const SHIPPED_PRESETS = shipped('presets')
