import type { Reading } from '../../shared/data/report.ts'
import { type CellKey, editions, findFormCell } from '../../shared/form/index.ts'
import type { Language } from '../../shared/messages/index.ts'
import { count } from '../ui/format.ts'

/** Row and column of a cell in either edition: the newer one first, for most reports use it. */
function formCell(key: CellKey) {
  for (const edition of editions) {
    const found = findFormCell(key, edition)
    if (found) return found
  }
  return null
}

/** How a person names a cell: “（四）1·自然人”, “Not held, individuals”. */
export function cellName(key: CellKey, language: Language): string {
  const found = formCell(key)
  if (!found) return key
  const { row, column } = found
  return language === 'zh' ? `${row.short}·${column.label}` : `${row.english}, ${column.english.toLowerCase()}`
}

const stateWords = {
  zh: { blank: '空白', absent: '原件无此格', text: '文字' },
  en: { blank: 'blank', absent: 'no such cell', text: 'text' },
} as const

/** What stands in a cell: 53, 空白, the dash as printed, the first words of prose. Never turns anything into 0. */
export function readingText(reading: Reading, language: Language): string {
  const words = stateWords[language]
  switch (reading.state) {
    case 'number':
      return reading.value === null ? words.blank : count(reading.value)
    case 'dash':
      return reading.raw ?? '—'
    case 'text':
      return reading.raw === null ? words.text : reading.raw.length > 16 ? `${reading.raw.slice(0, 16)}…` : reading.raw
    case 'blank':
      return words.blank
    case 'absent':
      return words.absent
  }
}
