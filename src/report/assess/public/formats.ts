import { pageVoices } from '../../../base/say/say.js'
import type { Formats } from '../../format.js'
import type { Report } from '../report.js'
import type { PublicContext } from './context.js'

/** The formats of an assessment that is for anybody; the others list households. */
export const PUBLIC_FORMATS = {
  table: async () => (await import('./table.js')).publicTable,
  markdown: async () => (await import('./markdown.js')).publicMarkdown,
  html: async () => {
    const { publicHtml } = await import('./html.js')
    const voices = await pageVoices()
    return (context: PublicContext) => publicHtml(context, voices)
  },
} satisfies Formats<(context: PublicContext) => Report>

export type PublicFormat = keyof typeof PUBLIC_FORMATS
