import type { SurveyTool } from './tool.js'

export const SURVEYCTO: SurveyTool = {
  title: 'SurveyCTO',
  headers: [
    {
      weight: 3,
      names: ['completiondate', 'formdef_version', 'review_status', 'review_quality', 'review_corrections'],
    },
    { weight: 2, names: ['key', 'parent_key', 'subscriberid', 'simid', 'devicephonenum', 'caseid'] },
    { weight: 1, names: ['submissiondate', 'instanceid', 'starttime', 'endtime', 'duration'] },
  ],
  signs: [
    {
      weight: 2,
      words: 'sign.set-of',
      isIn: ({ names }) => [...names.keys()].some((name) => /^set\.?of\./.test(name)),
    },
  ],
  keys: [
    { header: 'key', rank: 1 },
    { header: 'instanceid', rank: 3 },
  ],
  joins: [{ child: 'parent_key', parent: 'key', rank: 1 }],
  links: ['parent_key'],
  days: ['starttime', 'submissiondate'],
  system: /^(?:KEY$|PARENT_KEY$|SET[-.]OF[-.]|instance)/i,
}
