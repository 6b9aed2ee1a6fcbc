import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { knownName, listedNames, shortName } from '../../base/wording.js'
import { columnsOf, type Pack } from '../../lang/pack.js'
import { foldName, namesOf } from '../columns/columns.js'
import type { Column } from '../files/row.js'
import type { BoundKey } from '../mapping/bound-columns.js'
import { columnsOfKey } from '../mapping/key-text.js'
import type { OwnIds } from '../records/own-ids.js'
import { keyRank } from '../signs/key/key-words.js'
import { isSystemHeader } from '../signs/tool-columns.js'

/** The column that is named as the id of records beside another that tells them apart; `null` where none is. */
export function ownIdColumn(
  pack: Pack,
  headers: readonly string[],
  key: BoundKey | 'row' | null,
): Column | null {
  if (key === null || key === 'row') return null
  const parts = columnsOfKey(key).map(({ header }) => header)
  const id = columnsOf(pack).get(pack.record.id)
  const names = id === undefined ? [] : namesOf(id).map(foldName)
  const isFree = (header: string) => !parts.includes(header) && !isSystemHeader(header)
  const isNamed = (header: string) => isFree(header) && names.includes(foldName(header))
  const isUsual = (header: string) => isFree(header) && keyRank(header, pack.record.name) !== null
  const found = headers.findIndex(isNamed)
  const index = found < 0 ? headers.findIndex(isUsual) : found
  return index < 0 ? null : { header: headers[index] ?? '', index }
}

const LISTED = 4

/** A warning where such ids repeat now and then, as those of forms that were sent twice. Numbers that begin anew in each village repeat everywhere. */
export function ownIdRemarks(
  plural: string,
  { header, filled, again, shown }: OwnIds,
  key: string,
  at: { readonly file: string; readonly line: number },
): Diagnostic[] {
  if (again === 0 || again * 10 > filled) return []
  return [
    {
      code: 'same-own-id',
      severity: 'warning',
      message: say('same-own-id', {
        column: shortName(header),
        plural,
        key: shortName(key),
        ids: listedNames(shown, LISTED),
      }),
      why: say('same-own-id.why'),
      at: { ...at, field: knownName(header) },
    },
  ]
}
