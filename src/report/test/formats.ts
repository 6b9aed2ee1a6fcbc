import type { Formats } from '../format.js'
import type { TestContext } from './context.js'
import type { TestSummary } from './summary.js'

/** Writes a whole test run. */
export type TestReport = (summary: TestSummary, context: TestContext) => string

/** Every format of a test run; a new one is one file and one line here. */
export const TEST_FORMATS = {
  table: async () => (await import('./table.js')).testTable,
  json: async () => (await import('./json.js')).testJson,
  junit: async () => (await import('./junit.js')).testJunit,
  github: async () => (await import('./github.js')).testGithub,
  markdown: async () => (await import('./markdown.js')).testMarkdown,
} satisfies Formats<TestReport>

export type TestFormat = keyof typeof TEST_FORMATS
