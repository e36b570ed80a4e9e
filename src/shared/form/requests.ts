import type { Edition, FormColumn, FormRow, FormTable } from './model.ts'

/** Table 三 收到和处理政府信息公开申请情况. Labels are those of the official form. */

const count = (key: string, label: string, english: string): FormColumn => ({ key, label, english, quantity: 'count' })

export const applicantColumns: readonly FormColumn[] = [
  count('individual', '自然人', 'Individuals'),
  count('business', '商业企业', 'Businesses'),
  count('research', '科研机构', 'Research bodies'),
  count('publicWelfare', '社会公益组织', 'Public-welfare bodies'),
  count('legalService', '法律服务机构', 'Legal-service bodies'),
  count('otherOrganization', '其他', 'Other bodies'),
  count('total', '总计', 'Total'),
]

const row = (key: string, short: string, label: string, english: string, group: string | null = null): FormRow => ({
  key,
  short,
  label,
  english,
  group,
  columns: applicantColumns,
})

const denied = '（三）不予公开'
const unavailable = '（四）无法提供'
const notProcessed = '（五）不予处理'
const other = '（六）其他处理'

const head: readonly FormRow[] = [
  row('newRequests', '一', '一、本年新收政府信息公开申请数量', 'Received this year'),
  row('carriedOver', '二', '二、上年结转政府信息公开申请数量', 'Carried over from last year'),
  row('granted', '（一）', '（一）予以公开', 'Granted'),
  row('partiallyGranted', '（二）', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', 'Partially granted'),
  row('denied.stateSecret', '（三）1', '1.属于国家秘密', 'State secret', denied),
  row('denied.otherLaw', '（三）2', '2.其他法律行政法规禁止公开', 'Forbidden by other law', denied),
  row('denied.security', '（三）3', '3.危及“三安全一稳定”', 'Endangers security or stability', denied),
  row('denied.thirdParty', '（三）4', '4.保护第三方合法权益', 'Third-party rights', denied),
  row('denied.internal', '（三）5', '5.属于三类内部事务信息', 'Internal affairs', denied),
  row('denied.process', '（三）6', '6.属于四类过程性信息', 'Deliberative process', denied),
  row('denied.enforcementFile', '（三）7', '7.属于行政执法案卷', 'Enforcement file', denied),
  row('denied.administrativeQuery', '（三）8', '8.属于行政查询事项', 'Administrative query', denied),
  row('unavailable.notHeld', '（四）1', '1.本机关不掌握相关政府信息', 'Not held', unavailable),
  row('unavailable.needsCreation', '（四）2', '2.没有现成信息需要另行制作', 'Would have to be created', unavailable),
  row('unavailable.unclear', '（四）3', '3.补正后申请内容仍不明确', 'Still unclear after correction', unavailable),
  row('notProcessed.petition', '（五）1', '1.信访举报投诉类申请', 'Petition or complaint', notProcessed),
  row('notProcessed.repeat', '（五）2', '2.重复申请', 'Repeated request', notProcessed),
  row('notProcessed.publication', '（五）3', '3.要求提供公开出版物', 'Published material', notProcessed),
  row('notProcessed.excessive', '（五）4', '4.无正当理由大量反复申请', 'Excessive requests', notProcessed),
  row(
    'notProcessed.confirmation',
    '（五）5',
    '5.要求行政机关确认或重新出具已获取信息',
    'Confirmation of information already held',
    notProcessed,
  ),
]

const tail: readonly FormRow[] = [
  row('concluded', '（七）', '（七）总计', 'Concluded, total'),
  row('carriedForward', '四', '四、结转下年度继续办理', 'Carried forward to next year'),
]

const other2021: readonly FormRow[] = [
  row(
    'other.noCorrection',
    '（六）1',
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    'No correction in time',
    other,
  ),
  row(
    'other.feeUnpaid',
    '（六）2',
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    'Fee not paid in time',
    other,
  ),
  row('other.other', '（六）3', '3.其他', 'Other', other),
]

const other2019: readonly FormRow[] = [row('other', '（六）', '（六）其他处理', 'Other handling')]

/** @returns the 25 rows of the 2021 edition or the 23 of the 2019 edition, seven columns each. */
export function requestsTable(edition: Edition): FormTable {
  const middle = edition === '2021' ? other2021 : other2019
  return { key: 'requests', edition, rows: [...head, ...middle, ...tail] }
}
