import type { BodyKind, Region } from '../../../shared/data/report.ts'

/** What kind of body a report is of, told by its name or its prose. */

const zone =
  /(?:开发区|高新区|经开区|新区|园区|景区|示范区|保税区|试验区|自贸区|片区|合作区|工业区|度假区|功能区)(?:管理委员会|管委会)?$/

/** How names end, the first that fits: 区政府办公室 is an office, 教育局办公室 part of a department. */
const endings: readonly (readonly [RegExp, BodyKind])[] = [
  [/^中国人民银行|(?:监督管理委员会|公安局.{1,6}分局)$/, 'department'],
  [/(?:海关|关区)$/, 'department'],
  // 第八师, whose offices are those of its city's government.
  [/行政公署$|生产建设兵团$|第[一二三四五六七八九十]{1,2}师$/, 'government'],
  [/(?:大学|学院|学校|中学|小学|幼儿园|医院|公司|集团|银行|分行|协会|学会|研究院|研究所)$/, 'other'],
  [zone, 'other'],
  [/(?:管理委员会|管委会)$/, 'other'],
  [/(?:街道办事处|街道|街道办|镇|乡|苏木)$/, 'town'],
  [/(?:镇|乡|苏木|街道)(?:人民政府|政府|办事处|党工委)?(?:党政|综合|政府)?(?:办公室|综合办公室)?$/, 'town'],
  [/(?:政府|党委|市委|县委|区委|省委)(?:办公室|办公厅)$/, 'office'],
  [/^.{0,3}(?:市|县|区|省)(?:政府|府)?办(?:公室|公厅)?$/, 'office'],
  [/(?:人民政府|政府)$/, 'government'],
  [/(?:局|厅|委员会|委|部|署|处|院|中心|总队|支队|大队|社|联合会|海关|办公室|办公厅|办|所|站|馆|队|会)$/, 'department'],
  [/(?:省|市|自治区|自治州|州|盟|区|县|旗)$/, 'government'],
]

/** What stands in brackets behind a name: another name of the body (国家版权局), or that it is the body itself (本级机关). */
const bracketBehind = /(?<=.)[(（]([^()（）]*)[)）]$/
/** 某区人民政府、某某开发区管理委员会: two bodies that report together, joined or one of them in brackets. */
const twoBodies = /^(.+?(?:政府|管理委员会|管委会|[市县区旗]))(?:[、·/(（]|暨|和|及|与)(.+?)[)）]?$/

const endingOf = (name: string): BodyKind | null => endings.find(([ending]) => ending.test(name))?.[1] ?? null

/** 浦东新区 and 滨海新区 are districts: a name that ends in the place it was found to be. */
const isDistrict = (name: string, region: Region | null): boolean => {
  const district = /\p{Script=Han}{2}新区$/u.exec(name)?.[0]
  return district !== undefined && region?.level === 'county' && region.name.endsWith(district)
}

/**
 * What kind of body a name is; a bare place (重庆市南岸区) is its government, a town's whatever office is the town.
 * @param region where it is: of names alike some are of districts, some of zones
 */
export function bodyKindOf(name: string, region: Region | null = null): BodyKind | null {
  const [, first = '', second = ''] = twoBodies.exec(name) ?? []
  const [one, other] = [endingOf(first), endingOf(second)]
  // A district that reports together with its zone.
  if ((zone.test(second) && one === 'government') || (zone.test(first) && other === 'government')) return 'government'
  const bare = name.replace(bracketBehind, '')
  return isDistrict(bare, region) ? 'government' : endingOf(bare)
}

/** Reports without a name: “综合全县2023年度政府信息公开工作情况” is the government's of the whole county. */
const wholeArea = /(?:综合|汇总|反映|涵盖|包括)全[省市县区州旗]/

export function bodyKindOfProse(lines: readonly string[], region: Region | null): BodyKind | null {
  if (region?.level === 'town') return 'town'
  return lines.some(line => wholeArea.test(line.slice(0, 2_000))) ? 'government' : null
}
