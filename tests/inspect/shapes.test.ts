import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { Inspection } from '../../src/inspect/proposal/inspection.js'
import { PLAIN_READING } from '../../src/survey/files/data-file.js'
import { readMapping } from '../../src/survey/mapping/load-mapping.js'
import { TOOLS } from '../../src/survey/signs/tools/tools.js'
import { openSurvey } from '../../src/survey/survey.js'
import { toldWhole } from '../survey/mapping/small.js'
import { inspected, PACK, written } from './inspected.js'
import { SHAPES } from './shapes.js'

/** What keeps a mapping from being used on files, as it would be told. */
async function faultsOf(text: string, files: readonly string[]): Promise<string[]> {
  const reading = readMapping('mapping.yaml', Buffer.from(text), PACK)
  if ('faults' in reading) return reading.faults.map(toldWhole)
  const opening = await openSurvey({
    pack: PACK,
    files,
    mapping: reading.mapping,
    reading: PLAIN_READING,
    assume: new Map(),
    keep: [],
    stdin: Readable.from([]),
  })
  if ('faults' in opening) return opening.faults.map(toldWhole)
  await opening.survey.close()
  return []
}

/** The mapping with one line of a likely fact taken out of its comment, for each such line. */
function takenOut(text: string): string[] {
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    const found = /^(\s+)# ([a-z_]+): (?!"?\?)(.*)$/.exec(line)
    const before = lines.slice(0, at).findLast((each) => !/^\s*#/.test(each)) ?? ''
    if (found === null || !PACK.facts.has(found[2] ?? '') || /"\?"/.test(line)) return []
    const isOfRecords = before.startsWith('  facts:') || before.startsWith('    ')
    return isOfRecords && !lines.slice(0, at).includes('rosters:')
      ? [
          [...lines.slice(0, at), `${found[1]}${found[2]}: ${found[3]}`, ...lines.slice(at + 1)]
            .join('\n')
            .replace('facts: {} #', 'facts: #'),
        ]
      : []
  })
}

test.each(Object.keys(TOOLS))('%s is recognised by an export of its own shape', async (tool) => {
  const own = SHAPES.filter((shape) => shape.tool === tool)
  expect(own).not.toEqual([])
  for (const { files } of own) {
    const { tool: guess } = await inspected(written(files).paths)
    expect(guess).toMatchObject({ tool, confidence: expect.stringMatching(/^(?:certain|likely)$/) })
  }
})

describe.each(SHAPES)('$name', (shape) => {
  const look = async (): Promise<{ inspection: Inspection; paths: string[] }> => {
    const { paths } = written(shape.files)
    return { inspection: await inspected(paths), paths }
  }

  test('is told with its tool, its tables, its key and its facts', async () => {
    const { inspection } = await look()
    const { tool, confidence } = inspection.tool
    expect({ tool, confidence, evidence: inspection.tool.evidence }).toMatchObject({
      tool: shape.tool,
      confidence: shape.confidence,
    })
    expect(Object.fromEntries(inspection.roles.map(({ table, role }) => [table.name, role]))).toEqual(
      shape.roles,
    )
    expect(inspection.facts.flatMap(({ status, fact }) => (status === 'found' ? [fact] : []))).toEqual(
      shape.found,
    )
    expect(inspection.mapping).toContain(`\n  ${shape.key}\n`)
  })

  test('gets a mapping that loads, binds and reads these files, and is the same each time', async () => {
    const { inspection, paths } = await look()
    const text = inspection.mapping ?? ''
    expect(await faultsOf(text, paths)).toEqual([])
    expect((await inspected(paths)).mapping).toBe(text)
    expect(text).not.toContain('tpa-test-')
  })

  test('gets a mapping whose likely lines load too, once a person takes them out of their comments', async () => {
    const { inspection, paths } = await look()
    for (const text of takenOut(inspection.mapping ?? '')) {
      const faults = (await faultsOf(text, paths)).filter((fault) => !fault.startsWith('duplicate-key'))
      expect(faults, text).toEqual([])
    }
  })
})
