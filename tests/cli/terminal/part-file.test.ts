import { readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { partBeside, removeLeftParts } from '../../../src/cli/terminal/part-file.js'
import { folderOf } from '../../survey/files/open.js'

/** No process has it: the largest that Linux gives is 2^22. */
const NOBODY = 2 ** 30

it('parts that nobody writes any more are removed, and nothing else', () => {
  const folder = folderOf({ 'out.csv': 'old' })
  const target = join(folder, 'out.csv')
  const running = basename(partBeside(target))
  const left = running.replace(`-${process.pid}-`, `-${NOBODY}-`)
  const ofAnother = left.replace('.out.csv.', '.other.csv.')
  const others = [
    running,
    left.replace(/[0-9a-f]{8}-/, '00000000-'),
    left.replace('.part', '.csv'),
    left.replace(/-[0-9a-f]{8}\.part/, '-mine.part'),
  ]
  for (const name of [left, ofAnother, ...others]) writeFileSync(join(folder, name), '')
  removeLeftParts(target)
  expect(readdirSync(folder).sort()).toEqual(['out.csv', ...others].sort())
})

it('the longest name of a file leaves room for that of its part', () => {
  const folder = folderOf({ x: '' })
  for (const name of ['a'.repeat(255), '村'.repeat(85)]) {
    writeFileSync(join(folder, name), '')
    writeFileSync(partBeside(join(folder, name)), '')
  }
  expect(readdirSync(folder)).toHaveLength(5)
})
