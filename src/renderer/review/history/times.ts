import { time } from '../../ui/format.ts'
import type { ReviewWords } from '../words/index.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** Day of a revision, 03-18; the year is said once, in the head of the record's history. */
export function monthDay(at: string): string {
  const date = new Date(at)
  return `${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** 03-18 09:12 */
export function stamp(at: string): string {
  return `${monthDay(at)} ${time(new Date(at))}`
}

/** “今日 09:05” where it is today, else the day and time. */
export function sinceText(at: string, words: ReviewWords, now = new Date()): string {
  const date = new Date(at)
  return date.toDateString() === now.toDateString() ? words.bar.today(time(date)) : stamp(at)
}
