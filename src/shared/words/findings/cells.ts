import { otherUnits } from '../../data/report.ts'
import type { Language } from '../../messages/index.ts'
import { cellsOf, type FindingText, type Told, tableNames } from './told.ts'

/** The words of findings about single cells. */

/** Of several cells, of one, and of what is there instead of the number. An absent cell was not found; the source may have it. */
const emptyWords = {
  blank: { zh: ['格空白', '空白', '为空白'], en: ['blank', 'found blank'] },
  dash: { zh: ['格为横线', '横线', '为横线'], en: ['a dash', 'found a dash'] },
  absent: { zh: ['格没有找到', '没有找到此格', '没有找到格子'], en: ['not found', 'not found'] },
  mixed: { zh: ['格没有数字', '没有数字', '没有数字'], en: ['without a number', 'found without a number'] },
} as const

/** F2: cells without a number, and what stands there instead. */
export function blankText(item: Told, language: Language): FindingText {
  const cells = cellsOf(item)
  const states = new Set(cells.map(({ cell }) => cell?.state ?? 'absent'))
  const [only] = states
  const kind = states.size === 1 && (only === 'blank' || only === 'dash' || only === 'absent') ? only : 'mixed'
  const count = cells.length
  if (language === 'en') {
    const row = item.row?.english ?? ''
    const names = cells.map(({ column }) => column?.english ?? '').join(', ')
    const [short, found] = emptyWords[kind].en
    return {
      title: `${row}: ${count} ${count === 1 ? 'cell' : 'cells'} ${short}`,
      detail: `In ${tableNames[item.table].en}, “${row}”, a number is due in: ${names}; ${found}.`,
      word: 'Blank',
    }
  }
  const row = item.row?.short ?? ''
  const names = cells.map(({ column }) => column?.label ?? '').join('、')
  const [short, long, instead] = emptyWords[kind].zh
  const title = count === 1 ? `${row}·${names}，${long}` : `${row} 有 ${count} ${short}`
  return { title, detail: `${tableNames[item.table].zh}${row} 一行，${names}，应有数字处${instead}。`, word: '空白' }
}

const dueWords = {
  count: { zh: '应为不小于 0 的整数', en: 'a whole number of 0 or more is due' },
  amount: { zh: '应为不小于 0 的数', en: 'a number of 0 or more is due' },
  change: { zh: '应为整数', en: 'a whole number is due' },
} as const

/** F3: what is printed where a number of another kind is due. */
export function numberText(item: Told, language: Language): FindingText {
  const cells = cellsOf(item)
  const due = dueWords[item.column?.quantity ?? 'count'][language]
  if (language === 'en') {
    const row = item.row?.english ?? ''
    const printed = cells.map(({ cell, column }) => `${column?.english ?? ''} “${cell?.raw ?? ''}”`).join(', ')
    return {
      title: `${row}: not a count`,
      detail: `In ${tableNames[item.table].en}, “${row}”, printed: ${printed}; ${due}.`,
      word: 'Number',
    }
  }
  const row = item.row?.short ?? ''
  const names = cells.map(({ column }) => column?.label ?? '').join('、')
  const printed = cells.map(({ cell, column }) => `${column?.label ?? ''}印作“${cell?.raw ?? ''}”`).join('，')
  return {
    title: cells.length === 1 ? `${row}·${names}，数字有疑` : `${row} 有 ${cells.length} 格数字有疑`,
    detail: `${tableNames[item.table].zh}${row} 一行，${printed}，${due}。`,
    word: '数字',
  }
}

const unitEnglish = {
  元: 'yuan',
  百元: 'hundreds of yuan',
  千元: 'thousands of yuan',
  亿元: 'hundreds of millions of yuan',
}

/** F7: money in another unit, and what it would be in that of the form. */
export function unitText(item: Told, language: Language): FindingText {
  const [told] = cellsOf(item)
  const unit = told?.cell?.unit ?? '元'
  const { printed, expected } = item.finding
  const parts = otherUnits[unit]
  if (language === 'en') {
    const row = item.row?.english ?? ''
    return {
      title: `${row}: printed in ${unitEnglish[unit]}`,
      detail: `In ${tableNames[item.table].en}, “${row}”, the head says ${unitEnglish[unit]} where the form has tens of thousands of yuan. Printed: ${printed}; in the form’s unit that would be ${expected}. The figure is kept as printed.`,
      word: 'Unit',
    }
  }
  const row = item.row?.short ?? ''
  return {
    title: `${row}，单位印作${unit}`,
    detail: `${tableNames[item.table].zh}${row} 一行，表头印的单位是${unit}，表样为万元（1 万元等于 ${parts} ${unit}）。印作 ${printed}${unit}，折合 ${expected} 万元；数字照原件保留。`,
    word: '单位',
  }
}
