import type { SurveyTool } from './tool.js'

/** Epi Info keeps records that somebody has deleted, with `RECSTATUS` 0. */
export const EPI_INFO: SurveyTool = {
  title: 'Epi Info',
  headers: [
    { weight: 4, names: ['globalrecordid'] },
    { weight: 3, names: ['recstatus', 'firstsavelogonname', 'lastsavelogonname'] },
    { weight: 1, names: ['uniquekey', 'firstsavetime', 'lastsavetime', 'fkey'] },
  ],
  keys: [{ header: 'globalrecordid', rank: 2 }],
  joins: [{ child: 'fkey', parent: 'globalrecordid', rank: 2 }],
  links: ['fkey'],
  system: /^(?:globalrecordid|recstatus|uniquekey|fkey|(?:first|last)save(?:time|logonname))$/i,
  unusable: [{ header: 'RECSTATUS', cells: ['0'] }],
}
