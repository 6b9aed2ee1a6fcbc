import { keyRank, keyWord } from './key-words.js'

/** Names of a number that counts households inside a place, without the signs between the words. */
const NUMBERS: ReadonlySet<string> = new Set([
  ...['hh', 'hh2', 'v002', 'hv002', 'household', 'dwelling', 'structure', 'house', 'houseno', 'housenumber'],
  ...[
    'no',
    'num',
    'number',
    'serial',
    'serialno',
    'serialnumber',
    'seq',
    'id',
    'formno',
    'formnumber',
    'code',
  ],
  ...['户', '号', '户序', '户序号', '户数号', '编号', '编码', '序号', '门牌', '门牌号', '问卷号', '表号'],
])

/** Names of a place in which such numbers begin anew. */
const PLACES: ReadonlySet<string> = new Set([
  ...['province', 'region', 'state', 'county', 'district', 'township', 'town', 'ward', 'commune', 'parish'],
  ...['village', 'hamlet', 'settlement', 'community', 'neighbourhood', 'neighborhood', 'block', 'segment'],
  ...[
    'site',
    'camp',
    'location',
    'zone',
    'area',
    'cluster',
    'ea',
    'psu',
    'enumerationarea',
    'hh1',
    'v001',
    'hv001',
  ],
  ...[
    '省',
    '市',
    '县',
    '区',
    '区县',
    '乡',
    '镇',
    '乡镇',
    '街道',
    '村',
    '村名',
    '行政村',
    '自然村',
    '村委会',
    '社区',
  ],
  ...['组', '小组', '村组', '村民组', '村民小组', '网格'],
])

/** True if a header names a number of households. Such numbers may start again in each place. */
export const isPartNumber = (header: string, record: string): boolean =>
  header.length <= LONGEST && (keyRank(header, record) !== null || NUMBERS.has(keyWord(header)))

/** True if a header names a place in which such numbers may start again. */
export const isPartPlace = (header: string): boolean =>
  header.length <= LONGEST && PLACES.has(keyWord(header).replace(/(?:id|no|num|number|code|name)$/, ''))

const LONGEST = 200
