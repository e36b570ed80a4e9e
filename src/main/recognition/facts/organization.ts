import type { SourceDocument } from '../../../shared/data/document.ts'
import { textLines } from '../text/lines.ts'
import { plain } from '../text/normalise.ts'
import { bodyEnd, completed, han, isNamed, nameAlone, saysWhere, withCity } from './bodyNames.ts'
import { fieldsOf } from './fields.ts'
import type { DoubtedFact, FoundFact } from './foundFact.ts'
import { fromSignature, type SectionEnds } from './signature.ts'
import { type Title, titleOfFileName, titleOfProperties } from './title.ts'

/** Finds the body whose report this is. */

const reportWords =
  /(?:关于)?(?:报送|印发|发布|公布)?(?:(?:19|20)\d{2}|二[〇○零0Oo][〇○零0Oo一二三四五六七八九]{2})年?度?|(?:本级)?(?:(?<!人民)政府|政务)?(?:信息(?:主动)?|(?<=政务))公开.*$|年度.*$|关于|^的|的$/g

/** Universities report by school year: 2022—2023学年度, 2022至2023学年. */
const schoolYear = /20\d{2}年?[-—–~至/](?:20)?\d{2}(?:学年度?|年度?)?/

/** Words that are left of a title without being a name. */
const noName =
  /^(?:年度?|工作|报告|单位|机关|[本我](?:单位|机关|部门|[市区县局镇委办厅校院街])|[全我][市区县]|[市区县]级?|政府|[市区县](?:人民)?政府|做好|报送|关于)$/

/** A title's words without year, name of the report and “关于”: 重庆市南岸区. Null when nothing is left. */
export function fromTitle(title: Pick<Title, 'solid'>): string | null {
  const before = title.solid
    .replace(schoolYear, '')
    .replace(reportWords, '')
    .replace(reportWords, '')
    .replace(/^[\s、:：]+|(?<![\s、:：])[\s、:：]+$/g, '')
  // “（桐坞县司法局）2023年…报告”, or the name behind it all: “2023年…报告（桐坞县司法局）”.
  const behind = before === '' ? (/(?:报告|年报)[(（]([^()（）]{4,30})[)）]$/.exec(title.solid)?.[1] ?? '') : before
  const rest = /^[(（]([^()（）]+)[)）]$/.exec(behind)?.[1] ?? behind
  return new RegExp(`^${han}{2,40}$`, 'u').test(rest) && !noName.test(rest) ? rest : null
}

/** Sentences that name who made the report. */
const makers: readonly RegExp[] = [
  new RegExp(
    `(?:本|该)(?:年度)?报告由(${han}{2,30}?${bodyEnd})(?:根据|按照|依据|负责|组织|编制|编写|发布|制作|统计)`,
    'u',
  ),
  new RegExp(`由(${han}{3,30}?${bodyEnd})(?:编制|编写)(?:并|而|完成|发布|公布|。|,|，|$)`, 'u'),
  new RegExp(`(?:将|特编制|现编制)(${han}{3,30}?${bodyEnd})(?:20\\d{2}年度?)?(?:政府)?信息公开`, 'u'),
  new RegExp(`(?:^|[，。,、现由])(${han}{3,30}?${bodyEnd})[(（]以下简称[:：]?["“‘']?(?:我|本)`, 'u'),
]
/** A first sentence whose subject is a body: “永嘉县水利局2023年公开工作…”. It may be about another. */
const subject = new RegExp(
  `^(${han}{3,25}?${bodyEnd})(?:20\\d{2}年|坚持|认真|严格|按照|根据|高度重视|深入|积极|在)`,
  'u',
)
/** Who answers questions about the report is most often who made it. */
const contact = new RegExp(`(?:请与|请联系|请向)(${han}{3,30}?${bodyEnd})(?:联系|咨询|反映|[(（,，。:：])`, 'u')
const longestSentence = 2_000

/** @param folded a sentence may go on in the next line: one of a page is broken where the page is full, in the middle of a name too */
function fromSentences(
  document: SourceDocument,
  patterns: readonly RegExp[],
  from: 'makerSentence' | 'contactSentence',
  folded = false,
): FoundFact<string> | null {
  const lines = textLines(document)
  for (const pattern of patterns)
    for (const [at, line] of lines.entries()) {
      const next = folded ? (lines[at + 1]?.text ?? '') : ''
      const name = pattern.exec((line.text.slice(0, longestSentence) + next).replace(/ /g, ''))?.[1]
      if (isNamed(name)) return { value: name, anchor: line.anchor, from }
    }
  return null
}

const fieldName = new RegExp(`^(${han}{4,30}?${bodyEnd})(?=[\\s,，。;；:：（(]|$)`, 'u')

function fromFields(document: SourceDocument, kind: 'publisher' | 'source'): FoundFact<string> | null {
  for (const field of fieldsOf(document)) {
    const name = field.kind === kind ? fieldName.exec(field.text)?.[1] : undefined
    if (isNamed(name)) return { value: name, anchor: field.anchor, from: `${kind}Field` }
  }
  return null
}

/** On lines of its own right below the title; or the letterhead above it, 某县民政局文件. */
function besideTitle(document: SourceDocument, title: Title): FoundFact<string> | null {
  const lines = textLines(document)
  const at = lines.findIndex(line => line.anchor === title.anchor)
  for (const line of at < 0 ? [] : lines.slice(at + 1, at + 5)) {
    const name = nameAlone(line.text)
    if (name !== null) return { value: name, anchor: line.anchor, from: 'besideTitle' }
  }
  for (const line of lines.slice(0, Math.max(0, at))) {
    const name = /文件$/.test(line.text) ? nameAlone(line.text.replace(/\s+/g, '').slice(0, -2)) : null
    if (name !== null) return { value: name, anchor: line.anchor, from: 'besideTitle' }
  }
  return null
}

/** What the file says of itself outside its text: properties and name. */
function fromOutside(document: SourceDocument, fileName: string): FoundFact<string> | null {
  const source = fieldName.exec(plain(document.hints?.source ?? ''))?.[1]
  if (isNamed(source)) return { value: source, anchor: null, from: 'outside' }
  const titles = [titleOfProperties(document)?.title ?? null, titleOfFileName(fileName)]
  const behind = fileName.split(/[-—_（）() .]+/).map(nameAlone)
  const name = [...titles.map(title => title && fromTitle(title)), ...behind].find(
    item => item !== null && isNamed(item),
  )
  return name ? { value: name, anchor: null, from: 'outside' } : null
}

/** A title that the file's properties or name say, or one of a list: whom it names is as doubtful. */
type DoubtedTitle = Title & { readonly doubted: boolean }

const sure = (found: FoundFact<string> | null): DoubtedFact<string> | null => found && { ...found, unsure: false }
const unsure = (found: FoundFact<string> | null): DoubtedFact<string> | null => found && { ...found, unsure: true }

function named(document: SourceDocument, title: DoubtedTitle, name: string): DoubtedFact<string> {
  const { doubted } = title
  if (saysWhere(name)) return { value: name, anchor: title.anchor, from: 'title', unsure: doubted }
  const whole = completed(name, document)
  if (!whole) return { value: name, anchor: title.anchor, from: 'title', unsure: doubted }
  const anchor = textLines(document)[whole.line]?.anchor ?? null
  return { value: whole.name, anchor, from: 'title', unsure: true }
}

/**
 * Who the report is of: from the title, else from who says to have made it, else from the signature; null when nobody is named. What
 * stands only in a source line, a first sentence or the file's properties is unsure.
 */
export function findOrganization(
  document: SourceDocument,
  title: DoubtedTitle | null,
  ends: SectionEnds,
  fileName: string,
): DoubtedFact<string> | null {
  const titled = title ? fromTitle(title) : null
  const found =
    (title && titled !== null ? named(document, title, titled) : null) ??
    sure(title && besideTitle(document, title)) ??
    sure(fromSentences(document, makers, 'makerSentence')) ??
    sure(fromFields(document, 'publisher')) ??
    fromSignature(document, ends) ??
    unsure(fromFields(document, 'source')) ??
    unsure(fromOutside(document, fileName)) ??
    unsure(fromSentences(document, [contact], 'contactSentence', true)) ??
    unsure(fromSentences(document, [subject], 'contactSentence'))
  return found && { ...found, value: withCity(found.value, document) }
}
