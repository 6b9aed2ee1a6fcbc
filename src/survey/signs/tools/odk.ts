import { say } from '../../../base/say/say.js'
import type { SurveyTool } from './tool.js'

/** ODK Central, and Briefcase before it. */
export const ODK: SurveyTool = {
  get title() {
    return say('tool.odk')
  },
  preset: 'odk',
  headers: [
    {
      weight: 3,
      names: ['submitterid', 'submittername', 'attachmentspresent', 'reviewstate', 'attachmentsexpected'],
    },
    { weight: 2, names: ['key', 'parent_key', 'meta.instanceid', 'formversion', 'edits', 'deviceid_odk'] },
    { weight: 1, names: ['submissiondate', 'instanceid', 'instancename', 'status'] },
  ],
  signs: [
    {
      weight: 3,
      words: 'sign.set-of',
      isIn: ({ names }) => [...names.keys()].some((name) => /^set\.?of\./.test(name)),
    },
  ],
  keys: [
    { header: 'key', rank: 1 },
    { header: 'instanceid', rank: 3 },
    { header: 'meta.instanceid', rank: 3 },
  ],
  joins: [{ child: 'parent_key', parent: 'key', rank: 1 }],
  links: ['parent_key'],
  days: ['today', 'start', 'submissiondate'],
  unusable: [{ header: 'ReviewState', cells: ['rejected'] }],
  system: /^(?:KEY$|PARENT_KEY$|SET[-.]OF[-.]|instance)/i,
}
