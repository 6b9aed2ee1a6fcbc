import type { Result } from './run-program.js'

/** The codes of all diagnostics that a run told, as text or as JSON. */
export function codesOf({ out, err }: Result): Set<string> {
  const found = `${err}\n${out}`.matchAll(
    /(?:error|warning|note)\\?\[([a-z0-9-]+)\\?\]|"code":"([a-z0-9-]+)"|title=([a-z0-9-]+)::/g,
  )
  return new Set([...found].map(([, text, json, github]) => text ?? json ?? github ?? ''))
}

/** The counts of a ledger, as far as the run told them. */
export interface Told {
  readonly read: number
  readonly assessed: number
  readonly rejected: number
  readonly duplicates: number
  readonly notInterviews: number
  /** `null` where the form does not tell them. */
  readonly passedOver: number | null
  /** Rows of rosters that are rejected or belong to no record. */
  readonly lostMembers: number | null
}

const LINE =
  /read ([\d,]+)\s*=\s*assessed\s+([\d,]+)\s*\+\s*rejected\s+([\d,]+)\s*\+\s*duplicates\s+([\d,]+)\s*\+\s*not\s+interviews\s+([\d,]+)/

export function ledgerOf({ args, out, err }: Result): Told | null {
  return (isJson(args) ? ofJson(out) : null) ?? ofLine(`${err}\n${out}`)
}

const isJson = (args: readonly string[]) => args[args.indexOf('-f') + 1] === 'json'

function ofLine(text: string): Told | null {
  const found = LINE.exec(text)
  if (found === null) return null
  const [read = 0, assessed = 0, rejected = 0, duplicates = 0, notInterviews = 0] = found
    .slice(1)
    .map((each) => Number(each.replaceAll(',', '')))
  return { read, assessed, rejected, duplicates, notInterviews, passedOver: null, lostMembers: null }
}

function ofJson(out: string): Told | null {
  let json: Record<string, unknown>
  try {
    json = JSON.parse(out) as Record<string, unknown>
  } catch {
    return null
  }
  const ledger = json.ledger as Record<string, number> | undefined
  if (ledger === undefined) return null
  const { read = 0, assessed = 0, rejected = 0, duplicates = 0, not_interviews = 0, ...beside } = ledger
  const rosters = (json.rosters ?? []) as readonly { rejected: number; orphaned: number }[]
  return {
    read,
    assessed,
    rejected,
    duplicates,
    notInterviews: not_interviews,
    passedOver: Object.values(beside).reduce((sum, each) => sum + each, 0),
    lostMembers: rosters.reduce((sum, each) => sum + each.rejected + each.orphaned, 0),
  }
}
