import { advise } from '../../base/advice.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { nearestWords } from '../../base/suggest.js'
import { orList } from '../../base/wording.js'
import { recordWords } from '../../lang/labels.js'
import { columnsOf, type Pack } from '../../lang/pack.js'
import { namesOf } from '../columns/columns.js'
import type { SeenFile } from '../records/first-pass.js'
import { presetFor } from '../signs/tool-signs.js'

/** What to do about a file without a column of the id. */
export function idAdvice(pack: Pack, { columns, headerLine }: SeenFile): Pick<Diagnostic, 'help' | 'fix'> {
  const { id } = pack.record
  const { name, plural } = recordWords(pack)
  const headers = [...columns.unused.values()]
  const known = headerLine === null ? null : presetFor(columns.headers)
  if (known !== null)
    return advise({ flag: `--preset ${known.preset}` }, (flag) =>
      say('no-id.help.tool', { tool: known.title, flag }),
    )
  const declaration = columnsOf(pack).get(id)
  const wanted = declaration === undefined ? [id] : namesOf(declaration)
  const holding = headers.filter((header) => wanted.some((each) => each.length > 2 && header.includes(each)))
  const nearest = wanted.flatMap((each) => nearestWords(each, headers))
  const near = [...new Set(holding.length > 0 ? holding : nearest)].slice(0, 3)
  const [only, ...others] = near
  if (only === undefined && headerLine === null)
    return {
      help: say('no-id.help.key', { name, id, plural }),
    }
  if (only === undefined)
    return {
      help: say('no-id.help', { name, id }),
    }
  const names = orList(near)
  if (headerLine === null || others.length > 0) return { help: say('no-id.help.near', { names, id }) }
  const line = { mapping: `key: ${JSON.stringify(only)}` }
  return advise(line, (quoted) => say('no-id.help.line', { names, id, line: quoted }))
}
