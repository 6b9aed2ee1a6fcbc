import { fileURLToPath } from 'node:url'

/** The folder of the packs that come with the program; the working folder plays no part. */
export const SHIPPED_PACKS = fileURLToPath(new URL('../../rules', import.meta.url))

/** The folder of the mappings that come with the program. */
export const SHIPPED_PRESETS = fileURLToPath(new URL('../../presets', import.meta.url))
