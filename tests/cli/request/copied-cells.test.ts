import { expect, test } from 'vitest'
import { createKeptCells } from '../../../src/cli/request/copied-cells.js'
import type { CaseRecord } from '../../../src/lang/record.js'
import { PACK } from '../../report/assess/sample.js'

const record = (headers: ReadonlyMap<string, string>): CaseRecord => ({
  id: 'A',
  file: 'a.csv',
  line: 2,
  facts: new Map(),
  members: null,
  headers,
})

test.each([
  [['head', 'phone'], new Map(), ['…', '1']],
  [['HEAD ', 'phone'], new Map(), ['…', '1']],
  [['户主', 'phone'], new Map([['head', '户主']]), ['…', '1']],
  [['phone', 'other'], new Map([['head', '户主']]), ['Yang Xiu', '1']],
])('of the columns %j a personal one is never copied', (keep, headers, expected) => {
  expect(createKeptCells(PACK, keep, false)(record(headers), ['Yang Xiu', '1'])).toEqual(expected)
})

test('a blank personal cell stays blank', () => {
  expect(createKeptCells(PACK, ['head'], false)(record(new Map()), [''])).toEqual([''])
})
