import type { SourceDocument } from '../../../shared/data/document.ts'
import { readPlaces } from '../gazetteer/placeChain.ts'
import { textLines } from '../text/lines.ts'

/** What names of bodies look like. */

export const han = '[\\p{Script=Han}（）()、·]'
/** How names of bodies end; a bare place (重庆市南岸区) is a name in a title only. */
export const bodyEnd =
  '(?:人民政府|政府|办公室|办公厅|委员会|管委会|街道办事处|办事处|局|厅|委|处|院|中心|总队|支队|大队|部|署|社|联合会|公司|集团|学校|中学|小学|大学|学院|医院|银行|分行|税务局|海关)'

const vague = /^(?:本|我|该|各|全|特|现|由|经|[市区县省镇乡](?!\p{Script=Han}{0,5}(?:市|区|县|镇|乡))|相关|有关|上级)/u
/** 重庆市…, 嘉兴市…, …省: a name that says where. */
const placed = /^[\p{Script=Han}]{2,7}?(?:省|市|自治区|自治州|区|县|旗|盟|州|镇|乡|街道)/u

/** Whether a name says where its body is: by its shape, or by a place of the lists (广西水利厅). */
export const saysWhere = (name: string): boolean => placed.test(name) || readPlaces(name).length > 0

/** What a sentence says before it comes to a name: “如有疑问，请与某县人民政府办公室联系”. */
const sentence =
  /^(?:请|敬请|如有|如对|如需|若有|若对|若需|欢迎|联系|可以?[与向到至]|根据|按照|依照|依据|通过|报送|报请|征求|特此|此致|并[与向由报]|同时|其中|以及|下载|登录|咨询|地址|电话)/
/** The last word of it, where the name of a known place follows within so many characters. */
const beforeName = /[与向由对给经从到在将为是和]/u
const longestLead = 10

const namesPlace = (text: string): boolean => {
  const { length, short } = readPlaces(text)
  return length > 0 && !short
}

/** Whether the text begins before the name that it holds. */
const beginsBefore = (text: string): boolean =>
  sentence.test(text) ||
  [...text.slice(0, longestLead)].some((word, at) => beforeName.test(word) && namesPlace(text.slice(at + 1)))

/** Whether a text is the name of a body that can be told from others. 全椒县 and 如皋市 begin as no other name does, but are known. */
export const isNamed = (name: string | undefined): name is string =>
  name !== undefined && (namesPlace(name) || (!vague.test(name) && saysWhere(name) && !beginsBefore(name)))

/** Another name of the body, or that it is the body itself: （国家版权局）, （本级机关）. */
export const bracketBehind = `(?:[(（]\\p{Script=Han}{2,20}[)）])?`
const wholeName = new RegExp(`^[(（—–-]*(${han}{4,30}?${bodyEnd}${bracketBehind})[)）]?$`, 'u')

/** The name that a line consists of, perhaps in brackets; null where it is more or something else. */
export function nameAlone(text: string): string | null {
  const name = wholeName.exec(text.replace(/\s+/g, ''))?.[1]
  return isNamed(name) ? name : null
}

/**
 * A district's name is more useful with its city. Taken only where the document itself prints it so:
 * “《嘉兴市南湖区人民政府公报》” says which 南湖区 it is.
 */
export function withCity(name: string, document: SourceDocument): string {
  const place = /^(?:\p{Script=Han}{2,6}?(?:区|县|旗))/u.exec(name)?.[0]
  if (!place || /市|省|州|自治区/.test(place)) return name
  const full = new RegExp(
    `(?:^|[^\\p{Script=Han}])(\\p{Script=Han}{2,5}(?:市|州|盟|地区))${place}(?:人民政府|人民|委|政府)`,
    'gu',
  )
  const cities = new Set(
    textLines(document).flatMap(line => [...line.text.slice(0, 20_000).matchAll(full)].map(match => match[1])),
  )
  const [city] = cities
  return cities.size === 1 && city !== undefined ? city + name : name
}

/** A name in front of which the place was left out is at most so much longer with it. */
const longestPlace = 12

/** “县教育局” in a title: the prose that says 苍南县教育局 completes it, if it completes it in one way only. */
export function completed(
  name: string,
  document: SourceDocument,
): { readonly name: string; readonly line: number } | null {
  const found = new Map<string, number>()
  textLines(document).forEach((line, at) => {
    const text = line.text.slice(0, 20_000).replace(/ /g, '')
    for (let end = text.indexOf(name); end >= 0; end = text.indexOf(name, end + 1))
      for (let start = Math.max(0, end - longestPlace); start < end; start++) {
        const whole = text.slice(start, end + name.length)
        const { length } = readPlaces(whole)
        // 苍南县 + 教育局 overlaps with 县教育局 by the 县.
        if (length === 0 || length < end - start || !completes(whole.slice(0, length), whole.slice(end - start)))
          continue
        if (!found.has(whole)) found.set(whole, at)
        break
      }
  })
  const [first, second] = found
  return first && !second ? { name: first[0], line: first[1] } : null
}

/** The place must reach the name: up to it, or over the one character that names the place's kind. */
const completes = (place: string, name: string): boolean =>
  !/^[省市县区州旗盟镇乡]/.test(name) || place.endsWith(name.charAt(0))
