import { reportFields } from '../../data/report.ts'
import type { Language } from '../../messages/index.ts'
import { fieldWords } from '../record.ts'
import { cellsOf, type FindingText, type Told, tableNames } from './told.ts'

/** The words of findings about a newer reading. */

/** Where nothing is printed, there is no text to quote. */
const stateWords: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  blank: { zh: '空白', en: 'blank' },
  absent: { zh: '没有找到此格', en: 'not found' },
}

function placeOf(item: Told, language: Language): string {
  const field = reportFields.find(name => item.finding.id === `R1:${name}`)
  if (field) return fieldWords[language][field]
  const [place] = cellsOf(item)
  return language === 'zh'
    ? `${item.row?.short ?? ''}·${place?.column?.label ?? ''}`
    : `${item.row?.english ?? ''}, ${place?.column?.english ?? ''}`
}

/** R1: the source was read again and gives something else than a person had decided. Their word stands. */
export function rereadText(item: Told, language: Language): FindingText {
  const place = placeOf(item, language)
  const machine = stateWords[item.finding.machine ?? '']?.[language] ?? item.finding.machine ?? ''
  const table = item.finding.table ? tableNames[item.table][language] : ''
  return language === 'zh'
    ? {
        title: `${place}，重读所得不同`,
        detail: `${table}${place}，人已核定，重新读取原件读作“${machine}”，仍以人定的为准，请对着原件再看一次。`,
        word: '重读',
      }
    : {
        title: `${place}: read otherwise now`,
        detail: `${table ? `In ${table}, ` : ''}${place} was settled by a person; read again, the source gives “${machine}”. The person’s value stands; look at the source once more.`,
        word: 'Reread',
      }
}
