import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { households, scratch } from './run.js'

const text = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

const PACK = text('rules/cn-2020/pack.yaml')
const DANYANG = text('fixtures/danyang.csv')

type Edit = readonly [string | RegExp, string]

/** The pack with a text replaced that must stand in it. */
function edited(...edits: readonly Edit[]): string {
  return edits.reduce((pack, [from, to]) => {
    const next = pack.replace(from, to)
    expect(next, String(from)).not.toBe(pack)
    return next
  }, PACK)
}

const HIGHER = edited([/value: 4000$/m, 'value: 4200'])
/** A pack's hash changes with its citations, and nothing else of the comparison does. */
const withoutHashes = (out: string) => out.replace(/"hash":"[0-9a-f]{64}"/g, '"hash":"…"')

const files = (pack: string) => ({ 'mine/pack.yaml': pack, 'danyang.csv': DANYANG })
const ARGS = ['diff', 'cn-2020', 'mine', 'danyang.csv']

describe('the line at 4200 instead of 4000', () => {
  test.each([
    ['table', 'diff.txt'],
    ['markdown', 'diff.md'],
    ['csv', 'diff.csv'],
    ['json', 'diff.json'],
  ])('as %s, as a person or a program gets it', async (format, golden) => {
    const { tpa } = scratch(files(HIGHER))
    const { code, out } = tpa([...ARGS, '--by', 'village', '-f', format])
    expect(code).toBe(0)
    await expect(withoutHashes(out)).toMatchFileSnapshot(`golden/${golden}`)
  })

  test('from a branch of the surrounding repository, as in a pull request', () => {
    const { tpa, folder, write } = scratch(files(PACK))
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
        cwd: folder,
        stdio: 'pipe',
      })
    git('init', '-q', '-b', 'main')
    git('add', '.')
    git('commit', '-q', '-m', 'rules')
    write('mine/pack.yaml', HIGHER)
    const { code, out } = tpa(['diff', 'main:mine', 'mine', 'danyang.csv', '-f', 'json', '-q'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ moved: 15, old: { place: 'main:mine' }, new: { place: 'mine' } })
  })
})

/** Three edits, each of which moves somebody; the last bears on how a cell is read. */
const LINE = [/value: 4000$/m, 'value: 4200'] as const
const WATER = ['value: 20, source: stp', 'value: 15, source: stp'] as const
const FOOD = [/any unmet of \[income, food, clothing/, 'any unmet of [income, clothing'] as const
const RANGE = [
  'water_minutes: { type: number, unit: minute, min: 0,',
  'water_minutes: { type: number, unit: minute, min: 0, max: 19,',
] as const

const SHORTAGE = ['zh: 是否缺水', 'zh: 缺水与否'] as const
const UNASSUMED = ['aliases: [是否有返贫致贫风险], assume: no', 'aliases: [是否有返贫致贫风险]'] as const

describe('totals', () => {
  const withoutRisk = DANYANG.replace(',risk,', ',perhaps,')
  const inChinese = DANYANG.replace(',water_shortage,', ',是否缺水,')
  test.each([
    ['three edits', edited(LINE, WATER, FOOD), DANYANG],
    ['nothing assumed of risk', edited(UNASSUMED), withoutRisk],
    ['a narrower range and a code fewer', edited(RANGE, [/ {8}relocated: \{.*\n/, '']), DANYANG],
    ['a column that has another name', edited(SHORTAGE), inChinese],
    ['no size', edited(['  size: household_size\n', '']), DANYANG],
  ])('are those of tpa assess under each pack: %s', (_, pack, csv) => {
    const { tpa } = scratch({ ...files(pack), 'danyang.csv': csv })
    const json = (...args: string[]) => JSON.parse(tpa([...args, 'danyang.csv', '-f', 'json']).out)
    const there = json('diff', 'cn-2020', 'mine')
    for (const [side, rules, key] of [
      ['old', 'cn-2020', 'from'],
      ['new', 'mine', 'to'],
    ] as const) {
      const { summary, ledger } = json('assess', '--rules', rules)
      const { decisions, persons, persons_unknown } = summary
      expect(there[side]).toMatchObject({ decisions, persons, persons_unknown })
      expect(there.ledger).toEqual(ledger)
      const sums = Object.fromEntries(Object.keys(decisions).map((name) => [name, 0]))
      for (const each of there.transitions) sums[each[key]] += each.records
      expect(sums).toEqual(decisions)
    }
    expect(there.households).toHaveLength(there.moved)
    expect(there.moved + there.changes.length).toBeGreaterThan(0)
  })

  test('of the way back are those of the way there, turned over', () => {
    const { tpa } = scratch(files(edited(LINE, WATER, FOOD, RANGE)))
    const json = (...args: string[]) => JSON.parse(tpa(['diff', ...args, 'danyang.csv', '-f', 'json']).out)
    const [there, back] = [json('cn-2020', 'mine'), json('mine', 'cn-2020')]
    type Transition = { readonly from: string; readonly to: string }
    const byName = (list: readonly Transition[]) => list.map((each) => JSON.stringify(each)).sort()
    expect(
      byName(back.transitions.map((each: Transition) => ({ ...each, from: each.to, to: each.from }))),
    ).toEqual(byName(there.transitions))
    expect([back.moved, back.moved_persons]).toEqual([there.moved, there.moved_persons])
    expect(there.moved).toBeGreaterThan(20)
  })
})

describe('causes', () => {
  const decisionsBy = (pack: string) => {
    const { tpa } = scratch(files(pack))
    const { out } = tpa(['assess', 'danyang.csv', '--rules', 'mine', '-f', 'json'])
    const list: { household_id: string; decision: string }[] = JSON.parse(out).households
    return new Map(list.map((each) => [each.household_id, each.decision]))
  }

  test('are what single edits of the pack do, each made and assessed by itself', () => {
    const edits = new Map<string, Edit>([
      ['parameters.poverty_line@2020-01-01', LINE],
      ['parameters.water_round_trip@2014-01-01', WATER],
      ['facts.water_minutes', RANGE],
      ['decisions.none', FOOD],
    ])
    const all = edited(...edits.values())
    const { tpa } = scratch(files(all))
    const { changes, households: found, moved } = JSON.parse(tpa([...ARGS, '-f', 'json']).out)
    expect(changes.map(({ id }: { id: string }) => id)).toEqual([...edits.keys()])
    const [before, after] = [decisionsBy(PACK), decisionsBy(all)]
    const alone = [...edits].map(([id, edit]) => [id, decisionsBy(edited(edit))] as const)
    const expected = [...after]
      .filter(([id, decision]) => before.get(id) !== decision)
      .map(([id, to]) => ({
        id,
        to,
        sets: alone.filter(([, by]) => by.get(id) === to).map(([each]) => [each]),
      }))
    expect(expected).toHaveLength(moved)
    expect(expected.some(({ sets }) => sets.length > 0)).toBe(true)
    for (const each of expected) {
      const one = found.find((other: { household_id: string }) => other.household_id === each.id)
      expect(one.to).toBe(each.to)
      if (each.sets.length > 0) expect(one.cause).toEqual({ kind: 'single', sets: each.sets })
      else expect(one.cause.kind).not.toBe('single')
    }
  })

  test('are two changes where neither moves the household alone, and all where no two do', () => {
    const hungry = { net_income: '13000', food_secure: 'no', risk: 'yes' }
    const survey = households(
      { ...hungry, household_id: 'two' },
      { ...hungry, household_id: 'all', water_minutes: '22' },
    )
    const pack = edited(
      FOOD,
      ['value: 6000, source: mon20', 'value: 7000, source: mon20'],
      ['value: 20, source: stp', 'value: 25, source: stp'],
    )
    const { tpa } = scratch({ 'mine/pack.yaml': pack, 'a.csv': survey })
    const run = (format: string) => tpa(['diff', 'cn-2020', 'mine', 'a.csv', '-f', format, '-q']).out
    expect(JSON.parse(run('json')).households).toMatchObject([
      {
        household_id: 'two',
        from: 'register',
        to: 'monitor',
        cause: { kind: 'pair', sets: [['parameters.monitoring_range@2020-01-01', 'decisions.none']] },
      },
      { household_id: 'all', from: 'register', to: 'monitor', cause: { kind: 'whole', sets: [] } },
    ])
    const table = run('table')
    expect(table.replace(/\s+/g, ' ')).toContain('monitoring_range@2020-01-01 with decisions.none')
    expect(table).toContain('only all changes together')
    expect(table).toContain('Moves nobody by itself or with one other change: water_round_trip@2014-01-01.')
  })

  test('a change that moves nobody is called out', () => {
    const { tpa } = scratch(files(edited(LINE, ['value: 100000', 'value: 90000'])))
    expect(tpa(ARGS).out).toContain('Moves nobody: suspicious_income@2014-01-01.')
    const markdown = tpa([...ARGS, '-f', 'markdown']).out
    expect(markdown).toContain('Moves nobody: `suspicious_income@2014-01-01`.')
  })
})

describe('nothing to tell', () => {
  test('a pack and itself: no change in meaning, nobody moves', () => {
    const { tpa } = scratch(files(PACK))
    const { code, out } = tpa(['diff', 'cn-2020', 'cn-2020', 'danyang.csv', '-q', '--fail-on', 'moved>0'])
    expect(code).toBe(0)
    expect(out).toMatch(
      /^No change in meaning from cn-2020@1\.0\.0 to cn-2020@1\.0\.0\.\nNone of 825 households gets another decision\.\n/,
    )
  })

  test('a pack with other words and another order of parameters', () => {
    const { tpa } = scratch(
      files(edited(['parameters:\n', '# new\nparameters:\n'], ['title: Food is assured', 'title: Food'])),
    )
    const { changes, moved } = JSON.parse(tpa([...ARGS, '-f', 'json']).out)
    expect({ changes, moved }).toEqual({ changes: [], moved: 0 })
  })
})

describe('gates', () => {
  test('trip on what moves, as a count or in percent of what was assessed', () => {
    const trip = ['moved>1.8%', 'moved>=15', 'not_eligible->register>8', 'verify->register>0.1%']
    const hold = [
      'moved>1.9%',
      'moved>15',
      'not_eligible -> register > 9',
      'register->not_eligible>0',
      'rejected>0',
    ]
    const { tpa } = scratch(files(HIGHER))
    const { code, err } = tpa([...ARGS, '-q', ...[...trip, ...hold].flatMap((gate) => ['--fail-on', gate])])
    expect(code).toBe(1)
    expect([...err.matchAll(/trips the gate `([^`]+)`/g)].map(([, gate]) => gate)).toEqual(trip)
    expect(tpa([...ARGS, '-q', ...hold.flatMap((gate) => ['--fail-on', gate])])).toMatchObject({
      code: 0,
      err: '',
    })
  })

  test('a gate on a decision that neither pack has ends with 2', () => {
    const { code, err } = scratch(files(HIGHER)).tpa([...ARGS, '--fail-on', 'exit->retian>0'])
    expect(code).toBe(2)
    expect(err).toContain('unknown name in --fail-on `exit->retian`')
    expect(err).toContain('did you mean `exit->retain`?')
  })
})

describe('an accepted result', () => {
  test('passes again, whatever the file is called and who the households are', () => {
    const renamed = DANYANG.replaceAll('DY-', 'XX-').replaceAll('Shangzhai', 'Elsewhere')
    const { tpa, read } = scratch({ ...files(HIGHER), 'other.csv': renamed })
    expect(tpa([...ARGS, '-q', '--accept', 'moved.json']).code).toBe(0)
    expect(read('moved.json')).not.toMatch(/DY-|Shangzhai|danyang/)
    expect(JSON.parse(read('moved.json'))).toMatchObject({ schema: 'tpa/diff@1', moved: 15 })
    for (const file of ['danyang.csv', 'other.csv'])
      expect(tpa(['diff', 'cn-2020', 'mine', file, '-q', '--baseline', 'moved.json'])).toMatchObject({
        code: 0,
        err: '',
      })
  })

  test('fails another, and says what differs', () => {
    const { tpa, write } = scratch(files(HIGHER))
    tpa([...ARGS, '-q', '--accept', 'moved.json'])
    write('mine/pack.yaml', edited([/value: 4000$/m, 'value: 4100']))
    const { code, err } = tpa([...ARGS, '-q', '--baseline', 'moved.json'])
    expect(code).toBe(1)
    expect(err).toContain('the result is not the one that `moved.json` accepts')
    expect(err).toMatch(/moved: accepted 15, now \d+/)
  })

  test.each([
    ['there is no such file', null],
    ['it is no JSON', '{'],
    ['it holds no accepted result', '{"schema":"tpa/assess@1"}'],
  ])('that is none ends with 2: %s', (message, stored) => {
    const { tpa } = scratch({ ...files(HIGHER), ...(stored === null ? {} : { 'moved.json': stored }) })
    const { code, out, err } = tpa([...ARGS, '--baseline', 'moved.json'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })
})

describe('operands', () => {
  const repository = (pack: string) => {
    const made = scratch({ 'rules/mine/pack.yaml': pack, 'a/b/danyang.csv': DANYANG })
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
        cwd: made.folder,
        stdio: 'pipe',
      })
    git('init', '-q', '-b', 'main')
    git('add', '.')
    git('commit', '-q', '-m', 'rules')
    return { ...made, git }
  }

  test('a pack of a commit that extends another of the same commit', () => {
    const child =
      'language: 1\npack: child\ntitle: Child\nversion: 1.0.0\nextends: mine\nparameters:\n  water_round_trip:\n    title: Longest\n    unit: minute\n    min: 0\n    values:\n      - { from: 2014-01-01, value: 15, source: stp, evidence: weak }\n'
    const { tpa, write, git } = repository(PACK)
    write('rules/child/pack.yaml', child)
    git('add', '.')
    git('commit', '-q', '-m', 'child')
    write('rules/mine/pack.yaml', 'not: a pack')
    const { code, out } = tpa(['diff', 'cn-2020', 'HEAD:rules/child', 'a/b/danyang.csv', '-f', 'json', '-q'])
    expect(code).toBe(0)
    expect(JSON.parse(out).changes.map(({ words }: { words: string }) => words)).toEqual([
      'water_round_trip from 2014-01-01: 20 → 15 minute',
    ])
  })

  test.each([
    ['mian:rules/mine', 'the repository has no commit, branch or tag `mian`', 'fetch it first'],
    ['main:rules/mien', 'no pack at `main:rules/mien`', 'a folder with a pack.yaml'],
    ['--upload-pack=x:rules/mine', 'unknown option', 'see `tpa diff --help`'],
    ['rules/mien', 'there is no pack `rules/mien`', 'packs that come with tpa'],
  ])('%s', (operand, message, help) => {
    const { code, out, err } = repository(PACK).tpa(['diff', operand, 'cn-2020', 'a/b/danyang.csv'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
    expect(err.replace(/\s+/g, ' ')).toContain(help)
  })

  test('outside a repository a commit is told to be out of reach', () => {
    const { code, err } = scratch(files(PACK)).tpa(['diff', 'main:mine', 'mine', 'danyang.csv'])
    expect(code).toBe(2)
    expect(err).toContain('this folder is in no repository')
  })

  test('a fault of a pack in a commit is told with the commit', () => {
    const { err } = repository(PACK.replace('met: food_secure', 'met: food_secur')).tpa([
      'diff',
      'main:rules/mine',
      'cn-2020',
      'a/b/danyang.csv',
    ])
    expect(err).toMatch(/^main:rules\/mine\/pack\.yaml:\d+:\d+ {2}error\[unknown-name\]/)
  })

  test('packs of different records are not compared', () => {
    const { code, err } = scratch(files(PACK)).tpa(['diff', 'cn-2020', 'cn-village-exit', 'danyang.csv'])
    expect(code).toBe(2)
    expect(err).toContain('the packs judge different records')
  })

  test('stdin is read for both packs', () => {
    const { tpa } = scratch(files(HIGHER))
    const { code, out } = tpa(['diff', 'cn-2020', 'mine', '-', '-f', 'json', '-q'], { input: DANYANG })
    expect({ code, moved: JSON.parse(out).moved }).toEqual({ code: 0, moved: 15 })
  })
})

describe('tpa check of a pack that extends another', () => {
  const child = (changes: string) =>
    `language: 1\npack: child\ntitle: Child\nversion: 1.0.0\nextends: cn-2020\n${changes}`
  const NEARER =
    'parameters:\n  water_round_trip:\n    title: Longest\n    unit: minute\n    min: 0\n    values:\n      - { from: 2014-01-01, value: 15, source: stp, evidence: weak }\n'

  test('says what differs from its parent', () => {
    const { tpa } = scratch({ 'rules/child/pack.yaml': child(NEARER) })
    const { code, out } = tpa(['check', 'rules/child'])
    expect(code).toBe(0)
    expect(out).toContain('  1 change from cn-2020:\n    water_round_trip from 2014-01-01: 20 → 15 minute\n')
    const [checked] = JSON.parse(tpa(['check', 'rules/child', '-f', 'json']).out).packs
    expect(checked.extends).toMatchObject({
      pack: 'cn-2020',
      changes: [{ id: 'parameters.water_round_trip@2014-01-01', kind: 'changed' }],
    })
  })

  test('takes the parent that stands beside it, and says so where nothing differs', () => {
    const { tpa } = scratch({
      'rules/child/pack.yaml': child('parameters: {}\n').replace('extends: cn-2020', 'extends: mine'),
      'rules/mine/pack.yaml': HIGHER.replace('pack: cn-2020', 'pack: mine'),
    })
    expect(tpa(['check', 'rules/child/pack.yaml']).out).toContain('  no change in meaning from mine\n')
  })
})

test('an id that looks like mark-up or a command is neither', () => {
  const hostile = DANYANG.replace('DY-0004', '::error::@octocat')
    .replace('DY-0086', '`a|b` #12 <b>')
    .replace('DY-0118', '"=1+1,x"')
  const { tpa } = scratch({ ...files(HIGHER), 'danyang.csv': hostile })
  const markdown = tpa([...ARGS, '-f', 'markdown', '-q']).out
  expect(markdown).toContain('| `::error::@octocat` |')
  expect(markdown).toContain('| `` `a\\|b` #12 <b> `` |')
  for (const format of ['table', 'markdown', 'csv', 'json'])
    expect(tpa([...ARGS, '-f', format, '-q']).out).not.toMatch(/^\s*::/m)
})

test('no household is shown but by its id, place, decisions and cause', () => {
  const { tpa } = scratch(files(HIGHER))
  for (const format of ['table', 'markdown'])
    expect(tpa([...ARGS, '-f', format, '-q', '--by', 'village']).out).not.toMatch(
      /28094|1412\.15|yes|C,|renovated/,
    )
})

test('several reports in one run', () => {
  const { tpa, read } = scratch(files(HIGHER))
  const { code } = tpa([...ARGS, '-q', '-o', 'a.md', '--report', 'json=a.json', '--report', 'csv=a.csv'])
  expect(code).toBe(0)
  expect(read('a.md')).toMatch(/^\*\*15 of 825/)
  expect(JSON.parse(read('a.json')).moved).toBe(15)
  expect(read('a.csv').trimEnd().split('\n')).toHaveLength(16)
})

test('the help is what the golden file says, verbatim', async () => {
  await expect(scratch().tpa(['diff', '--help']).out).toMatchFileSnapshot('golden/help-diff.txt')
})
