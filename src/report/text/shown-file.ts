import { basename, isAbsolute } from 'node:path'

/** A file as results name it: as typed, an absolute path cut to its last part. */
export const shownFile = (file: string): string => (isAbsolute(file) ? basename(file) : file)
