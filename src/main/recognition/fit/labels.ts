import { type Edition, formTable } from '../../../shared/form/index.ts'
import { compact, labelBody } from '../text/normalise.ts'
import type { KnownLabel } from './labelMatch.ts'

/** Other wordings seen in print, beside the official ones. */
const wordings: Readonly<Record<string, readonly string[]>> = {
  newRequests: ['本年新收申请数量', '本年新收政府信息公开申请'],
  carriedOver: ['上年结转申请数量', '上年结转政府信息公开申请'],
  partiallyGranted: ['部分公开', '部分公开区分处理的只计这一情形不计其他情形'],
  'denied.otherLaw': ['其他法律法规禁止公开'],
  'denied.security': ['危及三安全一稳定'],
  'notProcessed.excessive': ['无正当理由大量反复申请'],
  'other.noCorrection': ['申请人无正当理由逾期不补正', '申请人无正当理由逾期不补正行政机关不再处理'],
  'other.feeUnpaid': ['申请人逾期未按收费通知要求缴纳费用', '申请人逾期未按收费通知要求缴纳费用行政机关不再处理'],
  'other.other': ['其它'],
  other: ['其他处理情况'],
  concluded: ['合计'],
  'unavailable.notHeld': ['不掌握'],
  carriedForward: ['结转下年度继续办理申请数量'],
}

const unique = (list: readonly string[]): readonly string[] => [...new Set(list)]

/** Row labels of table 三 of one edition. “（三）不予公开 1.属于国家秘密” in one cell is known too. */
function makeRequestRows(edition: Edition): readonly KnownLabel[] {
  return formTable('requests', edition).rows.map(row => {
    const body = labelBody(row.label)
    const group = row.group === null ? [] : [labelBody(row.group) + compact(row.label), labelBody(row.group) + body]
    return { key: row.key, wordings: unique([body, ...(wordings[row.key] ?? []), ...group]) }
  })
}
export const requestRowLabels: Readonly<Record<Edition, readonly KnownLabel[]>> = {
  '2021': makeRequestRows('2021'),
  '2019': makeRequestRows('2019'),
}

/** Group labels of table 三, by their own words. */
export const requestGroups: readonly KnownLabel[] = unique(
  formTable('requests', '2021').rows.flatMap(row => (row.group === null ? [] : [row.group])),
).map(label => ({ key: label, wordings: [labelBody(label), `${labelBody(label)}情况`] }))

/** Column heads of table 三. The head above five of them is listed so that it is not taken for one. */
export const applicantHeads: readonly KnownLabel[] = [
  { key: 'individual', wordings: ['自然人'] },
  { key: 'business', wordings: ['商业企业'] },
  { key: 'research', wordings: ['科研机构'] },
  { key: 'publicWelfare', wordings: ['社会公益组织'] },
  { key: 'legalService', wordings: ['法律服务机构'] },
  { key: 'otherOrganization', wordings: ['其他', '其它', '其他组织', '其它组织'] },
  { key: 'total', wordings: ['总计', '合计'] },
  { key: '', wordings: ['法人或其他组织'] },
]

const rowLabels = (edition: Edition): readonly KnownLabel[] =>
  formTable('disclosure', edition).rows.map(row => ({ key: row.key, wordings: [labelBody(row.label)] }))

/** Row labels of table 二. 规范性文件 and 行政规范性文件 are the same row in both editions. */
export const disclosureRowLabels: Readonly<Record<Edition, readonly KnownLabel[]>> = {
  '2021': withNormativeDocuments(rowLabels('2021')),
  '2019': withNormativeDocuments(rowLabels('2019')),
}

function withNormativeDocuments(labels: readonly KnownLabel[]): readonly KnownLabel[] {
  return labels.map(label =>
    label.key === 'normativeDocuments' ? { key: label.key, wordings: ['行政规范性文件', '规范性文件'] } : label,
  )
}

/** Column heads of table 二, both editions together: the edition is decided by which of them are there. */
export const disclosureHeads: readonly KnownLabel[] = [
  { key: 'issued', wordings: ['本年制发件数', '本年制发数量', '本年制发数'] },
  { key: 'repealed', wordings: ['本年废止件数', '本年废止数量', '本年废止数'] },
  { key: 'inForce', wordings: ['现行有效件数', '现行有效数量', '现行有效数'] },
  { key: 'decisions', wordings: ['本年处理决定数量', '处理决定数量'] },
  {
    key: 'amount',
    wordings: ['本年收费金额单位万元', '本年收费金额', '本年收费金额万元', '采购总金额', '采购总金额单位万元'],
  },
  { key: 'created', wordings: ['本年新制作数量', '本年新制作件数'] },
  { key: 'newlyDisclosed', wordings: ['本年新公开数量', '本年新公开件数'] },
  { key: 'totalDisclosed', wordings: ['对外公开总数量', '对外公开总件数', '对外公开总数'] },
  { key: 'previousItems', wordings: ['上一年项目数量', '上年项目数量'] },
  { key: 'change', wordings: ['本年增减', '本年增或减'] },
  { key: 'items', wordings: ['采购项目数量'] },
]

/** Outcome heads of table 四. */
export const outcomeHeads: readonly KnownLabel[] = [
  { key: 'upheld', wordings: ['结果维持'] },
  { key: 'corrected', wordings: ['结果纠正'] },
  { key: 'other', wordings: ['其他结果', '其它结果'] },
  { key: 'pending', wordings: ['尚未审结'] },
  { key: 'total', wordings: ['总计', '合计'] },
]

/** Group heads of table 四; `litigation` stands above the two kinds of litigation. */
export const proceedingHeads: readonly KnownLabel[] = [
  { key: 'review', wordings: ['行政复议'] },
  { key: 'litigation', wordings: ['行政诉讼'] },
  { key: 'directLitigation', wordings: ['未经复议直接起诉', '行政诉讼未经复议直接起诉', '直接起诉'] },
  { key: 'litigationAfterReview', wordings: ['复议后起诉', '行政诉讼复议后起诉'] },
]
