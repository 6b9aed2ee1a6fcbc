import type { SurveyTool } from './tool.js'

export const COMMCARE: SurveyTool = {
  title: 'CommCare',
  headers: [
    {
      weight: 4,
      names: ['form.case..case_id', 'form.case.case_id', 'hq_user', 'form_link', 'completed_time'],
    },
    { weight: 3, names: ['formid', 'received_on', 'form.meta.username'] },
  ],
  signs: [
    {
      weight: 3,
      words: 'sign.form',
      isIn: ({ names }) => [...names.keys()].filter((name) => name.startsWith('form.')).length > 2,
    },
    { weight: 1, words: 'sign.dashes', isIn: ({ words }) => words.has('---') },
  ],
  keys: [{ header: 'formid', rank: 2 }],
  joins: [{ child: 'formid', parent: 'formid', rank: 2 }],
  links: ['formid'],
  days: ['started_time'],
  system: /^(?:formid|number)$/i,
  blanks: ['---'],
}
