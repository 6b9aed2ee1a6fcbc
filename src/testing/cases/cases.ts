import { isDate } from '../../base/date.js'
import type { Decimal } from '../../base/decimal.js'
import { contains, describeRange } from '../../base/range.js'
import { say } from '../../base/say/say.js'
import { quoted } from '../../lang/fault-list.js'
import type { Pack } from '../../lang/pack.js'
import { withParameters } from '../../lang/set-parameters.js'
import { readDecimalAt } from '../../lang/shape/context.js'
import type { Path } from '../../lang/shape/places.js'
import { readOneRecord } from '../../survey/one-record.js'
import type { Bases } from './bases.js'
import { type Expectation, expectsNothing, mergeExpectations, readExpectation } from './expectation.js'
import { type Layer, readLayer, valuesOfLayers } from './layer.js'
import { type SuiteFile, suiteLine } from './suite-file.js'
import type { RawCase, RawCaseRow } from './suite-schema.js'
import type { TestCase } from './test-case.js'

/** What the cases of a folder share: the pack, the bases, and the names of cases so far, with their places. */
export interface CaseReading {
  readonly pack: Pack
  readonly bases: Bases
  readonly taken: Map<string, string>
}

/** The content of a case, or of a row of one. */
interface Situation {
  readonly path: Path
  readonly name: string
  readonly about: string | null
  /** The layers that the record builds on, if the case names a base. */
  readonly like: readonly Layer[] | null
  readonly layer: Layer
  readonly asOf: string | null
  readonly parameters: ReadonlyMap<string, Decimal>
  readonly expect: Expectation
}

/** The cases of a file; each row of a case is a case of its own. Unknown names, and cases that expect nothing, are reported. */
export function readCases(reading: CaseReading, file: SuiteFile): TestCase[] {
  return [...file.cases].flatMap(([index, raw]) => {
    const path = ['cases', Number(index)]
    const own = readSituation(reading, file, path, raw)
    const situations =
      raw.rows === undefined
        ? [own]
        : raw.rows.map((row, at) => onTop(own, readSituation(reading, file, [...path, 'rows', at], row)))
    return situations.map((each) => caseOf(reading, file, each))
  })
}

function readSituation(
  { pack, bases }: CaseReading,
  file: SuiteFile,
  path: Path,
  raw: RawCase | RawCaseRow,
): Situation {
  const name = file.places.text([...path, 'name']).trim()
  const asOf = raw.as_of ?? null
  if (asOf !== null && !isDate(asOf)) {
    const at = file.places.value([...path, 'as_of'])
    file.list.fault('bad-date', at, say('suite.no-date', { date: quoted(asOf) }), {
      help: say('suite.no-date.help'),
    })
  }
  return {
    path,
    name,
    about: raw.about ?? null,
    like: raw.like === undefined ? null : bases.layersOf(file, path, raw.like),
    layer: readLayer(pack, file, path, raw.without),
    asOf,
    parameters: readParameters(pack, file, [...path, 'parameters'], Object.keys(raw.parameters ?? {})),
    expect: readExpectation(pack, file, [...path, 'expect'], raw.expect),
  }
}

function readParameters(
  pack: Pack,
  file: SuiteFile,
  path: Path,
  names: readonly string[],
): Map<string, Decimal> {
  const values = new Map<string, Decimal>()
  for (const name of names) {
    const at = [...path, name]
    const parameter = pack.parameters.get(name)
    const value = readDecimalAt(file.places, file.list, at)
    if (parameter === undefined) {
      const help = file.list.suggest(name, pack.parameters.keys())
      file.list.fault(
        'unknown-name',
        file.places.key(at),
        say('suite.unknown.parameter', { name: quoted(name) }),
        { help },
      )
    } else if (!contains(parameter.range, value)) {
      const help = say('suite.out-of-range.help', { range: describeRange(parameter.range) })
      file.list.fault(
        'bad-number',
        file.places.value(at),
        say('suite.out-of-range', { name: quoted(name) }),
        { help },
      )
    } else values.set(name, value)
  }
  return values
}

/** A row laid over its table. */
const onTop = (table: Situation, row: Situation): Situation => ({
  ...row,
  name: `${table.name}: ${row.name}`,
  about: row.about ?? table.about,
  like: [...(row.like ?? table.like ?? []), table.layer],
  asOf: row.asOf ?? table.asOf,
  parameters: new Map([...table.parameters, ...row.parameters]),
  expect: mergeExpectations(table.expect, row.expect),
})

function caseOf({ pack, taken }: CaseReading, file: SuiteFile, situation: Situation): TestCase {
  const { path, name, about, like, layer, asOf, parameters, expect } = situation
  const { file: shown } = file.source
  const line = suiteLine(file, path)
  const at = file.places.value([...path, 'name'])
  const first = taken.get(name)
  if (first === undefined) taken.set(name, `${shown}:${line}`)
  else
    file.list.fault('duplicate-name', at, say('suite.case-twice', { name: quoted(name) }), {
      why: say('suite.case-twice.why', { place: first }),
      help: say('suite.twice.help'),
    })
  if (expectsNothing(expect)) {
    const help = say('suite.expects-nothing.help')
    file.list.fault('expects-nothing', at, say('suite.expects-nothing', { name: quoted(name) }), { help })
  }
  const values = valuesOfLayers([...(like ?? []), layer])
  return {
    name,
    file: shown,
    line,
    about,
    ...readOneRecord(pack, values, { file: shown, line, id: name }),
    asOf,
    parameters,
    pack: withParameters(pack, parameters),
    expect,
    origin: { suite: file, path },
  }
}
