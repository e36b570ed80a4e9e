import { type Lit, slotName } from './places.ts'

const highlightName = 'desk-found'

function elementOf(page: HTMLElement, lit: Lit): HTMLElement | null {
  const slot = lit.row === null || lit.column === null ? null : slotName(lit.block, lit.row, lit.column)
  const cell = slot === null ? null : page.querySelector<HTMLElement>(`[data-at="${slot}"]`)
  return cell ?? page.querySelector<HTMLElement>(`[data-block="${lit.block}"]`)
}

/** Moves the lit ring and the band of its row to another place of a reading view. */
export function light(page: HTMLElement, lit: Lit | null): void {
  for (const old of page.querySelectorAll('.lit, .band')) old.classList.remove('lit', 'band', 'cell', 'block')
  const target = lit ? elementOf(page, lit) : null
  if (!lit || !target) return
  target.classList.add('lit', lit.kind)
  if (lit.kind !== 'cell') return
  for (const cell of target.parentElement?.querySelectorAll<HTMLTableCellElement>('td') ?? []) {
    if (cell !== target && cell.rowSpan === 1) cell.classList.add('band')
  }
}

/** Marks the looked-for words in the lit passage without touching its text (CSS custom highlights). */
export function markWords(page: HTMLElement, lit: Lit | null): void {
  CSS.highlights.delete(highlightName)
  const target = lit && lit.words.length > 0 ? elementOf(page, lit) : null
  if (!target || !lit) return
  const ranges: Range[] = []
  const walker = document.createTreeWalker(target, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').toLowerCase()
    for (const word of lit.words) {
      const wanted = word.toLowerCase()
      for (let at = wanted ? text.indexOf(wanted) : -1; at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
        const range = new Range()
        range.setStart(node, at)
        range.setEnd(node, at + wanted.length)
        ranges.push(range)
      }
    }
  }
  if (ranges.length > 0) CSS.highlights.set(highlightName, new Highlight(...ranges))
}
