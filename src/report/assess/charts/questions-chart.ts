import { say, type Voices } from '../../../base/say/say.js'
import { recordNames } from '../../../lang/labels.js'
import type { Pack } from '../../../lang/pack.js'
import { bars } from '../../html/bars.js'
import type { Chart } from '../../html/chart.js'
import { grouped, share } from '../../text/numbers.js'
import { cell, left, right, type Section } from '../../text/section.js'
import { capitalised, factWords } from '../../text/words.js'
import type { Question } from '../count/questions.js'

/** So many questions have a row; the others are summed in a last one. */
const MOST = 20

/** What records need to be decided; `null` where none needs anything. */
export function questionsChart(
  voices: Voices,
  pack: Pack,
  questions: readonly Question[],
  assessed: number,
): Chart | null {
  if (questions.length === 0) return null
  const { rows, others } = shownQuestions(questions)
  const named = rows.map((row) => ({
    ...row,
    name: () =>
      row.fact === ''
        ? say('page.questions.others', { count: grouped(others) })
        : capitalised(factWords(pack, row.fact)),
  }))
  const drawing = bars({
    id: 'questions',
    title: voices(() => say('page.questions')),
    description: voices(() => say('page.questions.note', { records: recordNames(pack) })),
    parts: [
      ['count', voices(() => say('page.questions.needed'))],
      ['other', voices(() => say('page.questions.idle'))],
    ],
    rows: named.map(({ name, needs, lacks }) => ({
      name: voices(name),
      amounts: [needs, lacks - needs],
      text: `${grouped(needs)} / ${grouped(lacks)}`,
    })),
    style: 'count',
  })
  return { section: () => questionsSection(pack, named, assessed), drawing }
}

interface NamedQuestion extends Question {
  readonly name: () => string
}

/** The sum of several questions has no share, because a record may need more than one of them. */
const questionsSection = (pack: Pack, rows: readonly NamedQuestion[], assessed: number): Section => ({
  title: say('page.questions'),
  columns: [
    left(say('page.questions.fact')),
    right(say('page.questions.needs')),
    right(say('assess.share')),
    right(say('page.questions.lacks')),
  ],
  rows: rows.map(({ fact, name, needs, lacks }) => ({
    cells: [
      cell(name()),
      cell(grouped(needs)),
      cell(fact === '' ? '–' : share(needs, assessed)),
      cell(grouped(lacks)),
    ],
  })),
  notes: [say('page.questions.note', { records: recordNames(pack) })],
})

function shownQuestions(questions: readonly Question[]): {
  readonly rows: readonly Question[]
  readonly others: number
} {
  const rest = questions.slice(MOST)
  if (rest.length === 0) return { rows: questions, others: 0 }
  const sum = (of: (question: Question) => number) => rest.reduce((total, each) => total + of(each), 0)
  const last = { fact: '', needs: sum(({ needs }) => needs), lacks: sum(({ lacks }) => lacks) }
  return { rows: [...questions.slice(0, MOST), last], others: rest.length }
}
