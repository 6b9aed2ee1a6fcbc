import { advise } from '../../base/advice.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { listedNames } from '../../base/wording.js'
import type { Pack } from '../../lang/pack.js'
import type { SeenFile } from '../records/first-pass.js'
import { namedMembers } from '../signs/person/named-members.js'

/** A warning of members that are beside each other in one row, because without a mapping only a list is read as members. */
export function unreadMembers(pack: Pack, { file, headers, headerLine }: SeenFile): Diagnostic[] {
  if (pack.memberFacts === null || headerLine === null) return []
  const found = namedMembers(headers, pack.memberFacts)
  if (found.length === 0) return []
  const patterns = found.map(({ repeat: { pattern } }) => pattern)
  const facts = found.map(({ fact, repeat: { pattern } }) => `${fact}: ${JSON.stringify(pattern)}`)
  const advice = advise({ mapping: `members: { ${facts.join(', ')} }` }, (line) =>
    say('near-column.help.wide', { line }),
  )
  return [
    {
      code: 'near-column',
      severity: 'warning',
      message: say('near-column.wide', { columns: listedNames(patterns, LISTED) }),
      ...advice,
      at: { file, line: headerLine, field: null },
    },
  ]
}

const LISTED = 8
