import type { Anchor, SourceDocument } from '../../../shared/data/document.ts'
import { cellLines, type PrintedLine, textLines } from '../text/lines.ts'
import { memoized } from '../text/memoized.ts'

/** What sites and letterheads print around a report, each behind its label: 发布机构：…, 成文日期：…, 文号：…. */
export type FieldKind =
  | 'publisher'
  | 'source'
  | 'host'
  | 'published'
  | 'date'
  | 'written'
  | 'touched'
  | 'number'
  | 'other'

/** The value of one label in plain form, fit for patterns; `line` is the whole line or cell it stands in, as printed. */
export type LabelledField = {
  readonly kind: FieldKind
  readonly text: string
  readonly line: string
  readonly anchor: Anchor
}

/** Each label with its kind. 更新时间 and 当前时间 are of the page, 主办单位 is of the site. */
const labels: readonly (readonly [FieldKind, string])[] = [
  [
    'publisher',
    '(?:发布|公开|发文|制发|编制|制作|制定|公布|责任|信息提供|公开责任)(?:机构|单位|机关|部门)|公开主体|责任主体|单位名称|机关名称',
  ],
  ['source', '(?:信息|文章|稿件|内容|资料|新闻|文件)?来源|供稿(?:单位)?|提供单位'],
  ['host', '(?:主办|承办|主管|协办|建设)(?:单位|机构)?|版权所有'],
  ['published', '(?:发布|公布|公开|发文|上网|刊发|上传|发表|录入)(?:日期|时间)|发布于|公开于'],
  ['written', '(?:成文|生成|印发|制作|形成|拟稿|编制)(?:日期|时间)'],
  [
    'touched',
    '(?:最后)?(?:更新|修改|当前|打印|访问)(?:日期|时间)?|今天是?|浏览(?:次数|量)|点击(?:数|量|率)?|阅读(?:次数|量)?',
  ],
  ['number', '文号|发文字号|文件编号|发文号|文件号|文书号|文件字号'],
  ['date', '日期|时间'],
  [
    'other',
    '索引号|主题分类|主题词|信息分类|公开分类|公开类别|公开方式|有效性|时效性?|体裁(?:分类)?|组配分类|字体|字号|作者|责任编辑|编辑',
  ],
  ['other', '标题|名称|信息名称|文件名称|题名|内容概述|关键词'],
]

/** Labels are set apart to equal width: 索 引 号, 文　　号. */
const spaced = (words: string): string => words.replace(/\p{Script=Han}(?=[\p{Script=Han}(])/gu, '$& ?')

const anyLabel = labels.map(([, words], at) => `(?<k${at}>${spaced(words)})`).join('|')
const labelled = new RegExp(`(?<![\\p{Script=Han}“《])(?:${anyLabel})(?: ?: ?| |$|(?=\\d))`, 'gu')
/** A line of fields is short; in a paragraph the same words are prose. */
const longestLine = 300
const longestValue = 80

type Cut = { readonly kind: FieldKind; readonly start: number; readonly end: number; readonly colon: boolean }

const kindOf = (match: RegExpMatchArray): FieldKind =>
  labels.find((_, at) => match.groups?.[`k${at}`] !== undefined)?.[0] ?? 'other'

/** Where the labels of a line stand. Without a colon only behind the line's first label, or at its beginning. */
const cutsOf = memoized((text): readonly Cut[] => {
  if (text.length > longestLine || text.includes('。')) return []
  const cuts: Cut[] = []
  for (const match of text.matchAll(labelled)) {
    const colon =
      match[0].includes(':') || match[0].endsWith('于') || /\d/.test(text.charAt(match.index + match[0].length))
    if (!colon && match.index > 0 && cuts.length === 0) continue
    cuts.push({ kind: kindOf(match), start: match.index, end: match.index + match[0].length, colon })
  }
  return cuts
})

function fieldsOfLine(line: PrintedLine, next: PrintedLine | undefined): readonly LabelledField[] {
  const cuts = cutsOf(line.text)
  return cuts.flatMap((cut, at): readonly LabelledField[] => {
    const text = line.text.slice(cut.end, cuts[at + 1]?.start ?? line.text.length).trim()
    if (text.length > longestValue) return []
    if (text !== '') return [{ kind: cut.kind, text, line: line.printed, anchor: line.anchor }]
    // A label alone: its value is the next cell or line, unless that is a label too.
    if (cuts.length > 1 || !next || next.text.length > longestValue || cutsOf(next.text).length > 0) return []
    return [{ kind: cut.kind, text: next.text, line: next.printed, anchor: next.anchor }]
  })
}

const known = new WeakMap<SourceDocument, readonly LabelledField[]>()

/** All labelled values of a document: those of its lines in order, then those of its grids. */
export function fieldsOf(document: SourceDocument): readonly LabelledField[] {
  const fields = known.get(document) ?? makeFields(document)
  known.set(document, fields)
  return fields
}

function makeFields(document: SourceDocument): readonly LabelledField[] {
  const cells = cellLines(document)
  const sameRow = (one: PrintedLine, other: PrintedLine | undefined) =>
    other && other.anchor.block === one.anchor.block && other.anchor.row === one.anchor.row ? other : undefined
  const lines = textLines(document)
  return [
    ...lines.flatMap((line, at) => fieldsOfLine(line, lines[at + 1])),
    ...cells.flatMap((cell, at) => fieldsOfLine(cell, sameRow(cell, cells[at + 1]))),
  ]
}
