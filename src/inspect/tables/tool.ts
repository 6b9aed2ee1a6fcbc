export type ToolName =
  | 'KoboToolbox'
  | 'ODK'
  | 'SurveyCTO'
  | 'Survey Solutions'
  | 'CommCare'
  | 'REDCap'
  | 'CSPro'
  | 'national register'

/** Where the tables seem to come from. */
export interface ToolGuess {
  /** `null`: nothing points at any tool. */
  readonly tool: ToolName | null
  readonly confidence: 'certain' | 'likely' | 'unclear'
  readonly evidence: readonly string[]
  /** All that in a sentence. */
  readonly words: string
}
