import type { Pack } from '../../lang/pack.js'
import { scanHeader } from '../../survey/records/first-pass.js'
import { isFloatId } from '../../survey/records/id-cells.js'
import { personColumnsOf } from '../../survey/records/person-list.js'
import { eventColumn } from '../../survey/signs/key/event-words.js'
import { mayBePersons } from '../../survey/signs/person/person-list.js'
import type { OpenedByteFile } from '../read/byte-file.js'

/** Whether the ids of a file are such as the bytes alone tell: there are some, and no program or visit has changed or repeated them. */
export const idsArePlain = (opened: OpenedByteFile, pack: Pack): boolean =>
  hasIds(opened, pack) && !mayHoldFloats(opened, pack) && eventColumn(opened.file.headers) === null

/** Whether ids repeat so often, in a file that names persons, that the normal reader must look if its rows are persons. */
export const mayListPersons = (
  files: readonly OpenedByteFile[],
  pack: Pack,
  { added, distinct }: { readonly added: number; readonly distinct: number },
): boolean =>
  mayBePersons(added, distinct) &&
  files.some(({ file }) => {
    const seen = scanHeader(pack, file.file, file.headers, file.headerLine)
    return personColumnsOf(pack, seen) !== null
  })

/** Whether there is a column of ids. */
const hasIds = ({ file }: OpenedByteFile, pack: Pack): boolean =>
  scanHeader(pack, file.file, file.headers, file.headerLine).columns.used.has(pack.record.id)

/** Whether all ids may end in `.0`, which the normal reader takes off: one of the first does, or none of them is filled. */
function mayHoldFloats({ file, first, firstRecord }: OpenedByteFile, pack: Pack): boolean {
  const { columns } = scanHeader(pack, file.file, file.headers, file.headerLine)
  const [id] = columns.used.get(pack.record.id) ?? []
  const rows = [firstRecord, ...first.map(({ cells }) => cells)]
  const cells = rows.map((row) => (id === undefined ? '' : (row[id.index] ?? '')).trim())
  return cells.some(isFloatId) || cells.every((cell) => cell === '')
}
