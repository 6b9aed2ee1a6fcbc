import type { SurveyTool } from './tool.js'

export const REDCAP: SurveyTool = {
  title: 'REDCap',
  headers: [
    {
      weight: 4,
      names: ['redcap_repeat_instrument', 'redcap_event_name', 'redcap_repeat_instance'],
    },
    { weight: 3, names: ['redcap_data_access_group', 'redcap_survey_identifier'] },
    { weight: 1, names: ['record_id'] },
  ],
  signs: [
    { weight: 2, words: 'sign.choices', isIn: ({ separators }) => separators.has('___') },
    {
      weight: 1,
      words: 'sign.complete',
      isIn: ({ names }) => [...names.keys()].some((name) => name.endsWith('_complete')),
    },
  ],
  keys: [{ header: 'record_id', rank: 2 }],
  joins: [{ child: 'record_id', parent: 'record_id', rank: 2 }],
  persons: [{ header: 'redcap_repeat_instance', rank: 2 }],
  instrument: 'redcap_repeat_instrument',
  system: /^redcap_/i,
}
