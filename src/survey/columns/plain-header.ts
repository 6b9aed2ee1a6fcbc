import { clean } from '../files/row.js'

/** A header as signs name it: in small letters, without the `X` of R, with points between groups. */
export const plainHeader = (header: string): string =>
  clean(header)
    .toLowerCase()
    .replace(/^x(?=_)/, '')
    .replace(/[/:@\s-]/g, '.')
