import { fileURLToPath } from 'node:url'

/** The folder of the packs that come with the program; the working folder plays no part. */
export const SHIPPED_PACKS = fileURLToPath(new URL('../../rules', import.meta.url))
