import { describe, expect, it } from 'vitest'
import { shippedPack } from '../../fast/read/packs.js'
import { factText, faultsOfText, firstFact, readText, recordsOf } from '../read.js'
import { samplePack } from '../sample-pack.js'

describe('headers', () => {
  it.each([
    ['household_size'],
    ['Household Size'],
    ['  HOUSEHOLD_SIZE '],
    ['ｈｏｕｓｅｈｏｌｄ＿ｓｉｚｅ'],
    ['家庭人口'],
    ['人数'],
    ['"household\nsize"'],
    ['3. household_size'],
    ['3、家庭人口？（必填）'],
    ['Q12 Household size'],
    ['q3) 人数:'],
    ['*4. 家庭人口【单选】'],
    ['家庭人口？（必答题）'],
  ])('`%s` is the size', async (header) => {
    const reading = await readText('a.csv', `household_id,${header}\nH1,4\n`)
    expect(firstFact(reading, 'household_size')).toBe('4')
    expect(reading.diagnostics).toEqual([])
  })

  it.each([
    ['a year', '2020. household_size', 'other'],
    ['a part of another question', '12.1 家庭人口 (required)', '12. 外出务工'],
    ['a name with words behind it', 'household_size. How many adults?', 'other'],
    ['two that differ by their numbers', '1. household_size', '2. household_size'],
    ['another unit', '3. 家庭人口（户）（必填）', 'other'],
    ['other words', 'where. household_size', 'other'],
  ])('of questions that are %s mean nothing', async (_, one, other) => {
    const reading = await readText('a.csv', `household_id,${one},${other}\nH1,4,5\n`)
    expect(firstFact(reading, 'household_size')).toContain('absent')
  })

  it('may be questions with a unit', async () => {
    const reading = await readText('a.csv', 'household_id,5．工资性收入（元/年）（必填）\nH1,4000\n')
    expect(firstFact(reading, 'wage_income')).toBe('4000')
  })

  it('by the name of a fact go before questions', async () => {
    const reading = await readText('a.csv', 'household_id,3. 人数,人数\nH1,4,5\n')
    expect(firstFact(reading, 'household_size')).toBe('5')
  })

  it('of a key may be a question', async () => {
    const reading = await readText('a.csv', '1. 户编号？（必填）,人数\nH1,4\n')
    expect(recordsOf(reading)[0]?.id).toBe('H1')
  })

  it('are kept as typed for the places of findings', async () => {
    const reading = await readText('a.csv', '户编号, 人均纯收入 \nH1,4000\n')
    const headers = recordsOf(reading)[0]?.headers
    expect([...(headers ?? [])]).toEqual([
      ['household_id', '户编号'],
      ['income_per_capita', ' 人均纯收入 '],
    ])
  })

  it('come in any order, and facts in the order of the pack', async () => {
    const [record] = recordsOf(await readText('a.csv', 'household_size,risk,household_id\n3,no,H1\n'))
    expect([...(record?.facts.keys() ?? [])]).toEqual([...samplePack.facts.keys(), 'household_size'])
  })

  it('may be names of object members', async () => {
    const reading = await readText('a.csv', 'household_id,__proto__,constructor\n__proto__,1,2\n')
    expect(recordsOf(reading)[0]?.id).toBe('__proto__')
    expect(reading.diagnostics[0]?.message).toBe('sample does not use `__proto__`, `constructor`')
  })
})

describe('columns that stop the run', () => {
  it.each([
    [
      'two names of one fact',
      'household_id,人数,household_size\nH1,3,3\n',
      'ambiguous-column',
      'columns `人数`, `household_size` all mean `household_size`',
    ],
    [
      'one used header twice',
      'household_id,risk,risk\nH1,no,no\n',
      'ambiguous-column',
      'there are 2 columns `risk`',
    ],
    [
      'a person a row',
      '户编号,人编号,人数\nH1,P1,3\n',
      'person-rows',
      'column `人编号` says that this file has one row a person; what is read has one household a row',
    ],
    [
      'a member id a row',
      'household_id,member_id\nH1,1\n',
      'person-rows',
      'column `member_id` says that this file has one row a person; what is read has one household a row',
    ],
    ['no id column', 'village,risk\nV,no\n', 'no-id', 'there is no column `household_id`'],
    [
      'no record with an id',
      'household_id,risk\n,no\n ,yes\n',
      'no-id',
      'no household has an id: `household_id` is empty in all 2 rows',
    ],
    [
      'nothing but ragged rows',
      'household_id,risk\nH1\nH2\n',
      'no-records',
      'no row can be read: the row has 1 cell, the header has 2',
    ],
    ['a header only', 'household_id,risk\n', 'no-records', 'the file has a header and no household below it'],
    ['a header and blank rows', 'household_id,risk\n,\n\n', 'no-records', expect.anything()],
    ['blank rows only', '\n\n', 'no-records', 'the file holds no household'],
    ['nothing', '', 'empty-file', 'the file is empty'],
  ])('%s', async (_, text, code, message) => {
    const faults = await faultsOfText('a.csv', text)
    expect(faults).toMatchObject([{ code, message, severity: 'error', help: expect.stringMatching(/\S/) }])
  })

  it('name the columns found and the nearest to the id', async () => {
    const [fault] = await faultsOfText('a.csv', 'houshold_id,risk,x\nH1,no,1\n')
    expect(fault).toMatchObject({
      code: 'no-id',
      why: 'columns found: `houshold_id`, `risk`, `x`',
      help: 'did you mean `houshold_id`? then name that column `household_id`, or say `key: "houshold_id"` in a mapping',
      at: { line: 1 },
    })
  })

  it('the id asked as a question, beside a column of serial numbers', async () => {
    const text = '序号,1、您家的户编号是？,家庭人口\n1,A1,3\n'
    expect(await faultsOfText('a.csv', text, { pack: await shippedPack('cn-2020') })).toMatchObject([
      { code: 'no-id', fix: { mapping: 'key: "1、您家的户编号是？"' } },
    ])
  })

  it('an unused name close to a fact that would be assumed', async () => {
    const text = 'household_id,registration_staus\nH1,registered\n'
    const [fault] = await faultsOfText('a.csv', text)
    expect(fault).toMatchObject({
      code: 'near-column',
      severity: 'error',
      message: 'column `registration_staus` is not used, and there is no `registration_status`',
      help: 'did you mean `registration_status`? then rename the column, or say `registration_status: "registration_staus"` in a mapping; if not, say `--assume registration_status=none`',
    })
    const stated = await readText('a.csv', text, { assume: new Map([['registration_status', 'none']]) })
    expect(firstFact(stated, 'registration_status')).toBe('none (assumed)')
    expect(stated.diagnostics.map(({ code }) => code)).toEqual(['unused-columns'])
  })
})

describe('a name behind many others', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `q${at}`)

  it('that is close to a fact that would be assumed stops the run', async () => {
    const text = `household_id,${many(700)},risk_x\nH1,${many(700)},yes\n`
    expect(await faultsOfText('a.csv', text)).toMatchObject([
      { code: 'near-column', message: 'column `risk_x` is not used, and there is no `risk`' },
    ])
  })

  it('is known as long as there are no more columns than any survey has', async () => {
    const text = (count: number) => `household_id,${many(count)},risk\nH1,${many(count)},yes\n`
    expect(firstFact(await readText('a.csv', text(19_998)), 'risk')).toBe('yes')
    expect(await faultsOfText('a.csv', text(19_999))).toMatchObject([
      { code: 'too-many-columns', message: 'the header has 20001 columns, more than 20000' },
    ])
  })

  it('is not left aside where it is a key', async () => {
    const record = (count: number) => JSON.stringify(Object.fromEntries(many(count).map((key) => [key, 1])))
    const text = `{"household_id":1}\n${record(20_000)}\n{"household_id":2,"risk":"yes"}\n`
    expect(await faultsOfText('a.ndjson', text)).toMatchObject([
      { code: 'too-many-columns', message: 'the households have more different keys than any survey' },
    ])
  })
})

it.each(['g.risk', 'risk.1', 'risk: yes or no', '[risk]'])(
  'a name that holds that of a fact to assume, whatever parts its words, stops the run: %s',
  async (header) => {
    expect(await faultsOfText('a.csv', `household_id,"${header}"\nH1,yes\n`)).toMatchObject([
      { code: 'near-column', message: `column \`${header}\` is not used, and there is no \`risk\`` },
    ])
  },
)

it('keys that come one by one are known in no more time than they take to read', async () => {
  const lines = Array.from(
    { length: 15_000 },
    (_, at) => `{"household_id":${at},"g.x":1,"g.risk":"no","q${at}":1}`,
  )
  const reading = await readText('a.ndjson', lines.join('\n'))
  expect(reading.ledger.assessed).toBe(15_000)
  expect(firstFact(reading, 'risk')).toBe('no')
})

describe('a delimiter other than the comma', () => {
  it.each([
    ['semicolons', 'household_id;risk\nH1;no\n'],
    ['tabs', 'household_id\trisk\nH1\tno\n'],
    ['bars', 'household_id|risk\nH1|no\n'],
    ['lines that end in CR', 'household_id,risk\rH1,no\r'],
  ])('%s', async (_, text) => {
    const reading = await readText('a.csv', text)
    expect(recordsOf(reading).map(({ id, facts }) => [id, factText(facts.get('risk'))])).toEqual([
      ['H1', 'no'],
    ])
    expect(reading.diagnostics).toEqual([])
  })
})

describe('columns that are only spoken of', () => {
  it.each([
    ['wage_income_yearly', 'wage_income', ''],
    ['工资性收入（估计）', '工资性收入', ''],
    ['wage_inocme', 'wage_income', ', or say `wage_income: "wage_inocme"` in a mapping'],
  ])('an unused name that holds the name of a missing fact: %s', async (header, meant, line) => {
    const { diagnostics } = await readText('a.csv', `household_id,${header}\nH1,1\n`)
    expect(diagnostics).toMatchObject([
      { code: 'near-column', help: `did you mean \`${meant}\`? then rename the column${line}` },
    ])
  })

  it('an unused name close to a missing fact', async () => {
    const { diagnostics } = await readText('a.csv', 'household_id,wage_incom,工资性收人2\nH1,1,2\n')
    expect(diagnostics).toMatchObject([
      {
        code: 'near-column',
        severity: 'warning',
        message: 'column `wage_incom` is not used, and there is no `wage_income`',
        help: 'did you mean `wage_income`? then rename the column, or say `wage_income: "wage_incom"` in a mapping',
      },
      { code: 'unused-columns' },
    ])
  })

  it('an unused name close to a fact that the file has is only unused', async () => {
    const { diagnostics } = await readText('a.csv', 'household_id,wage_income,wage_incomes\nH1,1,2\n')
    expect(diagnostics.map(({ code }) => code)).toEqual(['unused-columns'])
  })

  it('unused names, eight at most', async () => {
    const names = Array.from({ length: 10 }, (_, at) => `extra${at}`)
    const { diagnostics } = await readText('a.csv', `household_id,${names}\nH1,${names}\n`)
    expect(diagnostics).toMatchObject([
      {
        code: 'unused-columns',
        severity: 'note',
        message: `sample does not use ${names
          .slice(0, 8)
          .map((name) => `\`${name}\``)
          .join(', ')} and 2 more`,
      },
    ])
  })

  it('headers without a name, and unused ones that stand twice', async () => {
    const { diagnostics } = await readText('a.csv', 'household_id,, ,extra,Extra\nH1,,,1,2\n')
    expect(diagnostics).toMatchObject([
      { code: 'blank-header', severity: 'warning', message: '2 columns have no name' },
      { code: 'duplicate-header', message: 'there is more than one column `extra`, and none is used' },
      { code: 'unused-columns' },
    ])
  })

  it('a yes/no column with `1` and `2`: both are gaps, `0` and words are not', async () => {
    const reading = await readText('a.csv', 'household_id,risk\nH1,1\nH2,2\nH3,0\nH4,yes\nH5,2\n')
    expect(recordsOf(reading).map(({ facts }) => facts.get('risk'))).toMatchObject([
      { reason: 'suspect' },
      { reason: 'suspect' },
      { value: false },
      { value: true },
      { reason: 'suspect' },
    ])
    expect(reading.diagnostics).toMatchObject([{ code: 'suspect-column', at: { line: 3, field: 'risk' } }])
  })
})
