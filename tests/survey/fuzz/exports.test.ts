import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../../src/engine/assessment.js'
import { type Chance, oneOf, shuffled } from '../../engine/random/chance.js'
import { type Input, judge, type Outcome } from './run.js'
import { holds } from './runs.js'
import { CLEAN, randomSurvey, SURVEY_KINDS, type Survey, type Table } from './survey.js'
import { type Form, mappingFor, PLAIN_FORM, written } from './write.js'

const inputOf = (survey: Survey, form: Form = PLAIN_FORM): Input => ({
  files: written(survey, form),
  mapping: mappingFor(survey, form),
  preset: survey.preset,
  reading: {},
})

type Judged = Exclude<Outcome, { stopped: unknown }>

function judged(outcome: Outcome): Judged {
  if ('stopped' in outcome) throw new Error(JSON.stringify(outcome.stopped))
  return outcome
}

/** All that results say, but for notes and what they say of the file as a whole. */
function told({ rows, assessments, ledger, rosters, diagnostics }: Judged): string {
  const spoken = diagnostics.filter(({ severity }) => severity !== 'note')
  const plain = (key: string, value: unknown) => {
    if (value instanceof Set) return [...value]
    if (value instanceof Map) return key === 'headers' ? Object.fromEntries([...value].sort()) : [...value]
    return value
  }
  return JSON.stringify({ rows, assessments, ledger, rosters, diagnostics: spoken }, plain, 1)
}

const withTable = (survey: Survey, name: string, change: (table: Table) => Table): Survey => ({
  ...survey,
  tables: new Map([...survey.tables].map(([each, table]) => [each, each === name ? change(table) : table])),
})

const shuffleColumns = (table: Table, chance: Chance): Table => {
  const order = shuffled(
    (table[0] ?? []).map((_, at) => at),
    chance,
  )
  return table.map((row) => order.map((at) => row[at] ?? ''))
}

const shuffleRows = ([header = [], ...rows]: Table, chance: Chance): Table => [
  header,
  ...shuffled(rows, chance),
]

describe('an export that says the same', () => {
  const SAME: Readonly<Record<string, (survey: Survey, chance: Chance) => Input>> = {
    twice: (survey) => inputOf(survey),
    'with its columns in another order': (survey, chance) =>
      inputOf({
        ...survey,
        tables: new Map([...survey.tables].map(([name, table]) => [name, shuffleColumns(table, chance)])),
      }),
    'with another delimiter': (survey, chance) =>
      inputOf(survey, { ...PLAIN_FORM, delimiter: oneOf([';', '\t', '|'], chance) }),
    'in another encoding': (survey, chance) =>
      inputOf(survey, {
        ...PLAIN_FORM,
        encoding: oneOf(['utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'], chance),
      }),
    'with other line ends': (survey, chance) =>
      inputOf(survey, { ...PLAIN_FORM, lineEnd: oneOf(['\r\n', '\r'], chance), isClosed: chance(2) === 0 }),
    'with each cell in quotes': (survey) => inputOf(survey, { ...PLAIN_FORM, quotes: 'all' }),
  }

  it.each(Object.entries(SAME))('%s gives the same results', (_, change) =>
    holds(async (chance) => {
      const survey = randomSurvey(oneOf(SURVEY_KINDS, chance), chance, CLEAN)
      const before = judged(await judge(inputOf(survey)))
      expect(told(judged(await judge(change(survey, chance))))).toBe(told(before))
    }, 4),
  )
})

/** What of a judgement does not name rows by their number. */
const decided = ({ decision, possible, reasons, verdicts }: Assessment) => ({
  decision,
  possible,
  reasons,
  verdicts: [...verdicts],
})

describe('the order of rows', () => {
  it('changes no decision, neither of households nor of members', () =>
    holds(async (chance) => {
      const kind = oneOf(
        SURVEY_KINDS.filter((each) => each !== 'presetRows'),
        chance,
      )
      const dirt = { cells: 40, ids: 10, rows: 0 }
      const survey = randomSurvey(kind, chance, dirt)
      const before = await judge(inputOf(survey))
      const name = oneOf([...survey.tables.keys()], chance)
      const after = await judge(inputOf(withTable(survey, name, (table) => shuffleRows(table, chance))))
      if ('stopped' in before) return expect('stopped' in after).toBe(true)
      const isByLine = survey.mapping?.includes('key: row') ?? false
      const byId = ({ assessments }: Judged) =>
        assessments.map((each) => JSON.stringify([isByLine || each.record.id, decided(each)])).sort()
      expect(byId(judged(after))).toEqual(byId(before))
      expect(judged(after).ledger).toEqual(before.ledger)
      expect(judged(after).rosters).toEqual(before.rosters)
    }, 8))
})

/** A damaged survey, with what must be named where a decision is another. */
interface Damaged {
  readonly survey: Survey
  /** Any of these in what is said. */
  readonly names: readonly string[]
}

const fileOf = (name: string) => `${name}.csv`

type Damage = (survey: Survey, chance: Chance) => Damaged

const tableIn = (survey: Survey, chance: Chance) => {
  const name = oneOf([...survey.tables.keys()], chance)
  const table = survey.tables.get(name) ?? []
  return { name, table, header: table[0] ?? [] }
}

/** The fact that a header brings: `age` of `g1/q_age` and `age_2`. */
const factOf = (header: string) => header.replace(/^g1\/q_/, '').replace(/_\d$/, '')

const DAMAGES: Readonly<Record<string, Damage>> = {
  'a column dropped': (survey, chance) => {
    const { name, header } = tableIn(survey, chance)
    const gone = chance(header.length)
    return {
      survey: withTable(survey, name, (table) => table.map((row) => row.filter((_, at) => at !== gone))),
      names: [factOf(header[gone] ?? '')],
    }
  },
  'a column renamed': (survey, chance) => {
    const { name, header } = tableIn(survey, chance)
    const at = chance(header.length)
    const old = header[at] ?? ''
    const spelt = [`${old}s`, `${old}_x`, old.slice(0, -1), `my_${old}`, `q${chance(900)}`, `${old} (new)`]
    const now = oneOf(spelt, chance)
    return {
      survey: withTable(survey, name, ([head = [], ...rows]) => [
        head.map((each, column) => (column === at ? now : each)),
        ...rows,
      ]),
      names: [factOf(old), now],
    }
  },
  'rows lost': (survey, chance) => {
    const { name } = tableIn(survey, chance)
    const oneIn = 2 + chance(4)
    return {
      survey: withTable(survey, name, ([head = [], ...rows]) => [
        head,
        ...rows.filter(() => chance(oneIn) > 0),
      ]),
      names: [fileOf(name), fileOf('main')],
    }
  },
  'rows of a roster twice': (survey, chance) => {
    const { name } = tableIn(survey, chance)
    return {
      survey: withTable(survey, name, ([head = [], ...rows]) => [
        head,
        ...rows.flatMap((row) => (chance(4) === 0 ? [row, row] : [row])),
      ]),
      names: [fileOf(name), fileOf('main')],
    }
  },
  'rows cut short': (survey, chance) => {
    const { name } = tableIn(survey, chance)
    return {
      survey: withTable(survey, name, ([head = [], ...rows]) => [
        head,
        ...rows.map((row) => (chance(5) === 0 ? row.slice(0, 1 + chance(row.length - 1)) : row)),
      ]),
      names: [fileOf(name)],
    }
  },
  'cells as a spreadsheet leaves them': (survey, chance) => {
    const { name } = tableIn(survey, chance)
    const change = oneOf<(cell: string) => string>(
      [
        (cell) => (/^\d{4,}\.\d\d$/.test(cell) ? `${cell.slice(0, -6)},${cell.slice(-6)}` : cell),
        (cell) => cell.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1'),
        (cell) => cell.replace(/^(?:uuid:)?H-(\d)$/, '4.4098119900101E+17'),
        (cell) => (cell === 'yes' ? 'TRUE' : cell === 'no' ? 'FALSE' : cell),
        (cell) => (/^\d+$/.test(cell) ? `${cell}.0` : cell),
        (cell) => (/^\d+$/.test(cell) ? `="${cell}"` : cell),
        (cell) => (cell === '' ? '#N/A' : cell),
        (cell) => (cell === 'yes' ? '1' : cell === 'no' ? '2' : cell),
        (cell) => (/^\d+$/.test(cell) ? `'${cell}` : cell),
        (cell) => (/^\d{5,}/.test(cell) ? '########' : cell),
      ],
      chance,
    )
    return {
      survey: withTable(survey, name, ([head = [], ...rows]) => [
        head,
        ...rows.map((row) => row.map(change)),
      ]),
      names: [fileOf(name)],
    }
  },
}

/** What people make of a column's name. */
const RENAMINGS: readonly ((name: string) => string)[] = [
  (name) => `${name}s`,
  (name) => `${name}_x`,
  (name) => name.slice(0, -1),
  (name) => `${name} (new)`,
  (name) => `${name}?`,
  (name) => name.toUpperCase(),
  (name) => name.replaceAll('_', ' '),
  (name) => name[1] + name.slice(0, 1) + name.slice(2),
  (name) => `q5. ${name}`,
  (name) => `g.${name}`,
  (name) => `g/${name}`,
  (name) => `${name}.1`,
  (name) => `${name}: yes or no`,
  (name) => `[${name}]`,
]

/** One word in common is not enough, or every question about a risk would stop the run. */
const WITH_A_WORD = (name: string) => `my_${name}`

describe('a renamed column for which the pack would assume a value', () => {
  it.each(['registration_status', 'housing_remedy', 'risk'])('%s is read or stops the run', async (fact) => {
    for (const kind of ['byNames', 'personRows', 'wideRows', 'blockRows', 'presetRows'] as const) {
      for (const rename of fact.includes('_') ? [...RENAMINGS, WITH_A_WORD] : RENAMINGS) {
        const survey = randomSurvey(kind, () => 1, CLEAN)
        const [name = ''] = survey.tables.keys()
        const renamed = withTable(survey, name, ([head = [], ...rows]) => [
          head.map((each) => (each === fact ? rename(fact) : each)),
          ...rows,
        ])
        const outcome = await judge(inputOf(renamed))
        const assumed = 'stopped' in outcome ? [] : outcome.assessments.flatMap((each) => each.assumed)
        expect(assumed, `${kind} ${rename(fact)}`).toEqual([])
        if ('stopped' in outcome) expect(outcome.stopped).toMatchObject([{ code: 'near-column' }])
        else expect(outcome.assessments).not.toEqual([])
      }
    }
  })
})

const VERIFY = 'verify'

describe('a damaged export', () => {
  it.each(Object.entries(DAMAGES))('%s: no decision is another without a word', (what, damage) =>
    holds(async (chance) => {
      const survey = randomSurvey(oneOf(SURVEY_KINDS, chance), chance, CLEAN)
      const before = judged(await judge(inputOf(survey)))
      const { survey: hurt, names } = damage(survey, chance)
      const outcome = await judge(inputOf(hurt))
      if ('stopped' in outcome) return expect(outcome.stopped).not.toEqual([])
      // What was not believed before is believed where nothing speaks against it any more.
      const believed = before.assessments.filter(
        ({ takenAway, blocked }) => takenAway.size + blocked.length === 0,
      )
      const decisions = new Map(believed.map(({ record, decision }) => [record.id, decision]))
      for (const { record, decision, needs, blocked, assumed } of outcome.assessments) {
        const then = decisions.get(record.id)
        if (then === undefined || then === decision) continue
        if (decision === VERIFY && !what.startsWith('a column')) {
          expect([...needs, ...blocked], `${record.id} was ${then}`).not.toEqual([])
          continue
        }
        const said = JSON.stringify([assumed, outcome.diagnostics])
        // What could stand in for a column that is lost is asked for under its own name.
        const isAskedFor = decision === VERIFY && said.includes('absent-columns')
        expect(
          isAskedFor || names.some((name) => said.includes(name)),
          `${record.id} was ${then} and is ${decision}; nothing names ${names.join(' or ')}: ${said}`,
        ).toBe(true)
      }
    }, 6),
  )
})
