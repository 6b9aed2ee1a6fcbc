import type { SurveyTool } from './tool.js'

export const SURVEY_SOLUTIONS: SurveyTool = {
  title: 'Survey Solutions',
  headers: [
    { weight: 4, names: ['interview__key', 'interview__id'] },
    { weight: 3, names: ['interview__status', 'has__errors', 'sssys_irnd', 'assignment__id'] },
  ],
  signs: [
    { weight: 2, words: 'sign.no-answer-cells', isIn: ({ words }) => words.has('##N/A##') },
    { weight: 1, words: 'sign.tab', isIn: ({ file }) => file.endsWith('.tab') },
  ],
  keys: [
    { header: 'interview__id', rank: 2 },
    { header: 'interview__key', rank: 2 },
  ],
  joins: [
    { child: 'interview__id', parent: 'interview__id', rank: 2 },
    { child: 'interview__key', parent: 'interview__key', rank: 2 },
  ],
  links: ['interview__id', 'interview__key'],
  rosterIds: /^(?!interview__)[a-z]\w*__id$/,
  unusable: [
    {
      header: 'interview__status',
      cells: ['65', '125', 'RejectedBySupervisor', 'RejectedByHeadquarters'],
    },
  ],
  system: /^interview__/i,
  blanks: ['##N/A##', '-999999999'],
}
