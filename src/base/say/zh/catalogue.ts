import type { Catalogue } from '../en/catalogue.js'
import { merged } from '../en/merged.js'
import { CELLS } from './cells.js'
import { CHANGES } from './changes.js'
import { CHECKS } from './checks.js'
import { COMMANDS } from './commands.js'
import { COMPARISON } from './comparison.js'
import { ENGINE } from './engine.js'
import { EXPRESSIONS } from './expressions.js'
import { FILES } from './files.js'
import { INSPECT } from './inspect.js'
import { MAPPING } from './mapping.js'
import { PERSONS } from './persons.js'
import { PROOFS } from './proofs.js'
import { RECORDS } from './records.js'
import { REPORT_ASSESS } from './report/assess.js'
import { REPORT_DIFF } from './report/diff.js'
import { REPORT_EXPLAIN } from './report/explain.js'
import { REPORT_INSPECT } from './report/inspect.js'
import { REPORT_MEASURE } from './report/measure.js'
import { REPORT_PAGE } from './report/page.js'
import { REPORT_RULES } from './report/rules.js'
import { REPORT_TEST } from './report/test.js'
import { REPORT_VALIDATE } from './report/validate.js'
import { REPORT_WORDS } from './report/words.js'
import { REQUESTS } from './requests.js'
import { SHAPES } from './shapes.js'
import { SUITES } from './suites.js'
import { TERMINAL } from './terminal.js'
import { TEXTS } from './texts.js'
import { TREES } from './trees.js'
import { WORDS } from './words.js'

/** The same sentences in Chinese, as an official of a county would write them. */
export const ZH: Catalogue = merged([
  CELLS,
  CHANGES,
  CHECKS,
  COMMANDS,
  COMPARISON,
  ENGINE,
  EXPRESSIONS,
  FILES,
  INSPECT,
  MAPPING,
  PERSONS,
  PROOFS,
  RECORDS,
  REPORT_ASSESS,
  REPORT_DIFF,
  REPORT_EXPLAIN,
  REPORT_INSPECT,
  REPORT_MEASURE,
  REPORT_PAGE,
  REPORT_RULES,
  REPORT_TEST,
  REPORT_VALIDATE,
  REPORT_WORDS,
  REQUESTS,
  SHAPES,
  SUITES,
  TERMINAL,
  TEXTS,
  TREES,
  WORDS,
])
