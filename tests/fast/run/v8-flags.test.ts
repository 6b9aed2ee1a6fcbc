import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { flagsFor } from '../../../src/fast/run/v8-flags.js'

it('knows the flags of this version, of which it says nothing on stderr', () => {
  const flags = flagsFor(process.versions.v8)
  const program = `for (const flag of ${JSON.stringify(flags)}) require('node:v8').setFlagsFromString(flag)`
  const { stderr, status } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
})

it('gives a version that nobody knows yet no flags', () => {
  expect(flagsFor('99.1.2.3-node.4')).toEqual([])
})
