import { clean } from '../../survey/files/row.js'
import type { ColumnTally } from './column-tally.js'
import { headerWords, lastPart } from './header-words.js'

const CHINESE =
  /姓名|名字|户主$|户主名|联系人|联系方式|身份证|证件号|电话|手机|住址|地址|门牌|银行|卡号|账号|帐号|经度|纬度|邮箱|微信|调查员|监护人|残疾证/

const WORDS: ReadonlySet<string> = new Set([
  ...['name', 'names', 'fullname', 'firstname', 'lastname', 'surname', 'nickname', 'nom', 'prenom', 'nombre'],
  ...['phone', 'telephone', 'tel', 'mobile', 'cell', 'cellphone', 'phonenumber', 'contact', 'whatsapp'],
  ...['email', 'mail', 'address', 'street', 'nid', 'passport', 'ssn', 'idcard', 'iban', 'account'],
  ...['gps', 'geopoint', 'latitude', 'longitude', 'lat', 'lon', 'lng', 'coordinates'],
  ...['enumerator', 'interviewer', 'username', 'subscriberid', 'simserial', 'simid', 'imei'],
  ...['devicephonenum', 'signature', 'photo', 'audio', 'beneficiary', 'respondent'],
])

const PAIRS = [
  ['national', 'id'],
  ['id', 'card'],
  ['identity', 'card'],
  ['bank', 'number'],
]

/** With one of these words a `name` is the name of a place or a thing. */
const PLACES: ReadonlySet<string> = new Set([
  ...[
    'village',
    'county',
    'district',
    'township',
    'town',
    'province',
    'region',
    'city',
    'country',
    'commune',
  ],
  ...['admin', 'admin1', 'admin2', 'admin3', 'admin4', 'ward', 'parish', 'sector', 'cell', 'cluster'],
  ...[
    'form',
    'table',
    'instance',
    'instrument',
    'group',
    'field',
    'column',
    'file',
    'crop',
    'project',
    'event',
  ],
])

const PEOPLE: ReadonlySet<string> = new Set([
  ...[
    'head',
    'chief',
    'leader',
    'secretary',
    'officer',
    'cadre',
    'member',
    'child',
    'mother',
    'father',
    'spouse',
  ],
  ...['wife', 'husband', 'owner', 'farmer', 'contact', 'person', 'guardian', 'teacher', 'supervisor'],
])

/** Whether a column identifies persons, by its header. */
export function isPersonalHeader(header: string): boolean {
  const text = clean(lastPart(header))
  if (CHINESE.test(text)) return true
  const words = headerWords(text)
  if (PAIRS.some((pair) => pair.every((word) => words.includes(word)))) return true
  const found = words.filter((word) => WORDS.has(word))
  const isName = found.length === 1 && (found[0] === 'name' || found[0] === 'names')
  const isOfPlace = words.some((word) => PLACES.has(word)) && !words.some((word) => PEOPLE.has(word))
  return found.length > 0 && !(isName && isOfPlace)
}

/** Whether enough cells of a column look like numbers of identity cards, telephones or bank cards. */
export const hasPersonalCells = ({ kinds, filled }: Pick<ColumnTally, 'kinds' | 'filled'>): boolean =>
  kinds.personal > 0 && kinds.personal * 4 >= filled
