import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '../../faults/run/program.js'
import { layOut, SCENES } from '../../faults/run/scene.js'
import { scratch } from '../cli/run.js'

const [scene] = SCENES
if (scene === undefined) throw new Error('no scene')

async function callsOf(folder: string) {
  layOut(folder, scene as typeof scene & object)
  const report = join(folder, 'calls.json')
  const ended = await run({ folder, args: scene?.args ?? [], plan: { under: 'out/', how: 'count', report } })
  return { ended, calls: JSON.parse(readFileSync(report, 'utf8')) as string[] }
}

describe('the shim', () => {
  test('counts the calls by which a result is written', async () => {
    const { ended, calls } = await callsOf(join(scratch().folder, 'a'))
    expect(ended.code).toBe(0)
    expect(calls.filter((each) => /^open/.test(each)).length).toBeGreaterThan(0)
    expect(calls.filter((each) => /^write/.test(each)).length).toBeGreaterThan(0)
    expect(calls.filter((each) => /^rename/.test(each))).toHaveLength(1)
  })

  test('plants an error of the system, and ends the process, at the call that is told', async () => {
    const folder = join(scratch().folder, 'a')
    const { calls } = await callsOf(folder)
    const at = calls.findIndex((each) => /^rename/.test(each))
    layOut(folder, scene)
    const failed = await run({ folder, args: scene.args, plan: { under: 'out/', at, how: 'EIO' } })
    expect({ code: failed.code, err: failed.err }).toMatchObject({
      code: 2,
      err: expect.stringContaining('EIO'),
    })
    layOut(folder, scene)
    const killed = await run({ folder, args: scene.args, plan: { under: 'out/', at, how: 'kill-before' } })
    expect(killed.signal).toBe('SIGKILL')
  })
})
