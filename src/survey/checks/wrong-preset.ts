import { advise } from '../../base/advice.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { toolOf } from '../signs/tool-signs.js'

/**
 * Faults of a preset whose columns are not there, with the tool that seems to have written the table instead, and its preset.
 * @param preset the file of the preset: `presets/odk.yaml`
 */
export function withRightPreset(
  faults: readonly Diagnostic[],
  preset: string,
  tables: readonly { readonly file: string; readonly headers: readonly string[] }[],
): Diagnostic[] {
  const used = preset.slice(preset.lastIndexOf('/') + 1).replace('.yaml', '')
  const found = tables
    .map(({ file, headers }) => ({ file, tool: toolOf(headers) }))
    .find(({ tool }) => tool !== null && tool.named !== used)
  if (found === undefined || found.tool === null) return [...faults]
  const { title, preset: right } = found.tool
  const why = say('wrong-preset.why', { file: found.file, tool: title })
  const advice =
    right === null
      ? { help: say('wrong-preset.help') }
      : advise({ flag: `--preset ${right}` }, (flag) => say('wrong-preset.help.flag', { flag }))
  return faults.map((fault) => (fault.code === 'unknown-column' ? { ...fault, why, ...advice } : fault))
}
