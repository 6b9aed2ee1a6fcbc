import { clean } from '../../survey/files/row.js'
import { plainHeader } from '../columns/plain-header.js'
import type { InspectedTable } from './inspected-table.js'
import type { ToolName } from './tool.js'

/** Something about a table that speaks for a tool; `weight` 4 stands alone, 1 is common elsewhere. */
export interface Sign {
  readonly tool: ToolName
  readonly weight: number
  readonly words: string
}

/** Headers by which a tool is known, as `plainHeader` makes them. */
const HEADERS: readonly (readonly [ToolName, number, ...(readonly string[])])[] = [
  [
    'KoboToolbox',
    3,
    '_submission__uuid',
    '_parent_table_name',
    '_submission__id',
    '_xform_id_string',
    'formhub.uuid',
  ],
  [
    'KoboToolbox',
    2,
    '_validation_status',
    '__version__',
    '_submission_time',
    '_submitted_by',
    '_parent_index',
  ],
  ['KoboToolbox', 1, '_uuid', '_index', '_id', '_status', '_tags', '_notes'],
  ['ODK', 3, 'submitterid', 'submittername', 'attachmentspresent', 'reviewstate', 'attachmentsexpected'],
  ['ODK', 2, 'key', 'parent_key', 'meta.instanceid', 'formversion', 'edits', 'deviceid_odk'],
  ['ODK', 1, 'submissiondate', 'instanceid', 'instancename', 'status'],
  [
    'SurveyCTO',
    3,
    'completiondate',
    'formdef_version',
    'review_status',
    'review_quality',
    'review_corrections',
  ],
  ['SurveyCTO', 2, 'key', 'parent_key', 'subscriberid', 'simid', 'devicephonenum', 'caseid'],
  ['SurveyCTO', 1, 'submissiondate', 'instanceid', 'starttime', 'endtime', 'duration'],
  ['Survey Solutions', 4, 'interview__key', 'interview__id'],
  ['Survey Solutions', 3, 'interview__status', 'has__errors', 'sssys_irnd', 'assignment__id'],
  ['CommCare', 4, 'form.case..case_id', 'form.case.case_id', 'hq_user', 'form_link', 'completed_time'],
  ['CommCare', 3, 'formid', 'received_on', 'form.meta.username'],
  ['REDCap', 4, 'redcap_repeat_instrument', 'redcap_event_name', 'redcap_repeat_instance'],
  ['REDCap', 3, 'redcap_data_access_group', 'redcap_survey_identifier'],
  ['REDCap', 1, 'record_id'],
  ['CSPro', 4, 'caseids', 'case.id', 'case_uuid'],
  ['national register', 3, '户编号', '人编号', '与户主关系'],
  [
    'national register',
    2,
    '户类型',
    '主要致贫原因',
    '致贫原因1',
    '脱贫年度',
    '识别年度',
    '户主证件号码',
    '姓名',
  ],
  ['national register', 1, '行政村', '自然村', '乡镇', '健康状况', '文化程度', '劳动技能'],
]

/** What speaks for a tool in one table. */
export function signsOf({ tally, file, splits }: InspectedTable): Sign[] {
  const names = new Map(tally.headers.map((header) => [plainHeader(header), header]))
  const signs: Sign[] = []
  for (const [tool, weight, ...wanted] of HEADERS) {
    for (const name of wanted) {
      const header = names.get(name)
      if (header !== undefined) signs.push({ tool, weight, words: `a column \`${clean(header)}\`` })
    }
  }
  const headers = [...names.keys()]
  const some = (tool: ToolName, weight: number, words: string, holds: boolean) => {
    if (holds) signs.push({ tool, weight, words })
  }
  const repeatLinks = headers.filter((header) => /^set\.?of\./.test(header))
  some('ODK', 3, 'a column `SET-OF-…` for a repeat group', repeatLinks.length > 0)
  some('SurveyCTO', 2, 'a column `SET-OF-…` for a repeat group', repeatLinks.length > 0)
  some('CommCare', 3, 'columns `form.…`', headers.filter((header) => header.startsWith('form.')).length > 2)
  const isNoForm = tally.columns.some(({ words }) => (words.get('---') ?? 0) > 0)
  some('CommCare', 1, 'cells `---`', isNoForm)
  some(
    'Survey Solutions',
    2,
    'cells `##N/A##`',
    tally.columns.some(({ words }) => words.has('##N/A##')),
  )
  some('Survey Solutions', 1, 'the ending .tab', file.file.endsWith('.tab'))
  some(
    'REDCap',
    2,
    'choices as `question___1`',
    splits.some(({ separator }) => separator === '___'),
  )
  const instruments = headers.filter((header) => header.endsWith('_complete')).length
  some('REDCap', 1, 'columns `…_complete`', instruments > 0)
  const isKobo = file.delimiter === ';' && names.has('_uuid')
  some('KoboToolbox', 1, 'semicolons between the columns', isKobo)
  return signs
}
