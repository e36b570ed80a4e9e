/** Page numbers as a message shows them: 1、3–5、9. At most ten stretches, then …. */
export function pageList(numbers: readonly number[]): string {
  const stretches: { from: number; to: number }[] = []
  for (const number of numbers) {
    const last = stretches.at(-1)
    if (last && number === last.to + 1) last.to = number
    else stretches.push({ from: number, to: number })
  }
  const shown = stretches.slice(0, 10).map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
  return shown.join('、') + (stretches.length > 10 ? '…' : '')
}
