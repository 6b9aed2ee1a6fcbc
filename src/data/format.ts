/** What a survey file can be. */
export type Format = 'csv' | 'yaml' | 'json' | 'ndjson'

const BY_EXTENSION: ReadonlyMap<string, Format> = new Map([
  ['csv', 'csv'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['json', 'json'],
  ['ndjson', 'ndjson'],
  ['jsonl', 'ndjson'],
])

/** The format by the extension (lower-case, without dot), else by how the text begins. */
export function formatOf(extension: string, head: Buffer): Format {
  return BY_EXTENSION.get(extension) ?? sniff(head.toString('utf8'))
}

function sniff(head: string): Format {
  const text = head.replace(/^\uFEFF/, '').trimStart()
  if (text.startsWith('[')) return 'json'
  if (text.startsWith('{')) return isObjectALine(text) ? 'ndjson' : 'json'
  const first = firstLine(text)
  return first === '---' || first.startsWith('- ') || first === '-' ? 'yaml' : 'csv'
}

/** The first line that is no comment of YAML, where one follows. */
function firstLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd())
  return lines.find((line) => line !== '' && !line.startsWith('#')) ?? lines[0] ?? ''
}

function isObjectALine(text: string): boolean {
  const end = lineEnd(text)
  if (text.slice(end).trim() === '') return false
  try {
    JSON.parse(text.slice(0, end))
    return true
  } catch {
    return false
  }
}

function lineEnd(text: string): number {
  const end = text.indexOf('\n')
  return end < 0 ? text.length : end
}
