import type { SourceDocument } from '../../shared/document.ts'
import type { Found } from './dates.ts'
import { textLines } from './lines.ts'
import type { Title } from './title.ts'

const han = '[\\p{Script=Han}（）()、·]'
/** How names of bodies end; a bare place (重庆市南岸区) is a name in a title only. */
const bodyEnd =
  '(?:人民政府|政府|办公室|办公厅|委员会|管委会|街道办事处|办事处|局|厅|委|处|院|中心|总队|支队|大队|部|署|社|联合会|公司|集团|学校|大学|学院|银行|分行|税务局|海关)'

const reportWords =
  /(?:关于)?(?:报送|印发|发布|公布)?(?:(?:19|20)\d{2}|二[〇○零Oo][〇○零Oo一二三四五六七八九]{2})年?度?|(?:本级)?(?:(?<!人民)政府|政务)?信息(?:主动)?公开.*$|年度.*$|关于|^的|的$/g

/** Universities report by school year: 2022—2023学年度, 2022至2023学年. */
const schoolYear = /20\d{2}年?[-—–~至/](?:20)?\d{2}(?:学年度?|年度?)?/

/** A title's words without year, name of the report and “关于”: 重庆市南岸区. Null when nothing is left. */
function fromTitle(title: Title): string | null {
  const before = title.solid
    .replace(schoolYear, '')
    .replace(reportWords, '')
    .replace(reportWords, '')
    .replace(/^[\s、:：]+|(?<![\s、:：])[\s、:：]+$/g, '')
  // “（桐坞县司法局）2023年…报告”, or the name behind it all: “2023年…报告（桐坞县司法局）”.
  const behind = before === '' ? (/(?:报告|年报)[(（]([^()（）]{4,30})[)）]$/.exec(title.solid)?.[1] ?? '') : before
  const rest = /^[(（]([^()（）]+)[)）]$/.exec(behind)?.[1] ?? behind
  if (!new RegExp(`^${han}{2,40}$`, 'u').test(rest)) return null
  return /^(?:年度?|工作|报告|本单位|本机关|我[市区县局镇委办]|全[市区县]|[市区县]级?|政府|[市区县](?:人民)?政府)$/.test(
    rest,
  )
    ? null
    : rest
}

const end = `(?=[\\s,，。;；:：（(]|$)`
/** Sentences that name who made the report. */
const makers: readonly RegExp[] = [
  new RegExp(
    `(?:本|该)(?:年度)?报告由(${han}{2,30}?${bodyEnd})(?:根据|按照|依据|负责|组织|编制|编写|发布|制作|统计)`,
    'u',
  ),
  new RegExp(`由(${han}{3,30}?${bodyEnd})(?:编制|编写)(?:并|而|完成|发布|公布|。|,|，|$)`, 'u'),
  new RegExp(`(?:现|特)?将(${han}{3,30}?${bodyEnd})(?:20\\d{2}年度?)?(?:政府)?信息公开`, 'u'),
]
/** Site chrome that names the publisher. */
const publisher = new RegExp(
  `(?:发布|公开|发文|制发|编制|索引)?(?:机构|单位|机关|部门)\\s*[:：]\\s*(${han}{4,30}${bodyEnd})${end}`,
  'u',
)
const vague = /^(?:本|我|该|各|全|[市区县省镇乡]|相关|有关|上级)/

/** 重庆市…, 嘉兴市…, …省: a name that says where. */
const placed = /^[\p{Script=Han}]{2,7}?(?:省|市|自治区|自治州|区|县|旗|盟|州|镇|乡|街道)/u
const named = (name: string | undefined): name is string => name !== undefined && !vague.test(name) && placed.test(name)

function fromProse(document: SourceDocument): Found<string> | null {
  const lines = textLines(document)
  for (const pattern of [...makers, publisher]) {
    for (const line of lines) {
      const text = line.text.slice(0, 2_000)
      // Spaces inside a sentence are the layout's; between site chrome they part one field from the next.
      const name = pattern.exec(pattern === publisher ? text : text.replace(/ /g, ''))?.[1]
      if (named(name)) return { value: name, anchor: line.anchor }
    }
  }
  return null
}

/** A signature: the name on a line of its own, a date on the next. */
function fromSignature(document: SourceDocument): Found<string> | null {
  const lines = textLines(document).slice(-14)
  const whole = new RegExp(`^(${han}{4,30}${bodyEnd})$`, 'u')
  for (let at = lines.length - 2; at >= 0; at--) {
    const line = lines[at]
    const next = lines[at + 1]?.text.replace(/\s+/g, '') ?? ''
    if (!line || !/^(?:20\d{2}|二.{3})年.{1,3}月.{1,3}日$/.test(next)) continue
    const name = whole.exec(line.text.replace(/\s+/g, ''))?.[1]
    if (named(name)) return { value: name, anchor: line.anchor }
  }
  return null
}

/**
 * A district's name is more useful with its city. Taken only where the document itself prints it so:
 * “《嘉兴市南湖区人民政府公报》” says which 南湖区 it is.
 */
function withCity(name: string, document: SourceDocument): string {
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

/** Who the report is of: from the title, else from who says to have made it, else from the signature; null when nobody is named. */
export function findOrganization(document: SourceDocument, title: Title | null): Found<string> | null {
  const titled = title ? fromTitle(title) : null
  const found =
    titled !== null && title
      ? { value: titled, anchor: title.anchor }
      : (fromProse(document) ?? fromSignature(document))
  return found && { ...found, value: withCity(found.value, document) }
}
