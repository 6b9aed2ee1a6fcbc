import { describe, expect, it } from 'vitest'
import { keyAmong, keyRank } from '../../../../src/survey/signs/key/key-words.js'

describe('names of the key of a household', () => {
  it.each([
    'hhid',
    'HHID',
    'HH ID',
    'hh-id',
    'id_hh',
    'household_no',
    'Household No.',
    'hhnum',
    'hh_code',
    'g1/hhid',
    'cover:hh_num',
    '户号',
    '户编码',
    '农户编码',
    'caseid',
    'Case ID',
    'uniqueid',
    'unique_id',
    'record_id',
    'ResponseId',
  ])('%s is one', (header) => {
    expect(keyRank(header, 'household')).not.toBeNull()
  })

  it.each([
    'hh_size',
    'hhid_old',
    'head_id',
    'hh_head_id',
    'household',
    'hh',
    'id',
    'household_income',
    'village_no',
    '户主',
    '户类型',
    '户主编号',
    'hhid/1',
    '',
  ])('%s is none', (header) => expect(keyRank(header, 'household')).toBeNull())

  it('are other ones for records of another name', () => {
    expect(keyRank('hhid', 'village')).toBeNull()
    expect(keyRank('village_id', 'village')).toBe(0)
    expect(keyRank('caseid', 'village')).toBe(1)
  })

  it.each<[string, number | 'several' | null]>([
    ['a,hhid,b', 1],
    ['caseid,hhid', 1],
    ['record_id,uniqueid', 1],
    ['hhid,hh_no', 'several'],
    ['hhid,hhid', 'several'],
    ['a,b', null],
    ['', null],
  ])('of %s the best is %s', (headers, at) => expect(keyAmong(headers.split(','), 'household')).toBe(at))
})
