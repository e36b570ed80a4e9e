import type { Report } from '../../data/report.ts'
import { type CellKey, cellKey, type Edition, formTable } from '../../form/index.ts'
import { numberAt, rounded, tableOf } from '../figures.ts'

/** What sentences of the prose name: one figure of the tables, or several added up. */
export type ProseFigure = {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly cells: (edition: Edition) => readonly CellKey[]
}

const total = (row: string) => cellKey('requests', row, 'total')

function group(key: string, zh: string, en: string, ...starts: readonly string[]): ProseFigure {
  const cells = (edition: Edition) =>
    formTable('requests', edition)
      .rows.filter(row => starts.some(start => row.key === start || row.key.startsWith(`${start}.`)))
      .map(row => total(row.key))
  return { key, zh, en, cells }
}

function fixed(key: string, zh: string, en: string, ...cells: readonly CellKey[]): ProseFigure {
  return { key, zh, en, cells: () => cells }
}

const outcome = (column: string, ...rows: readonly string[]) => rows.map(row => cellKey('proceedings', row, column))
const courts = ['directLitigation', 'litigationAfterReview']

export const figures = {
  newRequests: fixed('newRequests', '新收申请', 'new requests', total('newRequests')),
  carriedOver: fixed('carriedOver', '上年结转', 'requests carried over', total('carriedOver')),
  concluded: fixed('concluded', '办结', 'requests concluded', total('concluded')),
  carriedForward: fixed('carriedForward', '结转下年度', 'requests carried forward', total('carriedForward')),
  granted: group('granted', '予以公开', 'granted', 'granted'),
  partiallyGranted: group('partiallyGranted', '部分公开', 'partially granted', 'partiallyGranted'),
  disclosed: group('disclosed', '予以公开和部分公开', 'granted and partially granted', 'granted', 'partiallyGranted'),
  denied: group('denied', '不予公开', 'denied', 'denied'),
  unavailable: group('unavailable', '无法提供', 'not available', 'unavailable'),
  notProcessed: group('notProcessed', '不予处理', 'not processed', 'notProcessed'),
  other: group('other', '其他处理', 'other handling', 'other'),
  review: fixed('review', '行政复议', 'administrative reviews', ...outcome('total', 'review')),
  litigation: fixed('litigation', '行政诉讼', 'lawsuits', ...outcome('total', ...courts)),
  proceedings: fixed(
    'proceedings',
    '行政复议和行政诉讼',
    'reviews and lawsuits',
    ...outcome('total', 'review', ...courts),
  ),
  reviewUpheld: fixed('reviewUpheld', '行政复议结果维持', 'reviews upheld', ...outcome('upheld', 'review')),
  reviewCorrected: fixed('reviewCorrected', '行政复议结果纠正', 'reviews corrected', ...outcome('corrected', 'review')),
  litigationUpheld: fixed('litigationUpheld', '行政诉讼结果维持', 'lawsuits upheld', ...outcome('upheld', ...courts)),
  litigationCorrected: fixed(
    ...(['litigationCorrected', '行政诉讼结果纠正', 'lawsuits corrected'] as const),
    ...outcome('corrected', ...courts),
  ),
  issued: fixed('issued', '规范性文件制发', 'normative documents issued', 'disclosure/normativeDocuments/issued'),
  repealed: fixed(
    'repealed',
    '规范性文件废止',
    'normative documents repealed',
    'disclosure/normativeDocuments/repealed',
  ),
  inForce: fixed(
    'inForce',
    '规范性文件现行有效',
    'normative documents in force',
    'disclosure/normativeDocuments/inForce',
  ),
  fees: fixed('fees', '行政事业性收费', 'administrative fees', 'disclosure/fees/amount'),
  concludedRate: fixed('concludedRate', '办结率', 'rate of requests concluded', total('concluded')),
  grantedShare: group('grantedShare', '予以公开占比', 'share granted', 'granted'),
  partiallyGrantedShare: group('partiallyGrantedShare', '部分公开占比', 'share partially granted', 'partiallyGranted'),
  deniedShare: group('deniedShare', '不予公开占比', 'share denied', 'denied'),
  unavailableShare: group('unavailableShare', '无法提供占比', 'share not available', 'unavailable'),
  notProcessedShare: group('notProcessedShare', '不予处理占比', 'share not processed', 'notProcessed'),
  growth: fixed('growth', '新收申请比上年', 'new requests against last year', total('newRequests')),
} as const satisfies Readonly<Record<string, ProseFigure>>

export type FigureKey = keyof typeof figures

/** Names of a figure for people; the key itself for one that is not known. */
export function figureName(key: string): { readonly zh: string; readonly en: string } {
  const found: ProseFigure | undefined = Object.values(figures).find(figure => figure.key === key)
  return found ?? { zh: key, en: key }
}

/** Cells of a figure in this report's editions, and their sum; null where one of them is no number or does not exist there. */
export function tableFigure(
  report: Report,
  figure: ProseFigure,
): { readonly cells: readonly CellKey[]; readonly value: number } | null {
  const [first] = figure.cells('2021')
  const table = first?.startsWith('requests/')
    ? 'requests'
    : first?.startsWith('disclosure/')
      ? 'disclosure'
      : 'proceedings'
  const cells = figure.cells(tableOf(report, table)?.edition ?? '2021')
  const values = cells.map(key => numberAt(report, key))
  if (values.length === 0 || values.some(value => value === null)) return null
  return { cells, value: rounded(values.reduce<number>((sum, value) => sum + (value ?? 0), 0)) }
}
