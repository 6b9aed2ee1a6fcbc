import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SHIPPED_PRESETS } from '../../../../src/base/shipped.js'
import { presetNames } from '../../../../src/survey/mapping/load-mapping.js'
import {
  interviewColumn,
  interviewExpression,
  SYSTEM_COLUMNS,
} from '../../../../src/survey/signs/interview/interview-columns.js'
import { mappingOf } from '../../mapping/small.js'
import { faultsOfText, readText } from '../../read.js'
import { samplePack } from '../../sample-pack.js'

const kindOf = (header: string) => interviewColumn(header)?.kind ?? null

describe('a column that says whether there was an interview', () => {
  it.each([
    ['ReviewState', 'system'],
    ['_validation_status', 'system'],
    ['interview__status', 'system'],
    ['RECSTATUS', 'system'],
    ['RecStatus', 'system'],
    ['X_validation_status', 'system'],
    ['__system/reviewState', 'system'],
    ['consent', 'consent'],
    ['g1/hh_consent', 'consent'],
    ['informed consent?', 'consent'],
    ['agreed', 'consent'],
    ['是否同意接受调查', 'consent'],
    ['photo_consent', null],
    ['consent_to_recontact', null],
    ['agree_gps', null],
    ['同意拍照', null],
    ['disagreement', null],
    ['Status', 'system'],
    ['DistributionChannel', 'system'],
    ['registration_status', null],
    ['village', null],
  ])('%s: %s', (header, kind) => {
    expect(kindOf(header)).toBe(kind)
  })

  it('has a condition that a mapping can read', () => {
    for (const header of ['ReviewState', '_validation_status', 'interview__status', 'consent']) {
      const column = interviewColumn(header)
      const expression = column && interviewExpression(header, column)
      const text = `mapping: 1\nhouseholds: { key: id, interview_if: '${expression}' }\n`
      expect(mappingOf(text).records.interviewIf?.columns).toMatchObject([{ header }])
    }
    expect(interviewExpression('in', { kind: 'consent', system: null, cells: [] })).toBeNull()
    expect(interviewExpression('a/b', { kind: 'consent', system: null, cells: [] })).toBeNull()
  })
})

describe('presets', () => {
  it('leave rows out by system columns alone, and by values that are known of them', async () => {
    const conditions: string[] = []
    for (const name of await presetNames()) {
      const text = readFileSync(join(SHIPPED_PRESETS, `${name}.yaml`), 'utf8')
      const condition = /^ {2}interview_if: (.+)$/m.exec(text)?.[1]
      expect(text.includes('interview_if')).toBe(condition !== undefined)
      if (condition === undefined) continue
      const header = /\((\w+) in/.exec(condition)?.[1] ?? ''
      const column = interviewColumn(header)
      expect(column?.kind).toBe('system')
      expect(condition).toBe(column && interviewExpression(header, column))
      conditions.push(name)
    }
    expect(conditions).toEqual(['kobo', 'odk'])
    expect(SYSTEM_COLUMNS.size).toBe(6)
  })
})

describe('without a mapping', () => {
  const table = (header: string, cells: readonly string[]) =>
    `household_id,"${header}"\n${cells.map((cell, at) => `H${at},${cell}`).join('\n')}\n`

  it.each<[string, readonly string[], string, string | undefined]>([
    [
      'ReviewState',
      ['approved', 'rejected', ''],
      '1 of 2 filled cells of `ReviewState` say that the interview is rejected or a test',
      'interview_if: not (ReviewState in ("rejected"))',
    ],
    [
      'interview__status',
      ['100', '65', '125'],
      '2 of 3 filled cells of `interview__status` say that the interview is rejected or a test',
      'interview_if: not (interview__status in ("65", "125", "RejectedBySupervisor", "RejectedByHeadquarters"))',
    ],
    [
      'Status',
      ['IP Address', 'Survey Preview'],
      '1 of 2 filled cells of `Status` say that the interview is rejected or a test',
      'interview_if: not (Status in ("Survey Preview", "Survey Test"))',
    ],
    ['consent', ['yes', 'No', 'no'], '2 of 3 filled cells of `consent` say no', 'interview_if: consent'],
    ['g/consent', ['1', '0'], '1 of 2 filled cells of `g/consent` say no', undefined],
    ['同意', ['同意', '不同意'], '1 of 2 filled cells of `同意` say no', undefined],
  ])('rows are judged, and %s is told', async (header, cells, said, line) => {
    const { diagnostics, ledger } = await readText('a.csv', table(header, cells))
    expect(ledger).toMatchObject({ assessed: cells.length, not_interviews: 0 })
    const told = diagnostics.find(({ code }) => code === 'interview-column')
    expect(told).toMatchObject({
      severity: 'warning',
      message: `${said}; their households are judged like the others`,
    })
    expect(told?.fix).toEqual(line === undefined ? undefined : { mapping: line })
    expect(told?.help === undefined).toBe(line === undefined)
  })

  it.each([
    ['ReviewState', ['approved', 'hasIssues', '']],
    ['Status', ['poor', 'IP Address', '0', 'rejected']],
    ['consent', ['yes', 'yes']],
    ['photo_consent', ['no', 'yes']],
    ['rejected', ['rejected', 'no']],
  ])('nothing is said of %s', async (header, cells) => {
    const { diagnostics } = await readText('a.csv', table(header, cells))
    expect(diagnostics.map(({ code }) => code)).toEqual(['unused-columns'])
  })

  it('is said of records with a mapping too, unless it says which rows are interviews', async () => {
    const text = table('consent', ['yes', 'no'])
    const read = (more: string) =>
      readText('a.csv', text, {
        mapping: mappingOf(`mapping: 1\nhouseholds: { key: household_id${more} }\n`, samplePack),
      })
    expect((await read('')).diagnostics.map(({ code }) => code)).toContain('interview-column')
    const { diagnostics, ledger } = await read(', interview_if: consent')
    expect(diagnostics.map(({ code }) => code)).not.toContain('interview-column')
    expect(ledger).toMatchObject({ assessed: 1, not_interviews: 1 })
    expect(await faultsOfText('a.csv', text)).toEqual([])
  })
})
