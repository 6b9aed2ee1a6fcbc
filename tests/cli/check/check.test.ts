import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { scratch } from '../run.js'

const VILLAGE = readFileSync(
  fileURLToPath(new URL('../../../rules/cn-village-exit/pack.yaml', import.meta.url)),
  'utf8',
)

describe('tpa check', () => {
  test('without operands takes the packs of tpa, whatever the folder', () => {
    const { code, out, err } = scratch().tpa(['check'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const verdicts = out.split('\n').filter((line) => line !== '' && !line.startsWith(' '))
    expect(verdicts.map((line) => line.split(':')[0])).toEqual([
      '✓ cn-2020',
      '✓ cn-2020-income-first',
      '✓ cn-county-exit',
      '✓ cn-guizhou-2011',
      '✓ cn-guizhou-monitoring',
      '✓ cn-village-exit',
      '✓ global-mpi',
      '✓ world-bank-lines',
    ])
  })

  test('without operands takes the packs of the folder first', () => {
    const { out } = scratch({ 'rules/mine/pack.yaml': VILLAGE }).tpa(['check'])
    expect(out).toMatch(/^✓ rules\/mine: cn-village-exit@/)
  })

  test('takes a folder, a file or an id', () => {
    const { tpa } = scratch({ 'mine/pack.yaml': VILLAGE })
    for (const place of ['mine', 'mine/pack.yaml', 'cn-village-exit'])
      expect(tpa(['check', place]).code).toBe(0)
  })

  test('a pack that does not load is told with its place, and ends with 2', () => {
    const { tpa } = scratch({ 'mine/pack.yaml': VILLAGE.replace(/poor_persons <=/, 'poor_person <=') })
    const { code, out, err } = tpa(['check', 'mine', 'cn-2020'])
    expect(code).toBe(2)
    expect(out).toMatch(/^✗ mine: does not load\n✓ cn-2020: /)
    expect(err).toMatch(/^mine\/pack\.yaml:\d+:\d+ {2}error\[unknown-name\]/)
    expect(err).toContain('^^^^^^^^^^^')
    const json = JSON.parse(tpa(['check', 'mine', '-f', 'json']).out)
    expect(json).toMatchObject({
      schema: 'tpa/check@1',
      packs: [{ place: 'mine', pack: null, diagnostics: [{ code: 'unknown-name' }] }],
    })
  })

  test('a pack that is not there ends with 2', () => {
    const { code, err } = scratch().tpa(['check', 'cn-202'])
    expect(code).toBe(2)
    expect(err).toContain('there is no pack `cn-202`')
    expect(err).toContain('did you mean `cn-2020`?')
  })

  test('a finding of severity error ends with 1', () => {
    const broken = VILLAGE.replace(/order: \[exit, remain\]|order: \[remain, exit\]/, (order) =>
      order.includes('[exit') ? 'order: [remain, exit]' : 'order: [exit, remain]',
    )
    expect(broken).not.toBe(VILLAGE)
    const { code, out } = scratch({ 'mine/pack.yaml': broken }).tpa(['check', 'mine'])
    expect(out).toContain('error[')
    expect(out).toMatch(/✗ mine: .*1 error.*\n$/)
    expect(code).toBe(1)
  })
})
