import type { Lit } from './places.ts'

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Scrolls only when the lit place is out of sight, and then so far that its neighbourhood shows too. */
export function bringIntoView(box: HTMLElement, lit: Lit, atOnce: boolean): void {
  const mark =
    box.querySelector<HTMLElement>('.lit') ??
    (lit.page === null ? null : box.querySelector<HTMLElement>(`[data-page="${lit.page}"]`))
  if (!mark) return
  const outer = box.getBoundingClientRect()
  const inner = mark.getBoundingClientRect()
  const margin = Math.min(48, outer.height / 6)
  const inHeight = inner.top >= outer.top + margin && inner.bottom <= outer.bottom - margin
  const inWidth = inner.left >= outer.left && inner.right <= outer.right
  if (inHeight && inWidth) return
  const tall = inner.height > outer.height * 0.6
  const top = box.scrollTop + inner.top - outer.top - (tall ? margin : (outer.height - inner.height) * 0.45)
  const left = box.scrollLeft + (inWidth ? 0 : inner.left - outer.left - (outer.width - inner.width) / 2)
  box.scrollTo({ top, left, behavior: atOnce || still() ? 'auto' : 'smooth' })
}

/** The page of the lit place while that is in view, else the one that takes the middle of the view. */
export function pageInView(box: HTMLElement): number | null {
  const outer = box.getBoundingClientRect()
  const mark = box.querySelector<HTMLElement>('.lit')
  const at = mark?.getBoundingClientRect()
  const own = mark?.closest<HTMLElement>('[data-page]')
  if (own && at && at.top < outer.bottom && at.bottom > outer.top) return Number(own.dataset.page)
  const middle = outer.top + outer.height / 2
  for (const page of box.querySelectorAll<HTMLElement>('[data-page]')) {
    if (page.getBoundingClientRect().bottom >= middle) return Number(page.dataset.page)
  }
  return null
}

export function scrollToPage(box: HTMLElement, page: number): void {
  const target = box.querySelector<HTMLElement>(`[data-page="${page}"]`)
  if (!target) return
  const top = box.scrollTop + target.getBoundingClientRect().top - box.getBoundingClientRect().top - 8
  box.scrollTo({ top, behavior: still() ? 'auto' : 'smooth' })
}
