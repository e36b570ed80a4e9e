/** Figures and dates as STYLE.md writes them: 1,204 · 2024-03-18 · 09:16 · −5. Times are shown in the machine's own zone. */

const two = (value: number) => String(value).padStart(2, '0')

export function count(value: number): string {
  const [whole = '', fraction] = Math.abs(value).toString().split('.')
  const text = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
  return value < 0 ? `−${text}` : text
}

/** A local calendar day, `2024-03-18`; also the key by which a list is grouped by day. */
export function day(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

export function time(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}`
}

export function timeWithSeconds(at: Date): string {
  return `${time(at)}:${two(at.getSeconds())}`
}

/** 9 KB, 1.9 MB. */
export function bytes(value: number): string {
  if (value < 1024 * 1024) return `${count(value === 0 ? 0 : Math.max(1, Math.round(value / 1024)))} KB`
  return `${(value / 1024 / 1024).toFixed(1)} MB`
}

/** First and last figures of a checksum: 9f3c 71ae … 04e1. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-4)}`
}
