import type { ImportItem } from '../../shared/data/importing.ts'
import { listedForReview } from '../../shared/facts/importEnd.ts'
import { nameAndYear } from '../../shared/facts/recordName.ts'
import { type Language, messageLines } from '../../shared/messages/index.ts'
import type { Words } from '../words/index.ts'

const stop = (text: string) => text.replace(/[。.]$/, '')

/** The last column: whose report it is and what is to be known of it, on one line. */
export function noteOf(item: ImportItem, words: Words, language: Language): string {
  const first = item.messages.find(each => each.severity !== 'info') ?? item.messages[0]
  const fact = first ? stop(messageLines(first, language).what) : ''
  const name = item.recordName === null ? '' : words.import.named(item.recordName, words.common.year(item.year))
  const join = (...parts: readonly string[]) => parts.filter(Boolean).join(language === 'zh' ? '。' : '. ')
  switch (item.state) {
    case 'waiting':
      return ''
    case 'working':
      return item.counted ? words.import.checkingBag(item.counted.done, item.counted.of) : words.import.doing[item.step]
    case 'archived':
      return join(name, listedForReview(item) ? words.import.open(item.errors) : words.import.clean)
    case 'warned':
      return join(name, listedForReview(item) ? words.import.open(item.errors) : '', fact)
    case 'duplicate':
      if (fact) return fact
      return item.recordName === null ? words.import.same : words.import.sameAs(nameAndYear(item.recordName, item.year))
    case 'failed':
      return fact
    case 'cancelled':
      return words.import.notTaken
  }
}
