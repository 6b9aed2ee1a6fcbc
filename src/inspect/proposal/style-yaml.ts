import type { NumberStyle } from '../../survey/cells/number-style.js'

/** As a mapping declares it. */
export const numbersYaml = ({ decimal, thousands }: NumberStyle): string =>
  `{ decimal: "${decimal}"${thousands === null ? '' : `, thousands: "${thousands}"`} }`
