import { describe, expect, test } from 'vitest'
import type { Case } from '../../fuzz/case.js'
import { ORACLE_NAMES, ORACLES, type Seen } from '../../fuzz/judge/oracles.js'
import type { Result } from '../../fuzz/judge/run-program.js'
import { ledgerOf } from '../../fuzz/judge/told.js'

const LEDGER = 'read 3 = assessed 2 + rejected 1 + duplicates 0 + not interviews 0\n'
const JSON_OUT = JSON.stringify({
  ledger: {
    read: 3,
    assessed: 2,
    rejected: 1,
    duplicates: 0,
    not_interviews: 0,
    blank_rows: 1,
    skipped_rows: 0,
  },
  rosters: [{ rejected: 1, orphaned: 1 }],
})
const REJECTED =
  'file,line,code,field,message,raw\na,2,ragged-row,,,x\na,3,orphan-member,,,x\na,4,bad-bytes,,,"x\ny"\n'

const sound: Result = {
  args: ['assess', 'in.csv', '-f', 'json', '--rejects', 'rejects.csv'],
  code: 1,
  out: JSON_OUT,
  err: LEDGER,
  thrown: null,
}
const input: Case = { files: {}, runs: [], rows: 4 }

/** A run in which nothing is wrong, with something planted. */
const seen = (planted: Partial<Result>, rest: Partial<Seen> = {}): Seen => {
  const result = { ...sound, ...planted }
  return { input, run: { args: result.args }, result, others: [], rejects: REJECTED, changed: [], ...rest }
}

const twoWays = (planted: Partial<Result>) => seen({}, { others: [sound, { ...sound, ...planted }] })

/** Each oracle with faults that it must see. */
const PLANTED: Readonly<Record<keyof typeof ORACLES, readonly Seen[]>> = {
  exit: [
    seen({ code: 70 }),
    seen({ code: 130 }),
    seen({ code: undefined }),
    seen({ thrown: 'Error: x' }),
    twoWays({ code: 3 }),
  ],
  bug: [
    seen({ err: 'this is a bug in tpa: x\n' }),
    seen({ err: 'x\n    at run (/a/b.js:3:7)\n' }),
    seen({ err: 'TypeError: x is not a function\n' }),
    twoWays({ err: 'RangeError: x\n' }),
  ],
  nonsense: [
    seen({ err: 'warning[type]  `undefined` is not a number\n' }),
    seen({ err: '[object Object]\n' }),
  ],
  refusal: [seen({ code: 2, out: '', err: '' }), seen({ code: 2, out: '', err: 'it does not work\n' })],
  streams: [
    seen({ err: 'a \u001b[31mb\n' }),
    seen({ out: 'a\n::error::b\n' }),
    seen({ out: '  ::set-output name=a::b\n' }),
    seen({ out: 'a ##[error]b\n' }),
    seen({ err: 'a\u009b2Jb\n' }),
    seen({ err: 'a\u202eb\n' }),
    seen({ out: 'a\rb\n' }),
    seen({ args: ['validate', 'in.csv', '-f', 'github'], out: '::error file=a::b\n::set-env name=a::b\n' }),
    seen({ args: ['assess', 'in.csv', '--color', 'always'], out: '\u001b[31ma\u001b[0m \u001b[2J\n' }),
  ],
  ledger: [
    seen({ out: JSON_OUT.replace('"assessed":2', '"assessed":1') }),
    seen({ args: ['assess'], out: '', err: LEDGER.replace('read 3', 'read 4') }),
    seen({}, { input: { ...input, rows: 5 } }),
  ],
  rejects: [
    seen({}, { rejects: REJECTED.split('\n').slice(0, 3).join('\n') }),
    seen({}, { rejects: null }),
    seen({}, { rejects: `${REJECTED}a,5,ragged-row,,,x\n` }),
  ],
  same: [twoWays({ out: `${JSON_OUT} ` }), twoWays({ err: 'x\n' }), twoWays({ code: 0 })],
  schema: [
    seen({ out: '{"schema":"tpa/assess@1","tpa":"0.1.0"}\n' }),
    seen({ out: '{"schema":"tpa/check@1","tpa":"0.1.0","packs":[{"place":1}]}\n' }),
    seen({ out: '{"schema":"tpa/check@1","tpa":"0.1.0","packs":[\n' }),
    seen({ args: ['assess', 'in.csv', '-f', 'ndjson'], out: '{"household_id":"A"}\n' }),
  ],
  inputs: [seen({}, { changed: ['in.csv'] })],
}

describe('an oracle', () => {
  test.each(ORACLE_NAMES)('%s says nothing of a sound run', (name) => {
    expect(ORACLES[name](seen({}))).toBeNull()
    expect(ORACLES[name](twoWays({}))).toBeNull()
  })

  test.each(ORACLE_NAMES.flatMap((name) => PLANTED[name].map((each, at) => [name, at, each] as const)))(
    '%s sees planted fault %i',
    (name, _, planted) => {
      expect(ORACLES[name](planted)).toMatch(/\S/)
    },
  )

  test('takes JSON as it is published, and what a run that stopped has left', () => {
    const sound = '{"schema":"tpa/check@1","tpa":"0.1.0","packs":[],"more":1}\n'
    expect(ORACLES.schema(seen({ out: sound }))).toBeNull()
    expect(ORACLES.schema(seen({ code: 2, out: '{"schema":"tpa/assess@1",' }))).toBeNull()
  })

  test('lets the program say which engine judged, its own colours and its own annotations', () => {
    const engine = (name: string) => ({
      out: `${JSON_OUT.slice(0, -1)},"engine":{"compiled":${name},"interpreted":0}}`,
    })
    expect(
      ORACLES.same(
        seen(
          {},
          {
            others: [
              { ...sound, ...engine('1') },
              { ...sound, ...engine('2') },
            ],
          },
        ),
      ),
    ).toBeNull()
    expect(
      ORACLES.streams(seen({ args: ['assess', '--color', 'always'], out: '\u001b[31ma\u001b[0m\n' })),
    ).toBeNull()
    expect(
      ORACLES.streams(seen({ args: ['validate', '-f', 'github'], out: '::error file=a::b\n' })),
    ).toBeNull()
  })
})

test.each([
  ['in words', { ...sound, args: ['assess'], out: '' }, { read: 3, assessed: 2, passedOver: null }],
  [
    'over two lines',
    { ...sound, args: ['assess'], out: LEDGER.replace(' + ', '\n+ '), err: '' },
    { read: 3, rejected: 1 },
  ],
  ['in JSON', sound, { read: 3, assessed: 2, passedOver: 1, lostMembers: 2 }],
])('a ledger is read %s', (_, result, expected) => {
  expect(ledgerOf(result)).toMatchObject(expected)
})
