import { type Chance, oneOf } from '../../tests/engine/random/chance.js'
import { SHAPES } from '../../tests/inspect/shapes.js'
import { zipOf } from '../../tests/survey/files/archive.js'
import { damaged } from '../../tests/survey/fuzz/damage.js'
import { type Dirt, randomSurvey, SURVEY_KINDS } from '../../tests/survey/fuzz/survey.js'
import { type Form, mappingFor, PLAIN_FORM, written } from '../../tests/survey/fuzz/write.js'
import { type MakeCase, oneIn, REJECTS } from '../case.js'
import { oddAnything } from '../mutate/odd.js'
import { ENGINES } from './csv.js'

const someDirt = (chance: Chance): Dirt =>
  oneOf(
    [
      { cells: 40, ids: 20, rows: 12 },
      { cells: 12, ids: 6, rows: 5 },
      { cells: 0, ids: 0, rows: 0 },
    ],
    chance,
  )

const someForm = (chance: Chance): Form => ({
  ...PLAIN_FORM,
  delimiter: oneOf([',', ',', ';', '\t'] as const, chance),
  encoding: oneOf(['utf-8', 'utf-8', 'utf-8-bom', 'utf-16le', 'gb18030'] as const, chance),
  lineEnd: oneOf(['\n', '\n', '\r\n'] as const, chance),
})

const FORMATS = ['csv', 'json', 'table', 'ndjson', 'markdown']

/** Surveys of several tables in an archive or a workbook, each with a mapping. */
export const archives: MakeCase = (chance) => {
  const kind = oneOf(
    SURVEY_KINDS.filter((each) => each !== 'presetRows'),
    chance,
  )
  const survey = randomSurvey(kind, chance, someDirt(chance))
  const form = { ...someForm(chance), container: oneOf(['zip', 'zip', 'workbook'] as const, chance) }
  const isHurt = oneIn(8, chance)
  const files = written(survey, form, (bytes) =>
    isHurt && oneIn(2, chance) ? damaged(bytes, chance) : bytes,
  )
  const [name = '', bytes = Buffer.alloc(0)] = Object.entries(files)[0] ?? []
  const mapping = mappingFor(survey, form)
  const how = mapping === null ? ['--from', 'csv'] : ['-m', 'mapping.yaml']
  const reading = mapping === null ? [] : how
  const input = oneIn(10, chance)
    ? damaged(bytes, chance)
    : oneIn(10, chance) && form.container === 'zip'
      ? withOddMember(survey, form, chance)
      : bytes
  const others = [
    ['validate', name, ...reading, '-f', 'json'],
    ['inspect', name],
    ['inspect', name, '-f', 'json', '--columns'],
  ]
  return {
    files: { [name]: input, ...(mapping === null ? {} : { 'mapping.yaml': mapping }) },
    runs: [
      {
        args: ['assess', name, ...reading, '-f', oneOf(FORMATS, chance), '--rejects', REJECTS],
        ...(oneIn(12, chance) ? { ways: ENGINES } : {}),
      },
      ...(oneIn(3, chance) ? [{ args: oneOf(others, chance) }] : []),
    ],
  }
}

const ODD_NAMES = [
  '../../x.csv',
  '/etc/x.csv',
  'C:\\x.csv',
  'a/../main.csv',
  '\u001b[2Jx.csv',
  'x.csv\n::error::x',
  'CON.csv',
  'MAIN.CSV',
  '.hidden',
  '__MACOSX/main.csv',
  'main.csv',
  'x/',
  'inner.zip',
  '读.csv',
]

/** The archive of a survey, with a member that no export has. */
function withOddMember(survey: Parameters<typeof written>[0], form: Form, chance: Chance): Buffer {
  const members = Object.entries(written(survey, { ...form, container: 'folder' }))
  const odd = { name: oneOf(ODD_NAMES, chance), content: oddAnything(chance) }
  return zipOf([...members.map(([name, content]) => ({ name, content, stored: oneIn(2, chance) })), odd])
}

/** Exports as survey tools make them, read by presets, by names, or by what `inspect` proposes. */
export const exports: MakeCase = (chance) => {
  if (oneIn(2, chance)) return presetExport(chance)
  const shape = oneOf(SHAPES, chance)
  const files = Object.fromEntries(
    Object.entries(shape.files).map(([name, content]) => [
      name,
      typeof content === 'string' ? withOddCells(content, chance) : content,
    ]),
  )
  const operands = shape.operands ?? Object.keys(files)
  const isHurt = oneIn(8, chance)
  const hurt = oneOf(Object.keys(files), chance)
  const written = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name,
      isHurt && name === hurt ? damaged(Buffer.from(content), chance) : content,
    ]),
  )
  return {
    files: written,
    runs: [
      { args: ['inspect', ...operands, '--write', 'mapping.yaml'] },
      {
        args: [
          'assess',
          ...operands,
          '-m',
          'mapping.yaml',
          '-f',
          oneOf(FORMATS, chance),
          '--rejects',
          REJECTS,
        ],
      },
      { args: ['validate', ...operands, '-m', 'mapping.yaml'] },
    ],
  }
}

/** A text of cells in which some are something else. */
const withOddCells = (text: string, chance: Chance): string =>
  text.replace(/(?<=[,;\t])[^,;\t"\n\r]*(?=[,;\t\n\r])/g, (cell, at: number) =>
    at > text.indexOf('\n') && oneIn(15, chance) ? oddAnything(chance).replace(/[,;\t\n\r"]/g, ' ') : cell,
  )

function presetExport(chance: Chance) {
  const survey = randomSurvey('presetRows', chance, someDirt(chance))
  const form = { ...someForm(chance), container: oneOf(['folder', 'zip', 'workbook'] as const, chance) }
  const isHurt = oneIn(8, chance)
  const files = written(survey, form, (bytes) =>
    isHurt && oneIn(2, chance) ? damaged(bytes, chance) : bytes,
  )
  const operands = Object.keys(files)
  const preset = ['--preset', survey.preset ?? 'kobo']
  const others = [
    ['validate', ...operands, ...preset, '-f', 'json'],
    ['inspect', ...operands],
    ['explain', ...operands, ...preset, '--id', 'uuid:H-1'],
  ]
  return {
    files,
    runs: [
      {
        args: ['assess', ...operands, ...preset, '-f', oneOf(FORMATS, chance), '--rejects', REJECTS],
        ...(oneIn(12, chance) ? { ways: ENGINES } : {}),
      },
      ...(oneIn(3, chance) ? [{ args: oneOf(others, chance) }] : []),
    ],
  }
}
