import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadPack } from '../../src/engine/load-pack.js'
import { edited, faultsOf, SMALL, toldWhole } from './small.js'

const tell = (text: string) => faultsOf(text).map(toldWhole)

describe('a file that is no pack', () => {
  it.each([
    ['empty', '', ['shape «» the pack file is empty']],
    ['a comment', '# nothing\n', ['shape «#» the pack file is empty']],
    ['null', '~\n', ['shape «~» the pack is empty']],
    ['a text', 'hello\n', ['shape «hello» the pack is the text `hello`, where a mapping is expected']],
    ['a list', '- hello\n', ['shape «hello» the pack is a list, where a mapping is expected']],
    ['two documents', `${SMALL}---\n${SMALL}`, ['shape «language: 1» a pack file holds one document']],
  ])('%s', (_what, text, faults) => expect(tell(text)).toEqual(faults))
})

describe('a file that is no YAML', () => {
  it.each([
    [
      'a bracket without quotes in a flow mapping',
      ['when: "all met of [income, water]"', 'when: all met of [income, water]'],
      'syntax «[» malformed YAML: this is not expected here | help: put a text with `[`, `]`, `{`, `}`, `,`, `: ` or ` #` in it in quotes',
    ],
    [
      'a colon without quotes',
      ['title: A small pack', 'title: A small: pack'],
      'syntax «A» malformed YAML: another key or list begins on this line | help: put a text with `[`, `]`, `{`, `}`, `,`, `: ` or ` #` in it in quotes',
    ],
    [
      'an at sign without quotes',
      ['title: A small pack', 'title: @home'],
      'syntax «@» malformed YAML: a text without quotes cannot begin with this sign | help: put a text with `[`, `]`, `{`, `}`, `,`, `: ` or ` #` in it in quotes',
    ],
    ['a quote that stays open', ['title: A small pack', 'title: "A small pack'], undefined],
    [
      'a key that stands too far to the left',
      ['    unit: minute\n', '   unit: minute\n'],
      'syntax « » malformed YAML: what belongs together must start at the same column | help: check the spaces at the beginning of this line and the lines above',
    ],
    ['a tab', ['    unit: minute\n', '\tunit: minute\n'], undefined],
    [
      'an alias of nothing',
      ['title: A small pack', 'title: *pack'],
      'syntax «*pack» alias `*pack` has no anchor before it',
    ],
  ])('%s', (_what, edits, fault) => {
    const told = tell(edited(edits))
    expect(told).toHaveLength(1)
    if (fault === undefined) expect(told[0]).toMatch(/^syntax «/)
    else expect(told).toEqual([fault])
  })

  it('nested without end', () => {
    expect(tell(edited(['title: A small pack', `title: ${'['.repeat(5000)}`]))).toEqual([
      expect.stringMatching(/^too-deep «\[» values are nested too deeply/),
    ])
  })

  it('with an alias inside the value that it names', () => {
    expect(tell(edited(['title: A small pack', 'title: &a [*a]']))).toEqual([
      expect.stringMatching(/^alias-expansion «\*a»/),
    ])
  })

  it('with aliases that repeat a list beyond measure', () => {
    const rows = Array.from(
      { length: 9 },
      (_, n) => `  - &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]\n`,
    )
    expect(
      tell(edited(['title: A small pack\n', `title: A small pack\nnote:\n  - &a0 [x]\n${rows.join('')}`])),
    ).toEqual([expect.stringMatching(/^alias-expansion /)])
  })

  it('with aliases that YAML allows, and that make a small file large', () => {
    const list = `[${Array(300).fill('x').join(', ')}]`
    const repeated = `note: { first: &list ${list}, all: [${Array(100).fill('*list').join(', ')}] }\n`
    expect(tell(edited(['title: A small pack\n', `title: A small pack\n${repeated}`]))).toEqual([
      expect.stringMatching(/^alias-expansion «l» aliases repeat this pack far beyond its size$/),
    ])
  })
})

describe('aliases, anchors, merges and tags', () => {
  it('are read as YAML means them', () => {
    const shared = edited([
      'value: 20, source: paper, evidence: weak }]',
      'value: 20, <<: &cited { source: paper, evidence: weak } }]',
      'value: 1, source: paper, evidence: arithmetic }]',
      'value: 1, <<: *cited }]',
    ])
    expect(tell(shared)).toEqual([])
  })

  it('run nothing', () => {
    const tagged = edited(['title: A small pack', 'title: !!js/function "function () { throw 1 }"'])
    expect(tell(tagged)).toEqual([])
  })
})

describe('a file on disk', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tpa-lang-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const load = async (bytes: string | Buffer) => {
    await writeFile(join(folder, 'pack.yaml'), bytes)
    return loadPack(folder)
  }
  const faultsIn = (loaded: Awaited<ReturnType<typeof loadPack>>) =>
    'faults' in loaded ? loaded.faults.map(toldWhole) : []

  it('loads by its folder and by its name', async () => {
    expect(faultsIn(await load(SMALL))).toEqual([])
    expect(faultsIn(await loadPack(join(folder, 'pack.yaml')))).toEqual([])
  })

  it('loads with a byte order mark and the line ends of Windows', async () => {
    expect(faultsIn(await load(`\uFEFF${SMALL.replaceAll('\n', '\r\n')}`))).toEqual([])
  })

  it('is told where it is in another encoding', async () => {
    const [before = '', after = ''] = SMALL.split('工资性收入')
    const gbk = Buffer.concat([
      Buffer.from(before),
      Buffer.from([0xb9, 0xa4, 0xd7, 0xca]),
      Buffer.from(after),
    ])
    expect(faultsIn(await load(gbk))).toEqual([
      'not-utf-8 «\uFFFD» this is not UTF-8 | help: save the file as UTF-8',
    ])
  })

  it('is told where there is none', async () => {
    const loaded = await loadPack(join(folder, 'nowhere'))
    expect(loaded).toMatchObject({
      faults: [
        {
          code: 'pack-missing',
          message: `no pack at \`${join(folder, 'nowhere')}\``,
          help: 'name a folder with a pack.yaml, or a pack that comes with tpa',
          at: null,
        },
      ],
    })
  })
})
