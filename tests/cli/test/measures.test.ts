import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { scratch } from '../run.js'

const RULES = fileURLToPath(new URL('../../../rules', import.meta.url))

/** A pack of one's own with one case, which leaves much unsaid. */
function onePack() {
  const place = scratch()
  cpSync(join(RULES, 'cn-village-exit', 'pack.yaml'), join(place.folder, 'mine', 'pack.yaml'), {
    recursive: true,
  })
  place.write(
    'mine/tests/one.yaml',
    'cases:\n  - name: few poor persons\n    given: { poor_persons: 1, rural_persons: 1000, region: east }\n    expect: { decision: exit }\n',
  )
  return place
}

describe('tpa test --coverage --mutate', () => {
  it('finds nothing to add to the suites that come with tpa', () => {
    for (const pack of ['cn-village-exit', 'cn-guizhou-2011', 'cn-2020-income-first']) {
      const run = scratch().tpa(['test', pack, '--coverage-min', '100', '--mutate-min', '100'])
      expect(run).toMatchObject({ code: 0 })
      expect(run.out).toContain('Coverage: 100%')
      expect(run.out).toContain('Mutation: 100%')
    }
  })

  it('offers a case for each hole, and trips the gates', () => {
    const { tpa } = onePack()
    const run = tpa(['test', 'mine', '--coverage-min', '90', '--mutate-min', '90'])
    expect(run.code).toBe(1)
    expect(run.out).toContain('no case would notice if')
    expect(run.out).toContain('- name:')
    expect(run.err).toMatch(/coverage of mine is \d+(\.\d+)?%, below --coverage-min 90/)
    expect(run.err).toMatch(/mutation of mine is \d+(\.\d+)?%, below --mutate-min 90/)
  })

  it('stands in the JSON too, and a percentage that is none is refused', () => {
    const { tpa } = onePack()
    const { out } = tpa(['test', 'mine', '--coverage', '--mutate', '-f', 'json'])
    const [pack] = JSON.parse(out).packs
    expect(pack.coverage.of).toBeGreaterThan(pack.coverage.shown)
    expect(pack.mutation.survivors.length).toBeGreaterThan(0)
    expect(tpa(['test', 'mine', '--coverage-min', 'all'])).toMatchObject({ code: 2 })
  })
})
