import type { Language } from '../../../../shared/messages/index.ts'
import { percent, readingText } from '../../../../shared/words/cells.ts'
import type { Look } from '../../state/looks.ts'
import type { ReviewWords } from '../../words/index.ts'

/** A cell as a screen reader says it: “53，疑为读错”, “9，已更正，机读 6”. */
export function spokenCell(look: Look, words: ReviewWords, language: Language): string {
  const parts = [readingText(look, language)]
  if (look.doubtful) parts.push(words.cell.doubtful(percent(look.confidence)))
  if (look.suspect) parts.push(words.cell.suspect)
  if (look.machine && look.machine.state !== 'absent') {
    parts.push(words.cell.corrected, words.cell.machineOnly(readingText(look.machine, language)))
  }
  if (look.sourceError) parts.push(words.cell.sourceError)
  else if (look.confirmed) parts.push(words.cell.confirmed)
  return parts.join(language === 'zh' ? '，' : ', ')
}
