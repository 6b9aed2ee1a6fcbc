import type { CellPlace } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { short } from '../../base/wording.js'
import type { Member } from '../../lang/record.js'
import { memberPath } from './assume.js'
import type { ReportFault } from './column-layout.js'

/** The fact that tells the members of one record from each other. */
export const MEMBER_ID = 'member_id'

/** Whether two members of a record share an id, which is reported: one is a repetition, or is another person. */
export function repeatsMember(
  rows: readonly Member[],
  isPersonal: boolean,
  at: CellPlace,
  report: ReportFault,
): boolean {
  const seen = new Set<string>()
  let found = false
  for (const { facts, line, file } of rows) {
    const id = facts.get(MEMBER_ID)
    if (id?.kind !== 'known' || typeof id.value !== 'string') continue
    if (seen.has(id.value)) {
      found = true
      report(
        {
          code: 'duplicate-member',
          message: say('repeated-member', { id: isPersonal ? '…' : short(id.value) }),
          why: say('repeated-member.why'),
          help: say('repeated-member.help', { column: MEMBER_ID }),
        },
        { file: file ?? at.file, line: line ?? at.line, field: memberPath(MEMBER_ID) },
      )
    }
    seen.add(id.value)
  }
  return found
}
