import { expect, test } from 'vitest'
import { runProgram } from '../../../src/cli/program.js'

test.each([
  ['--encoding', 'constructor'],
  ['--encoding', '__proto__'],
  ['--delimiter', 'toString'],
  ['--delimiter', '__proto__'],
  ['--delimiter', ''],
])('%s %j is a usage error, also where JavaScript objects have that name', async (flag, value) => {
  const stop = await runProgram(['validate', 'a.csv', flag, value])
  expect(stop).toMatchObject({ error: { code: 'commander.invalidArgument' } })
})
