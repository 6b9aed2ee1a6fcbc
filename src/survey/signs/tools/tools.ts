import { COMMCARE } from './commcare.js'
import { CSPRO } from './cspro.js'
import { EPI_INFO } from './epi-info.js'
import { KOBO } from './kobo.js'
import { ODK } from './odk.js'
import { QUALTRICS } from './qualtrics.js'
import { REDCAP } from './redcap.js'
import { REGISTER_CN } from './register-cn.js'
import { SURVEY_SOLUTIONS } from './survey-solutions.js'
import { SURVEYCTO } from './surveycto.js'
import type { SurveyTool } from './tool.js'

const KNOWN = {
  KoboToolbox: KOBO,
  ODK,
  SurveyCTO: SURVEYCTO,
  'Survey Solutions': SURVEY_SOLUTIONS,
  CommCare: COMMCARE,
  REDCap: REDCAP,
  CSPro: CSPRO,
  'Epi Info': EPI_INFO,
  Qualtrics: QUALTRICS,
  'national register': REGISTER_CN,
}

/** A survey tool as results name it. */
export type ToolName = keyof typeof KNOWN

/** The survey tools that tpa knows. */
export const TOOLS: Readonly<Record<ToolName, SurveyTool>> = KNOWN
