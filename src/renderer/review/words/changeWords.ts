import type { VerdictKind } from '../../../shared/data/record.ts'
import type { Reading } from '../../../shared/data/report.ts'
import type { CellKey } from '../../../shared/form/index.ts'
import { cellName, readingText } from '../../../shared/words/cells.ts'

const to = (before: Reading, after: Reading) => `${readingText(before, 'zh')} → ${readingText(after, 'zh')}`

/** What people changed: the history of a cell or report, and what was just done. */
export const changeZh = {
  history: {
    title: '本格沿革',
    recordTitle: '本份沿革',
    ofCell: '本格',
    ofRecord: '本份报告',
    machine: (reading: string, confidence: string) => `${reading}，把握 ${confidence}`,
    machineWord: '机读',
    place: (page: number | null, row: number | null) =>
      [page === null ? '' : `第 ${page} 页`, row === null ? '' : `第 ${row} 行`].filter(Boolean).join('，'),
    also: (value: string, confidence: string) => `另读作 ${value}（${confidence}）`,
    noNote: '未附说明',
    cleared: '空',
    acted: (act: string, deed: string) => `${act}：${deed}`,
    restoreTo: (value: string) => `恢复为 ${value}`,
    restoreThis: '恢复这一处',
    nothing: '还没有人改过',
    unsaved: '未存',
    close: '关闭',
  },
  notice: {
    readOnly: '归档库此时只能看，没有改动',
    corrected: (cell: CellKey, before: Reading, after: Reading) => `已更正${cellName(cell, 'zh')} ${to(before, after)}`,
    typed: (cell: CellKey, after: Reading) => `已录入${cellName(cell, 'zh')} ${readingText(after, 'zh')}`,
    confirmed: (n: number) => (n === 1 ? '已确认' : `已确认 ${n} 格`),
    unconfirmed: (n: number) => (n === 1 ? '已撤回确认' : `已撤回 ${n} 格的确认`),
    nothingAgrees: '没有新的相符之格可确认',
    nothingToAnswer: '此格没有不符之处，不必附说明',
    verdict: (kind: VerdictKind): string => (kind === 'sourceError' ? '已记为原文如此' : '已记下说明'),
    reviewed: (open: number) => (open === 0 ? '已标为已核' : `已标为已核，余 ${open} 处未定`),
    reopened: '已改回核对中',
    noneLeft: '归档库里没有未定的疑点了',
    undone: '已撤销',
    redone: '已重做',
    nothingToUndo: '没有可撤销的改动',
    nothingToRedo: '没有可重做的改动',
    restoredFrom: (n: number) => `据沿革第 ${n} 条`,
  },
}

export const changeEn: typeof changeZh = {
  history: {
    title: 'History of this cell',
    recordTitle: 'History of this report',
    ofCell: 'This cell',
    ofRecord: 'This report',
    machine: (reading, confidence) => `${reading}, ${confidence} sure`,
    machineWord: 'Read',
    place: (page, row) =>
      [page === null ? '' : `page ${page}`, row === null ? '' : `row ${row}`].filter(Boolean).join(', '),
    also: (value, confidence) => `or ${value} (${confidence})`,
    noNote: 'no note',
    cleared: 'nothing',
    acted: (act, deed) => `${act}: ${deed}`,
    restoreTo: value => `Restore ${value}`,
    restoreThis: 'Restore this',
    nothing: 'Nobody changed anything yet',
    unsaved: 'not saved',
    close: 'Close',
  },
  notice: {
    readOnly: 'The archive is read-only now, nothing was changed',
    corrected: (cell, before, after) =>
      `Corrected ${cellName(cell, 'en')}: ${readingText(before, 'en')} → ${readingText(after, 'en')}`,
    typed: (cell, after) => `Typed ${cellName(cell, 'en')}: ${readingText(after, 'en')}`,
    confirmed: n => (n === 1 ? 'Confirmed' : `Confirmed ${n} cells`),
    unconfirmed: n => (n === 1 ? 'Confirmation taken back' : `Confirmation of ${n} cells taken back`),
    nothingAgrees: 'No further cell agrees with its sums',
    nothingToAnswer: 'Nothing is in question here',
    verdict: kind => (kind === 'sourceError' ? 'Kept as printed' : 'Explanation kept'),
    reviewed: open => (open === 0 ? 'Marked as reviewed' : `Marked as reviewed, ${open} left open`),
    reopened: 'Back to review',
    noneLeft: 'No open finding is left in the archive',
    undone: 'Undone',
    redone: 'Redone',
    nothingToUndo: 'Nothing to undo',
    nothingToRedo: 'Nothing to redo',
    restoredFrom: n => `from history entry ${n}`,
  },
}
