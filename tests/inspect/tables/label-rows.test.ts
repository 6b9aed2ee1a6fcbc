import { describe, expect, it } from 'vitest'
import { inspectedText } from '../inspected.js'

describe('label rows that inspect finds', () => {
  it.each([
    ['questions', 'q1,q2,q3\nNumber,How many people,Income\nA1,3,30000\nA2,2,2000\n', 1],
    [
      'questions and options',
      'q1,q2,q3\nNumber,How many,Income\n,Open-Ended,Response\nA1,3,yes\nA2,2,no\n',
      2,
    ],
    ['units', 'q1,q2,q3\n,人,元\nA1,3,30000\nA2,2,2000\n', 1],
    ['numbers of columns', 'a,b,c,d,e\n1,2,3,4,5\nA1,3,30000,yes,A\nA2,2,2000,no,B\n', 1],
    ['no words', 'q1,q2,q3\nA0,4,100\nA1,3,30000\nA2,2,2000\n', null],
    ['words in every row', 'q1,q2,q3\nA0,good,bad\nA1,fair,worse\nA2,poor,best\n', null],
  ])('%s', async (_, text, rows) => {
    const { tables, mapping } = await inspectedText(text)
    expect(tables[0]?.reading.labelRows).toBe(rows)
    if (rows !== null) expect(mapping).toContain(`  label_rows: ${rows}\n`)
  })
})
