import { say } from '../../../base/say/say.js'
import type { SurveyTool } from './tool.js'

/** The national register of poor households of China (建档立卡), as lists are taken from it. */
export const REGISTER_CN: SurveyTool = {
  get title() {
    return say('tool.register-cn', { register: '建档立卡' })
  },
  headers: [
    { weight: 3, names: ['户编号', '人编号', '与户主关系'] },
    {
      weight: 2,
      names: ['户类型', '主要致贫原因', '致贫原因1', '脱贫年度', '识别年度', '户主证件号码', '姓名'],
    },
    {
      weight: 1,
      names: ['行政村', '自然村', '乡镇', '健康状况', '文化程度', '劳动技能'],
    },
  ],
  persons: [{ header: '人编号', rank: 1 }],
}
