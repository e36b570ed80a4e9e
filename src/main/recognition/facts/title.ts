import type { Anchor, SourceDocument } from '../../../shared/data/document.ts'
import { shortened, type TracedTitle, type Tracer } from '../../../shared/trace/steps.ts'
import { cellLines, type PrintedLine, textLines } from '../text/lines.ts'
import { asPrinted, plain } from '../text/normalise.ts'
import { dateShape } from '../text/writtenDates.ts'
import { isDocumentNumber } from './documentNumber.ts'
import { completeness, isOfficialName, solid, upToName } from './titleText.ts'

/** A report's title: its text, what it says without white space, and where it stands. */
export type Title = {
  readonly text: string
  readonly solid: string
  readonly anchor: Anchor | null
  readonly official: boolean
  /** Printed in the document, or known only from the file's properties or its name. */
  readonly origin: 'text' | 'properties' | 'fileName'
  /** Titles of other years stand beside it and nothing tells which is meant: a list of reports. */
  readonly listed: boolean
}

/** What helps to find the title. */
export type TitleClues = {
  /** The year of the figures. */
  readonly periodYear: number | null
  /** Where the document is a report by its sections. */
  readonly fileName: string | null
  /** The block of the first section's heading: titles stand above it. */
  readonly firstSection: number | null
  /** Hears of the lines that were weighed. */
  readonly trace?: Tracer
}

/** Lines about the report that are not its title: the preamble, bread crumbs, file names, letterheads. */
const notTitle =
  /[《》。;；>»]|根据|依据|按照|现将|如下|当前位置|您所在|\.(?:docx?|pdf|html?|wps)|^(?:附件|来源|上一篇|下一篇|信息来源|标题[:：]?$)|文件$/
const longestTitle = 70
/** Above the first heading there may be much site chrome. */
const mostLines = 120

/** Site chrome that may stand right above a title and is no part of it. */
const chrome = /网站?$|网站|门户|首页|欢迎|导航|检索|登录|年报$|公开$|专栏$/
/** A place and nothing else, the first half of a title. */
const placeAlone = /^\p{Script=Han}{1,12}(?:省|市|自治区|自治州|地区|盟|州|县|区|旗)$/u
const dateBehind = new RegExp(`[(（\\[]?${dateShape}[)）\\]]?$`)

const usable = (line: PrintedLine): boolean =>
  solid(line.text).length <= longestTitle && !notTitle.test(line.text) && !isDocumentNumber(line.printed)

const strip = (text: string): string =>
  text
    .replace(/^(?:标 ?题|名称|信息名称|文件名称) ?[:：]\s*/, '')
    .replace(dateBehind, '')
    .trim()

type Scored = { readonly title: Title; readonly score: number; readonly at: number }

/** What the words of a title alone do not say: the period's year, the file's own title, a heading. */
function signs(document: SourceDocument, clues: TitleClues, text: string, line: PrintedLine): number {
  // Beside a report sites list those of other years; the period it states tells which is its own.
  const period = clues.periodYear !== null && text.includes(String(clues.periodYear)) ? 0.5 : 0
  const property = solid(plain(`${document.title ?? ''} ${document.hints?.title ?? ''}`)).includes(text) ? 0.4 : 0
  return period + property + (document.blocks[line.index]?.kind === 'heading' ? 0.2 : 0)
}

/** The title among the lines above the first section: whole on one line, or cut over two or three. Of equal ones the last. */
function titleInLines(document: SourceDocument, lines: readonly PrintedLine[], clues: TitleClues): Scored | null {
  let best: Scored | null = null
  const weighed: TracedTitle[] | null = clues.trace ? [] : null
  lines.forEach((line, at) => {
    if (!usable(line)) return
    for (let count = 1; count <= 3; count++) {
      const parts = lines.slice(at, at + count)
      if (parts.length < count || !parts.every(usable) || (count > 1 && chrome.test(line.text))) break
      const text = solid(parts.map(part => strip(part.text)).join(''))
      if (text.length > longestTitle) break
      // The name must end in the last line, else that line only follows the title. And a line above that is a title in its own
      // right (a running head) is not the first half of this one.
      const before = parts.slice(0, -1).map(part => strip(part.text))
      if (count > 1 && completeness(solid(before.join(''))) > 0) break
      if (completeness(text) === 0) continue
      const score = completeness(text) + signs(document, clues, text, line) - 0.1 * (count - 1)
      weighed?.push({ text: shortened(text), anchor: line.anchor, score, chosen: false })
      if (best && best.score > score) continue
      const printed = parts.map(part => strip(part.printed)).join('')
      const official = isOfficialName(text)
      const listed = best !== null && best.score === score && best.title.solid !== text
      best = { title: { text: printed, solid: text, anchor: line.anchor, official, origin: 'text', listed }, score, at }
    }
  })
  if (weighed) traceTitles(clues, weighed, best)
  return best && withPlaceAbove(best, lines)
}

function traceTitles({ trace }: TitleClues, weighed: readonly TracedTitle[], best: Scored | null): void {
  const won = (one: TracedTitle) => one.anchor === best?.title.anchor && one.score === best.score
  trace?.({ kind: 'titles', candidates: weighed.map(one => ({ ...one, chosen: won(one) })) })
}

/** “山东省济宁市” on a line of its own above “任城区人民政府办公室2023年…” belongs to the title. */
function withPlaceAbove(found: Scored, lines: readonly PrintedLine[]): Scored {
  const above = lines[found.at - 1]
  if (!above || !placeAlone.test(solid(above.text)) || found.title.solid.startsWith(solid(above.text))) return found
  const place = above.printed.trim()
  const { title } = found
  return {
    ...found,
    title: { ...title, text: place + title.text, solid: solid(above.text) + title.solid, anchor: above.anchor },
  }
}

/** The fullest title among parts of a text that names the site too: “某县人民政府 - 某县审计局2023年…报告_某县政府网”. */
function fullest(texts: readonly string[], origin: Title['origin']): { readonly title: Title; score: number } | null {
  const parts = texts
    .flatMap(text => plain(text).split(/\s*[_|–—]\s*|\s-\s/))
    .flatMap(part => {
      // Only where a part names several things do spaces part them: in “2023 年 政府信息公开…” they are the layout's.
      const several = part.split('信息公开').length > 2
      return several ? part.split(/ (?=\p{Script=Han})/u) : [part]
    })
  const scored = parts.flatMap(part => {
    const text = solid(part)
    const score = text.length <= longestTitle ? completeness(text) : 0
    if (score === 0) return []
    const title = {
      text: asPrinted(part),
      solid: text,
      anchor: null,
      official: isOfficialName(text),
      origin,
      listed: false,
    }
    return [{ title, score }]
  })
  return scored.toSorted((a, b) => b.score - a.score)[0] ?? null
}

/** What a file's name says of the report: without its ending, the counting in front and the remark behind. */
export function titleOfFileName(fileName: string): Title | null {
  const bare = fileName.replace(/\.[A-Za-z]{2,5}$/, '').replace(/^(?:附件)?\d{0,3}[.、_\-：: ]*(?=\p{Script=Han})/u, '')
  return fullest([upToName(bare)], 'fileName')?.title ?? null
}

/** What the file's own properties say of the report. */
export function titleOfProperties(document: SourceDocument): { readonly title: Title; readonly score: number } | null {
  return fullest([document.hints?.title ?? '', document.title ?? ''], 'properties')
}

/** Finds the report's title in its text, else in the file's properties, else in its name; null when none names such a report. */
export function findTitle(document: SourceDocument, clues: TitleClues): Title | null {
  const { firstSection } = clues
  const lines = textLines(document)
    .filter(line => firstSection === null || line.index < firstSection)
    .slice(0, mostLines)
  const printed = titleInLines(document, lines, clues)
  if (printed && printed.score >= 3) return printed.title
  const own = titleOfProperties(document)
  if (own && own.score > (printed?.score ?? 0.5)) return own.title
  return (
    printed?.title ??
    titleInLines(document, cellLines(document), clues)?.title ??
    (clues.fileName === null ? null : titleOfFileName(clues.fileName))
  )
}
