import type { SurveyTool } from './tool.js'

/** KoboToolbox and what grew from Formhub, such as Ona. */
export const KOBO: SurveyTool = {
  title: 'KoboToolbox',
  preset: 'kobo',
  headers: [
    {
      weight: 3,
      names: [
        '_submission__uuid',
        '_parent_table_name',
        '_submission__id',
        '_xform_id_string',
        'formhub.uuid',
      ],
    },
    {
      weight: 2,
      names: ['_validation_status', '__version__', '_submission_time', '_submitted_by', '_parent_index'],
    },
    { weight: 1, names: ['_uuid', '_index', '_id', '_status', '_tags', '_notes'] },
  ],
  signs: [
    {
      weight: 1,
      words: 'sign.semicolons',
      isIn: ({ delimiter, names }) => delimiter === ';' && names.has('_uuid'),
    },
  ],
  keys: [
    { header: '_uuid', rank: 2 },
    { header: '_id', rank: 3 },
    { header: '_index', rank: 4 },
  ],
  joins: [
    { child: '_submission__uuid', parent: '_uuid', rank: 2 },
    { child: '_submission__id', parent: '_id', rank: 2 },
    { child: '_uuid', parent: '_uuid', rank: 3 },
  ],
  placeJoin: { child: '_parent_index', parent: '_index', table: '_parent_table_name' },
  links: ['_submission__uuid', '_submission__id', '_parent_index'],
  days: ['today', 'start', '_submission_time'],
  unusable: [{ header: '_validation_status', cells: ['validation_status_not_approved', 'Not Approved'] }],
  system: /^(?:_|X_)/i,
}
