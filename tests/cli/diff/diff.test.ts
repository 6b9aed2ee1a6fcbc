import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { households, scratch } from '../run.js'
import { runHere } from '../run-here.js'

const text = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8')

const PACK = text('rules/cn-2020/pack.yaml')
const DANYANG = text('fixtures/danyang.csv')

/** The households of Danyang whom a line of 4200 instead of 4000 moves. */
const MOVED = /^DY-0(?:004|086|118|133|134|196|277|286|382|394|459|485|517|637|824),/

/** Them, some who walk far for water or lack food, and every thirtieth. */
const SAMPLE = (() => {
  const [head = '', ...rows] = DANYANG.trimEnd().split('\n')
  const columns = head.split(',')
  const cellOf = (row: string, name: string) => row.split(',')[columns.indexOf(name)] ?? ''
  const isWanted = (row: string, index: number) =>
    index % 30 === 0 ||
    MOVED.test(row) ||
    (index % 6 === 0 && Number(cellOf(row, 'water_minutes')) > 15) ||
    cellOf(row, 'food_secure') === 'no'
  return `${[head, ...rows.filter(isWanted)].join('\n')}\n`
})()

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

const files = (pack: string) => ({ 'mine/pack.yaml': pack, 'danyang.csv': SAMPLE })
const ARGS = ['diff', 'cn-2020', 'mine', 'danyang.csv']

/** A scratch folder in which the program is run without being started. */
function here(contents: { readonly [name: string]: string }) {
  const made = scratch(contents)
  const run = (args: readonly string[]) => runHere(made.folder, args)
  return {
    ...made,
    run,
    json: async (...args: string[]) => JSON.parse((await run([...args, '-f', 'json'])).out),
  }
}

describe('the line at 4200 instead of 4000', () => {
  test('as a person or a program gets it', async () => {
    const { tpa, read } = scratch({ ...files(HIGHER), 'danyang.csv': DANYANG })
    const others = ['markdown=a.md', 'csv=a.csv', 'json=a.json'].flatMap((each) => ['--report', each])
    const { code, out } = tpa([...ARGS, '--by', 'village', '-f', 'table', ...others])
    expect(code).toBe(0)
    await expect(out).toMatchFileSnapshot('golden/diff.txt')
    await expect(read('a.md')).toMatchFileSnapshot('golden/diff.md')
    await expect(read('a.csv')).toMatchFileSnapshot('golden/diff.csv')
    await expect(withoutHashes(read('a.json'))).toMatchFileSnapshot('golden/diff.json')
    for (const shown of [out, read('a.md')])
      expect(shown, 'no more of a household than id, place, decisions and cause').not.toMatch(
        /28094|1412\.15|yes|C,|renovated/,
      )
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
  'water_minutes: { type: number, unit: minute, min: 12,',
] as const

const SHORTAGE = ['zh: 是否缺水', 'zh: 缺水与否'] as const
const UNASSUMED = ['aliases: [是否有返贫致贫风险], assume: no', 'aliases: [是否有返贫致贫风险]'] as const

describe('totals', () => {
  const withoutRisk = SAMPLE.replace(',risk,', ',perhaps,')
  const inChinese = SAMPLE.replace(',water_shortage,', ',是否缺水,')
  test.each([
    ['three edits', edited(LINE, WATER, FOOD), SAMPLE],
    ['nothing assumed of risk', edited(UNASSUMED), withoutRisk],
    ['a narrower range and a code fewer', edited(RANGE, [/ {8}relocated: \{.*\n/, '']), SAMPLE],
    ['a column that has another name', edited(SHORTAGE), inChinese],
    ['no size', edited(['  size: household_size\n', '']), SAMPLE],
  ])('are those of tpa assess under each pack: %s', async (_, pack, csv) => {
    const { json } = here({ ...files(pack), 'danyang.csv': csv })
    const there = await json(...ARGS)
    for (const [side, rules, key] of [
      ['old', 'cn-2020', 'from'],
      ['new', 'mine', 'to'],
    ] as const) {
      const { summary, ledger } = await json('assess', 'danyang.csv', '--rules', rules)
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

  test('of the way back are those of the way there, turned over', async () => {
    const { json } = here(files(edited(LINE, WATER, FOOD, RANGE)))
    const there = await json(...ARGS)
    const back = await json('diff', 'mine', 'cn-2020', 'danyang.csv')
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
  const decisionsBy = async (pack: string) => {
    const { json } = here(files(pack))
    const { households: list } = await json('assess', 'danyang.csv', '--rules', 'mine')
    return new Map<string, string>(
      list.map((each: { household_id: string; decision: string }) => [each.household_id, each.decision]),
    )
  }

  test('are what single edits of the pack do, each made and assessed by itself', async () => {
    const edits = new Map<string, Edit>([
      ['parameters.poverty_line@2020-01-01', LINE],
      ['parameters.water_round_trip@2014-01-01', WATER],
      ['facts.water_minutes', RANGE],
      ['decisions.none', FOOD],
    ])
    const all = edited(...edits.values())
    const { changes, households: found, moved } = await here(files(all)).json(...ARGS)
    expect(changes.map(({ id }: { id: string }) => id)).toEqual([...edits.keys()])
    const [before, after] = [await decisionsBy(PACK), await decisionsBy(all)]
    const alone: (readonly [string, ReadonlyMap<string, string>])[] = []
    for (const [id, edit] of edits) alone.push([id, await decisionsBy(edited(edit))])
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

  test('are two changes where neither moves the household alone, and all where no two do', async () => {
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
    const { run, read } = here({ 'mine/pack.yaml': pack, 'a.csv': survey })
    const { out: table } = await run(['diff', 'cn-2020', 'mine', 'a.csv', '-q', '--report', 'json=a.json'])
    expect(JSON.parse(read('a.json')).households).toMatchObject([
      {
        household_id: 'two',
        from: 'register',
        to: 'monitor',
        cause: { kind: 'pair', sets: [['parameters.monitoring_range@2020-01-01', 'decisions.none']] },
      },
      { household_id: 'all', from: 'register', to: 'monitor', cause: { kind: 'whole', sets: [] } },
    ])
    expect(table.replace(/\s+/g, ' ')).toContain('monitoring_range@2020-01-01 with decisions.none')
    expect(table).toContain('only all changes together')
    expect(table).toContain('Moves nobody by itself or with one other change: water_round_trip@2014-01-01.')
  })

  test('are two changes that shift an income and the line beside it, and turn no verdict alone', async () => {
    const [head = '', , row = ''] = DANYANG.split('\n', 3)
    const incomes = { wage_income: '', net_income: '', income_per_capita: '4300' }
    const changes: { readonly [name: string]: string } = {
      ...{ ...incomes, household_size: '1', insured_members: '1' },
    }
    const cells = row.split(',').map((cell, index) => changes[head.split(',')[index] ?? ''] ?? cell)
    const pack = edited(LINE, WATER, ['value: 1, source: reg14', 'value: 150, source: reg14'])
    const { json } = here({ 'mine/pack.yaml': pack, 'danyang.csv': `${head}\n${cells.join()}\n` })
    expect((await json(...ARGS)).households).toMatchObject([
      {
        from: 'not_eligible',
        to: 'verify',
        cause: {
          kind: 'pair',
          sets: [['parameters.poverty_line@2020-01-01', 'parameters.register_rounding@2014-01-01']],
        },
      },
    ])
  })

  test('a change that moves nobody is called out', async () => {
    const { run, read } = here(files(edited(LINE, ['value: 100000', 'value: 90000'])))
    const { out } = await run([...ARGS, '--report', 'markdown=a.md'])
    expect(out).toContain('Moves nobody: suspicious_income@2014-01-01.')
    expect(read('a.md')).toContain('Moves nobody: `suspicious_income@2014-01-01`.')
  })
})

describe('nothing to tell', () => {
  test('a pack and itself: no change in meaning, nobody moves', async () => {
    const { code, out } = await here(files(PACK)).run([
      ...['diff', 'cn-2020', 'cn-2020', 'danyang.csv', '-q'],
      ...['--fail-on', 'moved>0'],
    ])
    expect(code).toBe(0)
    expect(out).toMatch(
      /^No change in meaning from cn-2020@1\.1\.0 to cn-2020@1\.1\.0\.\nNone of \d+ households gets another decision\.\n/,
    )
  })

  test('a pack with other words and another order of parameters', async () => {
    const pack = edited(['parameters:\n', '# new\nparameters:\n'], ['title: Food is assured', 'title: Food'])
    const { changes, moved } = await here(files(pack)).json(...ARGS)
    expect({ changes, moved }).toEqual({ changes: [], moved: 0 })
  })
})

describe('gates', () => {
  test('trip on what moves, as a count or in percent of what was assessed', async () => {
    const trip = ['moved>20%', 'moved>=15', 'not_eligible->register>8', 'verify->register>0.1%']
    const hold = [
      'moved>30%',
      'moved>15',
      'not_eligible -> register > 9',
      'register->not_eligible>0',
      'rejected>0',
    ]
    const { run } = here(files(HIGHER))
    const gated = (gates: readonly string[]) => [
      ...ARGS,
      '-q',
      ...gates.flatMap((gate) => ['--fail-on', gate]),
    ]
    const { code, err } = await run(gated([...trip, ...hold]))
    expect(code).toBe(1)
    expect([...err.matchAll(/trips the gate `([^`]+)`/g)].map(([, gate]) => gate)).toEqual(trip)
    expect(await run(gated(hold))).toMatchObject({ code: 0, err: '' })
  })

  test('a gate on a decision that neither pack has ends with 2', async () => {
    const { code, err } = await here(files(HIGHER)).run([...ARGS, '--fail-on', 'exit->retian>0'])
    expect(code).toBe(2)
    expect(err).toContain('unknown name in --fail-on `exit->retian`')
    expect(err).toContain('did you mean `exit->retain`?')
  })
})

describe('an accepted result', () => {
  test('passes again, whatever the file is called and who the households are', async () => {
    const renamed = SAMPLE.replaceAll('DY-', 'XX-').replaceAll('Shangzhai', 'Elsewhere')
    const { run, read } = here({ ...files(HIGHER), 'other.csv': renamed })
    expect((await run([...ARGS, '-q', '--accept', 'moved.json'])).code).toBe(0)
    expect(read('moved.json')).not.toMatch(/DY-|Shangzhai|danyang/)
    expect(JSON.parse(read('moved.json'))).toMatchObject({ schema: 'tpa/diff@1', moved: 15 })
    for (const file of ['danyang.csv', 'other.csv'])
      expect(await run(['diff', 'cn-2020', 'mine', file, '-q', '--baseline', 'moved.json'])).toMatchObject({
        code: 0,
        err: '',
      })
  })

  test('fails another, and says what differs', async () => {
    const { run, write } = here(files(HIGHER))
    await run([...ARGS, '-q', '--accept', 'moved.json'])
    write('mine/pack.yaml', edited([/value: 4000$/m, 'value: 4100']))
    const { code, err } = await run([...ARGS, '-q', '--baseline', 'moved.json'])
    expect(code).toBe(1)
    expect(err).toContain('error[baseline-differs]  the result is not the one that `moved.json` accepts')
    expect(err).toMatch(/moved: accepted 15, now \d+/)
  })

  test.each([
    ['there is no such file', null],
    ['it is not JSON', '{'],
    ['it holds no accepted result', '{"schema":"tpa/assess@1"}'],
  ])('that is none ends with 2: %s', async (message, stored) => {
    const { run } = here({ ...files(HIGHER), ...(stored === null ? {} : { 'moved.json': stored }) })
    const { code, out, err } = await run([...ARGS, '--baseline', 'moved.json'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('error[not-a-baseline]')
    expect(err).toContain(message)
  })
})

describe('operands', () => {
  const repository = (pack: string) => {
    const made = here({ 'rules/mine/pack.yaml': pack, 'a/b/danyang.csv': SAMPLE })
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

  test('a pack of a commit that extends another of the same commit', async () => {
    const child =
      'language: 1\npack: child\ntitle: Child\nversion: 1.0.0\nextends: mine\nparameters:\n  water_round_trip:\n    title: Longest\n    unit: minute\n    min: 0\n    values:\n      - { from: 2014-01-01, value: 15, source: stp, evidence: weak }\n'
    const { json, write, git } = repository(PACK)
    write('rules/child/pack.yaml', child)
    git('add', '.')
    git('commit', '-q', '-m', 'child')
    write('rules/mine/pack.yaml', 'not: a pack')
    const { changes } = await json('diff', 'cn-2020', 'HEAD:rules/child', 'a/b/danyang.csv', '-q')
    expect(changes.map(({ words }: { words: string }) => words)).toEqual([
      'water_round_trip from 2014-01-01: 20 → 15 minute',
    ])
  })

  test('an operand that leads to no pack is told with the way out', async () => {
    const { run, tpa } = repository(PACK)
    const args = (operand: string) => ['diff', operand, 'cn-2020', 'a/b/danyang.csv']
    for (const [operand, message, help] of [
      ['mian:rules/mine', 'the repository has no commit, branch or tag `mian`', 'fetch it first'],
      ['main:rules/mien', 'no pack at `main:rules/mien`', 'a folder with a pack.yaml'],
      ['rules/mien', 'there is no pack `rules/mien`', 'packs that come with tpa'],
    ] as const) {
      const { code, out, err } = await run(args(operand))
      expect({ code, out }, operand).toEqual({ code: 2, out: '' })
      expect(err).toContain(message)
      expect(err.replace(/\s+/g, ' ')).toContain(help)
    }
    const { code, out, err } = tpa(args('--upload-pack=x:rules/mine'))
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('unknown option')
    expect(err.replace(/\s+/g, ' ')).toContain('see `tpa diff --help`')
  })

  test('outside a repository a commit is told to be out of reach', async () => {
    const { code, err } = await here(files(PACK)).run(['diff', 'main:mine', 'mine', 'danyang.csv'])
    expect(code).toBe(2)
    expect(err).toContain('this folder is in no repository')
  })

  test('a fault of a pack in a commit is told with the commit', async () => {
    const { run } = repository(PACK.replace('met: food_secure', 'met: food_secur'))
    const { err } = await run(['diff', 'main:rules/mine', 'cn-2020', 'a/b/danyang.csv'])
    expect(err).toMatch(/^main:rules\/mine\/pack\.yaml:\d+:\d+ {2}error\[unknown-name\]/)
  })

  test('packs of different records are not compared', async () => {
    const { code, err } = await here(files(PACK)).run(['diff', 'cn-2020', 'cn-village-exit', 'danyang.csv'])
    expect(code).toBe(2)
    expect(err).toContain('the packs judge different records')
  })

  test.each([
    ['alike', HIGHER],
    ['each in its own way', HIGHER.replace(...SHORTAGE)],
  ])('stdin is read for both packs, which read %s', (_, pack) => {
    const { tpa } = scratch(files(pack))
    const { code, out } = tpa(['diff', 'cn-2020', 'mine', '-', '-f', 'json', '-q'], { input: SAMPLE })
    expect({ code, moved: JSON.parse(out).moved }).toEqual({ code: 0, moved: 15 })
  })
})

describe('tpa check of a pack that extends another', () => {
  const child = (changes: string) =>
    `language: 1\npack: child\ntitle: Child\nversion: 1.0.0\nextends: cn-2020\n${changes}`
  const NEARER =
    'parameters:\n  water_round_trip:\n    title: Longest\n    unit: minute\n    min: 0\n    values:\n      - { from: 2014-01-01, value: 15, source: stp, evidence: weak }\n'

  test('says what differs from its parent', async () => {
    const { run, json } = here({ 'rules/child/pack.yaml': child(NEARER) })
    const { code, out } = await run(['check', 'rules/child'])
    expect(code).toBe(0)
    expect(out).toContain('  1 change from cn-2020:\n    water_round_trip from 2014-01-01: 20 → 15 minute\n')
    const { packs } = await json('check', 'rules/child')
    expect(packs[0].extends).toMatchObject({
      pack: 'cn-2020',
      changes: [{ id: 'parameters.water_round_trip@2014-01-01', kind: 'changed' }],
    })
  })

  test('takes the parent that stands beside it, and says so where nothing differs', async () => {
    const { run } = here({
      'rules/child/pack.yaml': child('parameters: {}\n').replace('extends: cn-2020', 'extends: mine'),
      'rules/mine/pack.yaml': HIGHER.replace('pack: cn-2020', 'pack: mine'),
    })
    const { out } = await run(['check', 'rules/child/pack.yaml'])
    expect(out).toContain('  no change in meaning from mine\n')
  })
})

test('an id that looks like mark-up or a command is neither', async () => {
  const hostile = SAMPLE.replace('DY-0004', '::error::@octocat')
    .replace('DY-0086', '`a|b` #12 <b>')
    .replace('DY-0118', '"=1+1,x"')
    .replaceAll('Shiban', `::error::${'x'.repeat(60)}`)
  const { run, read } = here({ ...files(HIGHER), 'danyang.csv': hostile })
  const others = ['markdown=a.md', 'csv=a.csv', 'json=a.json'].flatMap((each) => ['--report', each])
  const { out } = await run([...ARGS, '-f', 'table', ...others, '-q', '--by', 'village'])
  expect(out).toMatch(/Nobody moves in\n\\u003a:error::x+\.\n/)
  expect(read('a.md')).toContain('| `::error::@octocat` |')
  expect(read('a.md')).toContain('| `` `a\\|b` #12 <b> `` |')
  for (const shown of [out, read('a.md'), read('a.csv'), read('a.json')]) expect(shown).not.toMatch(/^\s*::/m)
})

test('several reports in one run', async () => {
  const { run, read } = here(files(HIGHER))
  const { code, out } = await run([
    ...[...ARGS, '-q', '-o', 'a.md'],
    ...['--report', 'json=a.json', '--report', 'csv=a.csv'],
  ])
  expect({ code, out }).toEqual({ code: 0, out: '' })
  expect(read('a.md')).toMatch(/^\*\*15 of /)
  expect(JSON.parse(read('a.json')).moved).toBe(15)
  expect(read('a.csv').trimEnd().split('\n')).toHaveLength(16)
})

test('the help is what the golden file says, verbatim', async () => {
  await expect(scratch().tpa(['diff', '--help']).out).toMatchFileSnapshot('golden/help-diff.txt')
})
