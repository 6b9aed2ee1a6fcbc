import type { Diagnostic } from '../base/diagnostic.js'
import { openByName } from './by-name.js'
import { diagnosticOf } from './files/input.js'
import { type Operands, openOperands } from './operands.js'
import type { Survey, SurveyOptions } from './records/options.js'

export type { Survey, SurveyOptions } from './records/options.js'

export type SurveyOpening = { readonly survey: Survey } | { readonly faults: readonly Diagnostic[] }

/** Reads all files once. Everything that stops the run and can be found comes back as faults. */
export async function openSurvey(options: SurveyOptions): Promise<SurveyOpening> {
  const operands = await openOperands(options)
  try {
    const opening = await openWhat(options, operands)
    if ('survey' in opening) return { survey: { ...opening.survey, close: operands.close } }
    await operands.close()
    return opening
  } catch (error) {
    await operands.close()
    const diagnostic = diagnosticOf(error)
    if (diagnostic === null) throw error
    return { faults: [diagnostic] }
  }
}

async function openWhat(
  options: SurveyOptions,
  operands: Operands,
): Promise<{ survey: Omit<Survey, 'close'> } | { faults: readonly Diagnostic[] }> {
  if (options.mapping === null) return openByName(options, operands)
  if (operands.faults.length > 0) return operands
  const { openByMapping } = await import('./by-mapping.js')
  return openByMapping(options, options.mapping, operands.entries)
}
