import type { Diagnostic } from '../base/diagnostic.js'
import { say } from '../base/say/say.js'
import { listedNames } from '../base/wording.js'
import { columnsOf, type Pack } from '../lang/pack.js'
import { namesOf } from './columns/columns.js'
import type { Entry } from './files/data-file.js'
import { inputFault } from './files/input.js'
import { type OpenOperand, openOperand } from './files/operands/operand.js'
import type { SurveyOptions } from './records/options.js'

/** The operands of a run, opened; one that is named twice is opened once. */
export interface Operands {
  /** In the order in which they were named. An operand that was named twice is listed twice. */
  readonly opened: readonly { readonly operand: string; readonly open: OpenOperand }[]
  /** Everything that they hold, each once. */
  readonly entries: readonly Entry[]
  readonly faults: readonly Diagnostic[]
  close(): Promise<void>
}

export async function openOperands({
  files,
  stdin,
  pack,
}: Pick<SurveyOptions, 'files' | 'stdin' | 'pack'>): Promise<Operands> {
  const known = new Map<string, OpenOperand>()
  const opened: { operand: string; open: OpenOperand }[] = []
  const faults: Diagnostic[] = []
  const tried = new Set<string>()
  for (const operand of files) {
    if (!known.has(operand) && !tried.has(operand)) {
      tried.add(operand)
      const opening = await openOperand(operand, stdin, pack.record.plural, idNames(pack))
      if ('fault' in opening) faults.push(opening.fault)
      else known.set(operand, opening)
    }
    const open = known.get(operand)
    if (open !== undefined) opened.push({ operand, open })
  }
  const close = async () => {
    await Promise.all([...known.values()].map((each) => each.close()))
  }
  return { opened, entries: [...known.values()].flatMap(({ entries }) => entries), faults, close }
}

/** The names of the id of records, the pack's own first. */
export function idNames(pack: Pack): string[] {
  const declaration = columnsOf(pack).get(pack.record.id)
  return declaration === undefined ? [pack.record.id] : namesOf(declaration)
}

/** The only entry of an operand. Without a mapping an operand with several is a fault. */
export function onlyEntry({
  operand,
  open,
}: Operands['opened'][number]): { readonly entry: Entry } | { readonly fault: Diagnostic } {
  const [entry, second] = seenOf(open.entries)
  const help = say('needs-mapping.help', { operand: operandName(operand) })
  if (open.container === 'folder' || open.container === 'zip') {
    const message = say(open.container === 'zip' ? 'needs-mapping.archive' : 'needs-mapping.folder')
    const why = say('needs-mapping.why', {
      names: listedNames(
        open.entries.map(({ path }) => path),
        MEMBERS_LISTED,
      ),
    })
    return { fault: { ...inputFault('needs-mapping', operandName(operand), message, help), why } }
  }
  if (entry === undefined) return { fault: nothingInIt(operand) }
  if (second !== undefined) {
    const message = say('needs-mapping', { count: seenOf(open.entries).length })
    return { fault: inputFault('needs-mapping', operandName(operand), message, help) }
  }
  return { entry }
}

const MEMBERS_LISTED = 12

export const nothingInIt = (operand: string): Diagnostic =>
  inputFault('no-records', operandName(operand), say('no-records.empty'), say('no-records.help.export'))

/** What a person sees of a workbook; all of it where that is nothing. */
function seenOf(entries: readonly Entry[]): readonly Entry[] {
  const seen = entries.filter(({ unseen }) => unseen === undefined)
  return seen.length > 0 ? seen : entries
}

/** Tells of the hidden sheets of an operand that are not read. */
export const hiddenSheets = ({ open }: Operands['opened'][number]): Diagnostic[] =>
  open.entries.length === 1
    ? []
    : open.entries.flatMap(({ name, unseen }): Diagnostic[] =>
        unseen !== 'hidden'
          ? []
          : [
              {
                ...inputFault('hidden-sheet', name, say('hidden-sheet'), say('hidden-sheet.help', { name })),
                severity: 'warning',
              },
            ],
      )

const operandName = (operand: string) => operand.split(/[/\\]/).at(-1) || operand
