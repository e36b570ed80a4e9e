import type { ImportState } from '../data/importing.ts'
import type { RecordStatus, VerdictKind } from '../data/record.ts'
import type { ReportField } from '../data/report.ts'
import { tableNumbers } from '../facts/tableNumbers.ts'
import type { TableKey } from '../form/index.ts'
import type { Language } from '../messages/index.ts'

/** What the parts of a record and its states are called, wherever they are named. */

type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>

export const statusWords: Words<RecordStatus> = {
  zh: { pending: '待核', reviewing: '核对中', reviewed: '已核', unread: '未读出' },
  en: { pending: 'To review', reviewing: 'In review', reviewed: 'Reviewed', unread: 'Not read' },
}

export const fieldWords: Words<ReportField> = {
  zh: { title: '题名', organization: '机关', year: '年度', publishedOn: '发布日期' },
  en: { title: 'Title', organization: 'Body', year: 'Year', publishedOn: 'Date of publication' },
}

export const verdictWords: Words<VerdictKind> = {
  zh: { sourceError: '原文如此', explained: '说明' },
  en: { sourceError: 'as printed', explained: 'explained' },
}

/** The official tables by their numbers: 表二. */
export const tableWords: Words<TableKey> = {
  zh: {
    disclosure: `表${tableNumbers.disclosure}`,
    requests: `表${tableNumbers.requests}`,
    proceedings: `表${tableNumbers.proceedings}`,
  },
  en: { disclosure: 'Table 2', requests: 'Table 3', proceedings: 'Table 4' },
}

/** How a file of an import stands or ended. */
export const importWords: Words<ImportState> = {
  zh: {
    waiting: '等待',
    working: '处理中',
    archived: '已归档',
    warned: '有警告',
    duplicate: '重复',
    failed: '失败',
    cancelled: '已取消',
  },
  en: {
    waiting: 'Waiting',
    working: 'Working',
    archived: 'Archived',
    warned: 'Warnings',
    duplicate: 'Duplicate',
    failed: 'Failed',
    cancelled: 'Cancelled',
  },
}
