import type { Report } from '../../data/report.ts'
import { neighbourYear, numberAt, rounded } from '../figures.ts'
import type { CheckContext } from '../model.ts'
import { type Claim, type ClaimReader, clauseBefore, isOwn } from './claims.ts'
import { type FigureKey, figures, tableFigure } from './figures.ts'
import { readFigure } from './numerals.ts'
import type { ProseSentence } from './sentences.ts'

/** What the prose says in percent, as claims to be compared with the tables. */

const percent = String.raw`(\d+(?:\.\d+)?)%`
const rate = new RegExp(`办结率(?:均?为|达到?|保持|是|均?达)?${percent}`, 'g')
const share = new RegExp(
  String.raw`(予以公开|部分公开|不予公开|无法提供|不予处理)[^,，、（(\d]{0,8}\d+(?:件|宗|份|起)[,，（(、]?占[^,，\d]{0,14}?${percent}`,
  'g',
)
const growth = new RegExp(
  String.raw`申请[^,，（(\d]{0,10}\d+(?:件|宗|份|起)[,，（(、]?(?:同比|比上年|较上年|比去年|较去年)(?:同期)?(增长|增加|上升|下降|减少|降低)了?${percent}`,
  'g',
)
const shareFigures: Readonly<Record<string, FigureKey>> = {
  ...{ 予以公开: 'grantedShare', 部分公开: 'partiallyGrantedShare', 不予公开: 'deniedShare' },
  ...{ 无法提供: 'unavailableShare', 不予处理: 'notProcessedShare' },
}
/** 按时办结率 is of requests that fell due, which no table counts. */
const inTime = /按时|按期|及时|限时|限期|期限|依法|法定|依规|响应|信箱|留言|热线|工单|信访|提案|建议/

type Wholes = { readonly received: number; readonly all: number; readonly concluded: number }

function wholesOf(report: Report): Wholes | null {
  const received = numberAt(report, 'requests/newRequests/total')
  const over = numberAt(report, 'requests/carriedOver/total')
  const concluded = numberAt(report, 'requests/concluded/total')
  return received === null || over === null || concluded === null ? null : { received, all: received + over, concluded }
}

function percentClaim(
  figure: FigureKey,
  sentence: ProseSentence,
  found: RegExpExecArray,
  report: Report,
  values: readonly number[],
): readonly Claim[] {
  const text = found.at(-1) ?? ''
  const said = readFigure(text)
  const finite = values.filter(Number.isFinite)
  const [expected, ...others] = finite.map(value => rounded(Math.round(value * 100) / 100))
  if (!said || expected === undefined) return []
  // Printed percentages are rounded, or cut, to the digits that are printed.
  const unit = 10 ** -(text.split('.')[1]?.length ?? 0)
  const also = [...others, ...finite.map(value => rounded(Math.floor(value / unit) * unit))]
  const cells = tableFigure(report, figures[figure])?.cells ?? []
  const [start, end] = [found.index, found.index + found[0].length]
  return [{ rule: 'N5', figure, sentence, start, end, said: { ...said, slack: unit / 2 }, cells, expected, also }]
}

function growthClaims(sentence: ProseSentence, report: Report, context: CheckContext): readonly Claim[] {
  const before = numberAt(neighbourYear(report, context.previous, -1), 'requests/newRequests/total')
  const now = numberAt(report, 'requests/newRequests/total')
  if (before === null || now === null || before === 0) return []
  return [...sentence.text.matchAll(growth)].flatMap(found => {
    const up = /增|升/.test(found[1] ?? '')
    return percentClaim('growth', sentence, found, report, [((up ? now - before : before - now) / before) * 100])
  })
}

/**
 * N5: percentages of the prose against what the tables give: 办结率 = （七） / (一 + 二); a group's share of the requests, of what
 * was to be done or of what was concluded, whichever it is nearest to; the growth of 一 over last year where that report is at hand.
 */
export const shareClaims: ClaimReader = (sentence, report, context) => {
  if (!/%/.test(sentence.text) || !/申请/.test(sentence.text)) return []
  const wholes = wholesOf(report)
  if (!wholes) return []
  const { received, all, concluded } = wholes
  const rates = [...sentence.text.matchAll(rate)]
    .filter(found => !inTime.test(clauseBefore(sentence, found.index)))
    .flatMap(found => percentClaim('concludedRate', sentence, found, report, [(concluded / all) * 100]))
  const shares = [...sentence.text.matchAll(share)].flatMap(found => {
    const figure = shareFigures[found[1] ?? '']
    // “予以公开和部分公开共150件，占…” is the share of both.
    const named = Object.entries(shareFigures).filter(([name]) => found[0].includes(name))
    const parts = named.map(([, key]) => tableFigure(report, figures[key])?.value)
    if (!figure || parts.some(part => part === undefined)) return []
    const part = parts.reduce<number>((sum, value) => sum + (value ?? 0), 0)
    return percentClaim(
      figure,
      sentence,
      found,
      report,
      [concluded, all, received].map(whole => (part / whole) * 100),
    )
  })
  const claims = [...rates, ...shares, ...growthClaims(sentence, report, context)]
  return claims.filter(claim => isOwn(sentence, claim.start, report))
}
