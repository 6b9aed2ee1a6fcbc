import type { SurveyTool } from './tool.js'

/** Qualtrics keeps what its authors try in a preview among the responses. */
export const QUALTRICS: SurveyTool = {
  title: 'Qualtrics',
  headers: [
    { weight: 3, names: ['responseid', 'distributionchannel', 'recipientlastname', 'duration.(in.seconds)'] },
    { weight: 2, names: ['recordeddate', 'userlanguage', 'externalreference'] },
    { weight: 1, names: ['startdate', 'enddate', 'ipaddress', 'progress', 'finished', 'status'] },
  ],
  keys: [{ header: 'responseid', rank: 3 }],
  days: ['recordeddate', 'startdate', 'enddate'],
  system:
    /^(?:StartDate|EndDate|IPAddress|Duration \(in seconds\)|RecordedDate|ResponseId|Recipient(?:Last|First)Name|RecipientEmail|ExternalReference|DistributionChannel|UserLanguage)$/i,
  unusable: [
    { header: 'DistributionChannel', cells: ['preview', 'test'] },
    { header: 'Status', cells: ['Survey Preview', 'Survey Test'] },
  ],
}
