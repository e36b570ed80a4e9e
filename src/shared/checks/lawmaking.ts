import type { Report } from '../data/report.ts'

/** Whether a body may make 规章, told by its name, its kind and its place. */

const town =
  /(?:镇|乡|苏木)(?:人民)?政府(?:党政综合办公室|党政办公室|办公室)?$|(?:镇|乡)$|街道(?:办事处|办|党工委)?(?:党政综合办公室|党政办公室|办公室)?$/
/** A county, a district, a banner, or a city inside a city. 自治区, 新区 and zones of all kinds are of other ranks. */
const county = /(?:县|旗|(?<!自治|新|开发|高新|经开|园|景|社|库|保税|示范|合作|地)区|市.{1,6}市)(?=.)/
const department = /(?:局|委|委员会|办公室|厅|中心|队|馆|站|所|院|处|社|联合会|公司|集团|学校|医院)$/

/** Whether a name is that of a 镇, a 街道 or a department of a county. False where the name does not tell. */
export function isBelowLawmaking(organization: string): boolean {
  const name = organization.replace(/\s+/g, '').replace(/[（(].*?[）)]/g, '')
  if (town.test(name)) return true
  return county.test(name) && department.test(name) && !/管理委员会|管委会/.test(name)
}

/** Whether a report's body is known to have no power to make 规章: by kind and place as recognition found them, else by its name. */
export function lacksLawmaking({ organization, kind, region }: Report): boolean {
  if (kind === 'town') return true
  const below = kind === 'department' || kind === 'office'
  if (below && (region?.level === 'county' || region?.level === 'town')) return true
  return organization !== null && isBelowLawmaking(organization)
}
