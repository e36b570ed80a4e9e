/**
 * Panes that F6 goes round. A pane is any element with `data-zone`; focus goes to its element marked `data-zone-focus`, else to
 * the first that can take it.
 */

const focusable =
  '[data-zone-focus], button:not(:disabled), input:not(:disabled), textarea, select, a[href], summary, [tabindex="0"]'

/** Moves the focus to the next pane in document order (or the one before). @returns whether there was one. */
export function focusNextZone(backwards = false): boolean {
  const zones = [...document.querySelectorAll<HTMLElement>('[data-zone]')].filter(zone => zone.offsetParent !== null)
  if (zones.length === 0) return false
  const here = zones.findIndex(zone => zone.contains(document.activeElement))
  const step = backwards ? -1 : 1
  for (let tries = 1; tries <= zones.length; tries += 1) {
    const from = here === -1 ? (backwards ? 0 : -1) : here
    const zone = zones[(from + step * tries + zones.length * 2) % zones.length]
    const target = zone?.querySelector<HTMLElement>('[data-zone-focus]') ?? zone?.querySelector<HTMLElement>(focusable)
    if (!target) continue
    target.focus()
    if (target === document.activeElement) return true
  }
  return false
}
