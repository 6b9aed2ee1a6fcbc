import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { scratch } from '../run.js'

const shipped = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../../rules/${path}`, import.meta.url)), 'utf8')

const PACK = shipped('cn-2020/pack.yaml')
const PROGRAMME = shipped('cn-2020/programme.yaml')

/** A pack with its programme, in which each part is replaced; each stands there. */
function beside(...parts: readonly (readonly [string, string])[]) {
  const programme = parts.reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replace(from, to)
  }, PROGRAMME)
  return scratch({ 'mine/pack.yaml': PACK, 'mine/programme.yaml': programme })
}

const lineOf = (part: string) => PROGRAMME.slice(0, PROGRAMME.indexOf(part)).split('\n').length

describe('tpa check reads the programme beside a pack', () => {
  test('and says which it is: in a table, and as JSON with its whole hash', async () => {
    const { here } = beside()
    const { code, out } = await here(['check', 'mine'])
    expect(code).toBe(0)
    const [, hash = ''] = /\n {2}programme cn-2020-programme@1\.0\.0, hash ([0-9a-f]{12})\n$/.exec(out) ?? []
    const json = JSON.parse((await here(['check', 'mine', '-f', 'json'])).out)
    expect(json.packs[0].programme).toEqual({
      id: 'cn-2020-programme',
      version: '1.0.0',
      hash: expect.stringMatching(new RegExp(`^${hash}[0-9a-f]{52}$`)),
    })
  })

  test('and says nothing of it where there is none', async () => {
    const { here } = scratch({ 'mine/pack.yaml': shipped('cn-village-exit/pack.yaml') })
    expect((await here(['check', 'mine'])).out).not.toContain('programme')
    const [pack] = JSON.parse((await here(['check', 'mine', '-f', 'json'])).out).packs
    expect(Object.keys(pack)).not.toContain('programme')
  })

  test('all of its faults have their places, and the run ends with 2', async () => {
    const parts = [
      ['outcomes: [monitor]', 'outcomes: [monitr]'],
      ['income: 4/12', 'income: 3/12'],
    ] as const
    const { here } = beside(...parts)
    const { code, out, err } = await here(['check', 'mine'])
    expect(code).toBe(2)
    expect(out).toMatch(/✓ mine: [^✗]*✗ mine: its programme does not load\n$/)
    for (const [part, fault] of [
      ['outcomes: [monitor]', 'unknown-name'],
      ['  weights: { income', 'bad-number'],
    ] as const)
      expect(err).toMatch(new RegExp(`mine/programme\\.yaml:${lineOf(part)}:\\d+ {2}error\\[${fault}\\]`))
    const [pack] = JSON.parse((await here(['check', 'mine', '-f', 'json'])).out).packs
    expect(pack.programme).toBeNull()
    expect(pack.pack.id).toBe('cn-2020')
    expect(
      pack.diagnostics.filter(({ severity }: { severity: string }) => severity === 'error'),
    ).toHaveLength(3)
  })

  test('causes that no need answers are one note', async () => {
    const { here } = beside()
    const { out } = await here(['check', 'mine', '--notes'])
    expect(out.match(/note\[unanswered-cause\]/g)).toHaveLength(1)
    expect(out).toMatch(new RegExp(`mine/programme\\.yaml:${lineOf('causes: [main_cause')}:\\d+ {2}note`))
    expect(out.replace(/\s+/g, ' ')).toContain(
      'no need answers the causes `disaster`, `land`, `water`, `technology`, `labour`, `capital`, `transport`, `motivation`, `marriage`, `funeral`, `other`',
    )
  })

  test.each([
    [
      'a pack that is not there',
      'pack: cn-village-exit',
      'pack: cn-vilage-exit',
      'pack-missing',
      '`cn-vilage-exit`',
    ],
    [
      'a fact that the pack of the area does not have',
      'fact: poor_persons, book: poor, size: rural_persons, region: region }\n  - { by: county',
      'fact: poor_person, book: poor, size: rural_persons, region: region }\n  - { by: county',
      'unknown-name',
      '`poor_person` is not a number of the pack `cn-village-exit`',
    ],
    [
      'a size that is no number there',
      'size: rural_persons, region: region }\n  - { by: county',
      'size: village_id, region: region }\n  - { by: county',
      'unknown-name',
      '`village_id` is not a number of the pack `cn-village-exit`',
    ],
    [
      'a region that is no code there',
      'region: region }\n  - { by: county',
      'region: rural_persons }\n  - { by: county',
      'unknown-name',
      '`rural_persons` is not a code of the pack `cn-village-exit`',
    ],
  ])('%s is an error at its place, and the run ends with 1', async (_, from, to, fault, words) => {
    const { here } = beside([from, to])
    const { code, out } = await here(['check', 'mine'])
    expect(code).toBe(1)
    expect(out).toMatch(
      new RegExp(`mine/programme\\.yaml:${lineOf('- { by: village')}:\\d+ {2}error\\[${fault}\\]`),
    )
    expect(out.replace(/\s+/g, ' ')).toContain(words)
    expect(out).toMatch(/✗ mine: .*1 error/)
  })

  test('a region that the pack of the area has no code for is an error', async () => {
    const { here } = beside(['  east:\n', '  eastern:\n'])
    const { code, out } = await here(['check', 'mine'])
    expect(code).toBe(1)
    expect(out.replace(/\s+/g, ' ')).toContain(
      'the region `eastern` is not a code of `region` of the pack `cn-village-exit`',
    )
  })

  test('a pack of areas may stand beside', async () => {
    const { here, write } = beside(['pack: cn-village-exit', 'pack: our-villages'])
    write('our-villages/pack.yaml', shipped('cn-village-exit/pack.yaml'))
    expect((await here(['check', 'mine'])).code).toBe(0)
  })

  test('in Chinese', async () => {
    const { here } = beside()
    expect((await here(['check', 'mine', '--lang', 'zh'])).out).toContain(
      '方案 cn-2020-programme@1.0.0，哈希',
    )
  })
})
