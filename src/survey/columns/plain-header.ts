import { clean } from '../files/row.js'

/** A header as signs name it: what R has rewritten is as it was, groups are parted by points. */
export const plainHeader = (header: string): string =>
  clean(header)
    .toLowerCase()
    .replace(/^x(?=_)/, '')
    .replace(/[/:@\s-]/g, '.')
