import type { TestContext } from './test-context.js'
import { testGithub } from './test-github.js'
import { testJson } from './test-json.js'
import { testJunit } from './test-junit.js'
import { testMarkdown } from './test-markdown.js'
import type { TestSummary } from './test-summary.js'
import { testTable } from './test-table.js'

export type TestFormat = 'table' | 'json' | 'junit' | 'github' | 'markdown'

/** Every format of a test run; a new one is one file and one line here. */
export const TEST_FORMATS: Record<TestFormat, (summary: TestSummary, context: TestContext) => string> = {
  table: testTable,
  json: testJson,
  junit: testJunit,
  github: testGithub,
  markdown: testMarkdown,
}
