import type { ToolGuess } from './tool.js'

/** Signs that are told. */
const TOLD = 4

/** "from KoboToolbox, certainly: a column `_uuid`, …" */
export function toolWords({ tool, confidence, evidence }: Omit<ToolGuess, 'words'>): string {
  if (tool === null) return 'plain tables: nothing in them points at a tool'
  const more = evidence.length > TOLD ? `, and ${evidence.length - TOLD} signs more` : ''
  return `${SURE[confidence]} ${NAMES[tool] ?? tool}: ${evidence.slice(0, TOLD).join(', ')}${more}`
}

const SURE: Record<ToolGuess['confidence'], string> = {
  certain: 'certainly from',
  likely: 'likely from',
  unclear: 'perhaps from',
}

const NAMES: Readonly<Record<string, string>> = {
  ODK: 'ODK Central or Briefcase',
  'national register': 'the national register (建档立卡), a list of persons',
}
