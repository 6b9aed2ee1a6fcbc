import { describe, expect, test } from 'vitest'
import { households, manyHouseholds, scratch } from '../run.js'

const MIXED = households(
  { household_id: 'A', village: '牙溪村' },
  { household_id: 'B', net_income: '100' },
  { household_id: 'C', net_income: '' },
  { household_id: 'D', registration_status: 'registered' },
)

describe('exit codes', () => {
  test('a run without anything amiss ends with 0, and the ledger stands last', async () => {
    const { here } = scratch({ 'a.csv': MIXED })
    const { code, out, err } = await here(['assess', 'a.csv'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.split('\n').at(-2)).toBe('read 4 = assessed 4 + rejected 0 + duplicates 0 + not interviews 0')
  })

  const TRIPPED = ['verify>0', 'verify>=25%', 'register=1', 'assessed<=4', 'verify>24.999999999%']
  const HELD = ['verify>1', 'verify > 25%', 'verify!=1', 'exit<1', 'duplicates>0', 'invalid>0']
  const failOn = (gates: readonly string[]) => gates.flatMap((gate) => ['--fail-on', gate])

  test.each([[TRIPPED.slice(0, 1)], [TRIPPED], [[...HELD, ...TRIPPED]]])(
    '--fail-on %j ends with 1',
    async (gates) => {
      const { code, err } = await scratch({ 'a.csv': MIXED }).here(['assess', 'a.csv', ...failOn(gates)])
      expect(code).toBe(1)
      const told = [...err.matchAll(/which trips the gate `([^`]*)`/g)].map(([, gate]) => gate)
      expect(told.sort()).toEqual(gates.filter((gate) => TRIPPED.includes(gate)).sort())
    },
  )

  test('gates that hold end with 0', async () => {
    const { code, err } = await scratch({ 'a.csv': MIXED }).here(['assess', 'a.csv', ...failOn(HELD)])
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  test('cells that do not read trip only a gate', async () => {
    const { here } = scratch({
      'a.csv': households({ net_income: '15,000' }, { household_id: 'B', food_secure: 'maybe' }).replace(
        '15,000',
        '"15,000"',
      ),
    })
    const { code, err } = await here(['assess', 'a.csv'])
    expect(code).toBe(0)
    expect(err).toContain('a.csv:2 net_income  warning[ambiguous-number]  `15,000` may be `15000` or `15`')
    expect((await here(['assess', 'a.csv', '--fail-on', 'invalid>1'])).code).toBe(1)
    expect((await here(['assess', 'a.csv', '--fail-on', 'invalid>2'])).code).toBe(0)
  })

  test('rejected rows trip 1 unless they are allowed; held ones do not', async () => {
    const { here, read } = scratch({
      'a.csv': `${MIXED}${households({ household_id: 'A' }, { household_id: '' }).replace(/^.*\n/, '')}`,
    })
    const { code, err } = await here(['assess', 'a.csv', '--rejects', 'rejects.csv'])
    expect(code).toBe(1)
    expect(err).toContain('error[rejected-rows]  1 row was rejected')
    expect((await here(['assess', 'a.csv', '--allow-rejects'])).code).toBe(0)
    expect((await here(['assess', 'a.csv', '--allow-rejects', '--fail-on', 'duplicates>0'])).code).toBe(1)
    const [header, ...rows] = read('rejects.csv').trimEnd().split('\n')
    expect(header).toBe('file,line,code,field,message,raw')
    expect(rows.map((row) => row.split(',').slice(0, 3).join(','))).toEqual([
      'a.csv,2,duplicate-id',
      'a.csv,6,duplicate-id',
      'a.csv,7,missing-id',
    ])
  })

  test('nothing is quiet about errors: -q leaves out everything else', async () => {
    const { here } = scratch({ 'a.csv': `${MIXED}x\n` })
    const { code, out, err } = await here(['assess', 'a.csv', '-q', '-f', 'csv'])
    expect(code).toBe(1)
    expect(out.split('\n')).toHaveLength(6)
    expect(err).toMatch(/^error\[rejected-rows\]/)
  })
})

describe('reports', () => {
  test('the extension of -o says the format, -f wins over it', async () => {
    const { here, read } = scratch({ 'a.csv': MIXED })
    for (const name of ['x.json', 'x.ndjson', 'x.csv', 'x.md', 'x.txt'])
      expect(await here(['assess', 'a.csv', '-o', name])).toMatchObject({ code: 0, out: '' })
    expect(JSON.parse(read('x.json')).schema).toBe('tpa/assess@1')
    expect(read('x.ndjson').trimEnd().split('\n')).toHaveLength(4)
    expect(read('x.csv')).toMatch(/^household_id,decision,/)
    expect(read('x.md')).toMatch(/^\*\*4 households/)
    expect(read('x.txt')).toMatch(/^4 households/)
    await here(['assess', 'a.csv', '-o', 'y.csv', '-f', 'json'])
    expect(read('y.csv')).toBe(read('x.json'))
  })

  test('one run writes as many as are asked for', async () => {
    const { here, read, files } = scratch({ 'a.csv': MIXED })
    const { code, out } = await here([
      'assess',
      'a.csv',
      '-f',
      'csv',
      '--report',
      'json=a.json',
      '--report',
      'markdown=a.md',
    ])
    expect(code).toBe(0)
    expect(files()).toEqual(['a.csv', 'a.json', 'a.md'])
    expect(out.split('\n')).toHaveLength(6)
    expect(JSON.parse(read('a.json')).households).toHaveLength(4)
  })

  test('a stream on stdout leaves the summary to stderr', async () => {
    const { err } = await scratch({ 'a.csv': MIXED }).here(['assess', 'a.csv', '-f', 'ndjson'])
    expect(err).toMatch(/^4 households with 8 persons judged by cn-2020@/)
    expect(err.trimEnd().split('\n').at(-1)).toMatch(/^read 4 = assessed 4 /)
  })

  test('--only filters rows, and everything is still counted', async () => {
    const { here } = scratch({ 'a.csv': MIXED })
    const json = JSON.parse((await here(['assess', 'a.csv', '--only', 'verify,register', '-f', 'json'])).out)
    expect(json.households.map(({ household_id }: { household_id: string }) => household_id)).toEqual([
      'B',
      'C',
    ])
    expect(json.ledger.assessed).toBe(4)
    expect(json.summary.decisions).toMatchObject({ not_eligible: 1, exit: 1, verify: 1 })
  })

  test('households of one id are held, also where a roster points at their key by its header', async () => {
    const { here } = scratch({
      's.csv': 'KEY,household_size\nk1,1\nk1,1\nk2,1\n',
      's-members.csv': 'age,PARENT_KEY,KEY\n30,k1,m1\n40,k2,m2\n',
    })
    const { code, out } = await here(['assess', 's.csv', 's-members.csv', '--preset', 'odk', '-f', 'json'])
    expect(code, 'two of three are held').toBe(1)
    expect(JSON.parse(out).ledger).toMatchObject({ read: 3, assessed: 1, duplicates: 2 })
  })

  test('--excel writes CSV and rejects that Excel opens well, and that tpa reads again', async () => {
    const { here, read } = scratch({ 'a.csv': `${households({ household_id: '0012' })}\n,x\n` })
    const { code } = await here([
      'assess',
      'a.csv',
      '--excel',
      '-o',
      'b.csv',
      '--rejects',
      'r.csv',
      '--allow-rejects',
    ])
    expect(code).toBe(0)
    expect(read('b.csv')).toMatch(/^\uFEFFhousehold_id,decision.*\r\n"=""0012""",.*\r\n$/)
    expect(read('r.csv')).toMatch(/^\uFEFFfile,line.*\r\n.*\r\n$/)
    const [again] = JSON.parse((await here(['assess', 'b.csv', '-f', 'json'])).out).households
    expect(again.household_id).toBe('0012')
    expect((await here(['assess', 'a.csv', '--excel'])).err).toContain(
      '--excel is about CSV, and none is written',
    )
  })

  test('--keep copies columns as they are, and guards formulas unless --raw', async () => {
    const text = MIXED.split('\n')
      .map((line, index) => (line === '' ? line : `${line},${index === 0 ? '备注' : '=1+1'}`))
      .join('\n')
    const { here } = scratch({ 'a.csv': text })
    expect((await here(['assess', 'a.csv', '-f', 'csv', '--keep', '备注'])).out.split('\n')[1]).toMatch(
      /,a\.csv,2,'=1\+1,$/,
    )
    expect(
      (await here(['assess', 'a.csv', '-f', 'csv', '--keep', '备注', '--raw'])).out.split('\n')[1],
    ).toMatch(/,a\.csv,2,=1\+1,$/)
    expect((await here(['assess', 'a.csv', '-f', 'ndjson', '--keep', '备注'])).out).toContain(
      '"line":2,"备注":"=1+1","id":',
    )
  })

  test('--by adds a table of places or codes', async () => {
    const { out } = await scratch({ 'a.csv': MIXED }).here(['assess', 'a.csv', '--by', 'village'])
    expect(out).toContain('By village')
    expect(out).toMatch(/^牙溪村 +1 +2 /m)
  })

  test('the same input gives the same bytes, wherever it lies', () => {
    const [here, there] = [scratch({ 'a.csv': MIXED }), scratch({ 'b/a.csv': MIXED })]
    const formats = ['json', 'ndjson', 'csv', 'markdown']
    const reports = formats.flatMap((format) => ['--report', `${format}=x.${format}`])
    const { out } = here.tpa(['assess', 'a.csv', ...reports])
    expect(out).toMatch(/^4 households/)
    expect(there.tpa(['assess', `${there.folder}/b/a.csv`, ...reports]).out).toBe(out)
    for (const format of formats) expect(there.read(`x.${format}`)).toBe(here.read(`x.${format}`))
  })
})

describe('output files', () => {
  test.each([
    [['-o', 'nowhere/x.csv'], 'there is no folder `nowhere`'],
    [['-o', 'folder'], 'this is a folder'],
    [['-o', 'a.csv'], 'this is a file that is read'],
    [['-o', './a.csv', '-f', 'json'], 'this is a file that is read'],
    [['--report', 'csv=x', '--rejects', 'x'], 'two reports cannot go to one file'],
    [['--report', 'csv=-'], 'two reports cannot go to stdout'],
  ])('%j is refused before anything is read', async (args, message) => {
    const { here, files, write, read } = scratch({ 'a.csv': MIXED })
    write('folder/keep', '')
    const { code, err } = await here(['assess', 'a.csv', ...args])
    expect(code).toBe(2)
    expect(err).toContain('error[unwritable-output]')
    expect(err).toContain(message)
    expect(files()).toEqual(['a.csv', 'folder'])
    expect(read('a.csv')).toBe(MIXED)
  })

  test('are replaced whole, and stay as they were where the run cannot start', async () => {
    const { here, files, read, write } = scratch({ 'a.csv': MIXED, 'x.csv': 'old' })
    expect((await here(['assess', 'missing.csv', '-o', 'x.csv'])).code).toBe(2)
    expect(read('x.csv')).toBe('old')
    write('bad.csv', 'household_id,net_income\nA,"1\n')
    expect((await here(['assess', 'a.csv', 'bad.csv', '-o', 'x.csv'])).code).toBe(2)
    expect(read('x.csv')).toBe('old')
    expect((await here(['assess', 'a.csv', '-o', 'x.csv'])).code).toBe(0)
    expect(read('x.csv')).toMatch(/^household_id,/)
    expect(files()).toEqual(['a.csv', 'bad.csv', 'x.csv'])
  })

  test('a device is written in place', async () => {
    expect(await scratch({ 'a.csv': MIXED }).here(['assess', 'a.csv', '-o', '/dev/null', '-q'])).toEqual({
      code: 0,
      out: '',
      err: '',
    })
  })
})

test('a file of more than forty households shows those that need a person', async () => {
  const { out } = scratch({ 'a.csv': `${manyHouseholds(50)}${MIXED.replace(/^.*\n/, '')}` }).tpa([
    'assess',
    'a.csv',
  ])
  expect(out).toContain('Households that need a person')
  expect(out).toMatch(/^C +Danyang +register or not_eligible; needs net income$/m)
  expect(out).not.toContain('H-1 ')
})

test('stdin is read like a file', () => {
  const { tpa } = scratch({ 'a.csv': MIXED })
  const { out } = tpa(['assess', '-', '-f', 'csv'], { input: MIXED })
  expect(out).toBe(tpa(['assess', 'a.csv', '-f', 'csv']).out.replaceAll('a.csv', '-'))
})
