import type { TestContext } from './context.js'
import { testGithub } from './github.js'
import { testJson } from './json.js'
import { testJunit } from './junit.js'
import { testMarkdown } from './markdown.js'
import type { TestSummary } from './summary.js'
import { testTable } from './table.js'

export type TestFormat = 'table' | 'json' | 'junit' | 'github' | 'markdown'

/** Every format of a test run; a new one is one file and one line here. */
export const TEST_FORMATS: Record<TestFormat, (summary: TestSummary, context: TestContext) => string> = {
  table: testTable,
  json: testJson,
  junit: testJunit,
  github: testGithub,
  markdown: testMarkdown,
}
