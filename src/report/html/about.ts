import { say } from '../../base/say/say.js'
import { packTitle } from '../../lang/labels.js'
import { type Pack, packLabel } from '../../lang/pack.js'
import type { SurveyContext } from '../context.js'
import type { About } from './page.js'

/** The pack of a run, with what `--set` gave. */
export const aboutPack = (pack: Pack): About => ({
  name: () => say('page.pack'),
  values: [{ text: () => `${packLabel(pack)} ${packTitle(pack)}`, hash: pack.hash }],
})

/** The files of a run with their hashes, and what read them. */
export const aboutFiles = ({ inputs, mapping, tpa }: SurveyContext): About[] => [
  {
    name: () => say('page.inputs'),
    values: inputs.map(({ file, sha256 }) => ({ text: () => file, hash: sha256 })),
  },
  ...(mapping === null
    ? []
    : [
        {
          name: () => say('page.mapping'),
          values: [{ text: () => mapping.file, hash: mapping.sha256 }],
        },
      ]),
  aboutProgram(tpa),
]

export const aboutProgram = (tpa: string): About => ({
  name: () => say('page.made-by'),
  values: [{ text: () => `tpa ${tpa}` }],
})
