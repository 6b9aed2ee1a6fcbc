import { describe, expect, it } from 'vitest'
import { faultsOfText, membersOf, readText, recordsOf } from '../read.js'

describe('rosters', () => {
  it('a roster that no record has is absent, and so is one in a table', async () => {
    for (const [name, text] of [
      ['a.json', '[{"household_id": 1}]'],
      ['a.csv', 'household_id\n1\n'],
    ] as const) {
      expect(recordsOf(await readText(name, text))[0]?.members).toEqual({ kind: 'gap', reason: 'absent' })
    }
  })

  it('a member key that no member of the file has is absent, else blank', async () => {
    const text =
      '[{"household_id":1,"members":[{"age":3}]},{"household_id":2,"members":[{"年龄 ":"","name":"a"}, {"name":"b"}]}]'
    const [fault] = await faultsOfText('a.json', text)
    expect(fault).toMatchObject({
      code: 'ambiguous-column',
      message: 'columns `members.age`, `members.年龄 ` all mean `age`',
    })
    const reading = await readText('a.json', text.replace('age', '年龄 '))
    expect(recordsOf(reading).map(membersOf)).toEqual([
      [{ member_id: 'gap absent', age: '3', in_school: 'gap absent' }],
      [
        { member_id: 'gap absent', age: 'gap blank', in_school: 'gap absent' },
        { member_id: 'gap absent', age: 'gap blank', in_school: 'gap absent' },
      ],
    ])
    expect(recordsOf(reading)[0]?.headers.get('members.age')).toBe('members.年龄 ')
  })

  it.each([
    ['{}', '{"age":null,"member_id":" "}'],
    ['null', '{}'],
    ['{"age":""}', '{"name":null}'],
  ])('members %s and %s say nothing: each may be one or not, and they stand last', async (one, other) => {
    const text = `[{"household_id":1,"members":[${one},{"age":3},${other}]},{"household_id":2,"members":[{}]}]`
    const reading = await readText('a.json', text)
    const [first, second] = recordsOf(reading)
    expect(first && membersOf(first)).toMatchObject([{ age: '3' }])
    expect(first?.members).toMatchObject({ maybe: [{ line: 1 }, { line: 1 }] })
    expect(second?.members).toEqual({ kind: 'gap', reason: 'blank' })
    const message = 'the rows of its members are empty, so they are unknown'
    expect(reading.diagnostics).toContainEqual(expect.objectContaining({ code: 'blank-member', message }))
  })

  it.each([
    ['"x"', '`members` is not a list of mappings'],
    ['{"age": 3}', '`members` is not a list of mappings'],
    ['[{"age": 3}, 4]', '`members` is not a list of mappings'],
    ['[null]', '`members` is not a list of mappings'],
  ])('members %s are invalid, and the household is still read', async (value, message) => {
    const reading = await readText('a.json', `[{"household_id": 1, "risk": "yes",\n"members": ${value}}]`)
    expect(recordsOf(reading)[0]?.members).toEqual({ kind: 'gap', reason: 'invalid' })
    expect(reading.diagnostics).toMatchObject([
      { code: 'invalid-members', message, at: { line: 2, field: 'members' } },
    ])
  })

  it.each([
    [10_000, 'rows'],
    [10_001, 'gap'],
  ])('of %i members are %s', async (count, kind) => {
    const members = Array.from({ length: count }, (_, at) => `{"member_id":${at}}`).join()
    const reading = await readText('a.json', `[{"household_id":1,"members":[${members}]},{"household_id":2}]`)
    expect(recordsOf(reading).map((record) => record.members?.kind)).toEqual([kind, 'gap'])
    const told =
      kind === 'rows' ? [] : [{ code: 'too-many-members', message: 'it has 10001 members, more than 10000' }]
    expect(reading.diagnostics).toMatchObject(told)
  })

  it('a member id that stands twice in one household is said, in two it is not', async () => {
    const member = '{"member_id": "1"}'
    const once = `[{"household_id": 1, "members": [${member}]}, {"household_id": 2, "members": [${member}]}]`
    expect((await readText('a.json', once)).diagnostics).toEqual([])
    const twice = `[{"household_id": 1, "members": [${member},\n${member}]}]`
    expect((await readText('a.json', twice)).diagnostics).toMatchObject([
      {
        code: 'duplicate-member',
        message: 'two members share the id `1`',
        at: { line: 2, field: 'members.member_id' },
      },
    ])
  })

  it('`1` and `2` among the members of a file are suspect', async () => {
    const text =
      '{"household_id":1,"members":[{"in_school":1}]}\n{"household_id":2,"members":[{"in_school":2}]}\n'
    const reading = await readText('a.ndjson', text)
    expect(recordsOf(reading).map(membersOf)).toMatchObject([
      [{ in_school: 'gap suspect' }],
      [{ in_school: 'gap suspect' }],
    ])
    expect(reading.diagnostics).toMatchObject([
      { code: 'suspect-column', at: { line: 2, field: 'members.in_school' } },
    ])
  })

  it('unused keys of records and members are listed, near ones are told', async () => {
    const text = '[{"household_id":1,"extra":1,"members":[{"age":1,"in_scool":1,"name":"x"}]}]'
    expect((await readText('a.json', text)).diagnostics).toMatchObject([
      {
        code: 'near-column',
        message: 'column `members.in_scool` is not used, and there is no `members.in_school`',
      },
      { code: 'unused-columns', message: 'sample does not use `extra`, `members.name`' },
    ])
  })

  it('under two keys that mean the same are a fault, not one lost', async () => {
    const text = '[{"household_id":1,"members":[{"age":1}]},{"household_id":2,"Members":[{"age":2}]}]'
    expect(await faultsOfText('a.json', text)).toMatchObject([
      { code: 'ambiguous-column', message: 'columns `members`, `Members` all mean `members`' },
    ])
  })

  it('cannot stand in a table, whose column of that name is unused', async () => {
    const reading = await readText('a.csv', 'household_id,members\nH1,3\n')
    expect(recordsOf(reading)[0]?.members).toEqual({ kind: 'gap', reason: 'absent' })
    expect(reading.diagnostics).toMatchObject([{ message: 'sample does not use `members`' }])
  })
})
