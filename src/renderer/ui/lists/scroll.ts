/**
 * Brings an element into view by scrolling this one container. `scrollIntoView` would scroll everything around it as well, and
 * move a place that is stacked at large text. `top` is the height of a heading that sticks to the container's upper edge.
 */
export function revealIn(container: HTMLElement | null, selector: string, where: 'nearest' | 'center', top = 0): void {
  const element = container?.querySelector(selector)
  if (!container || !element) return
  const box = element.getBoundingClientRect()
  const view = container.getBoundingClientRect()
  if (where === 'center') container.scrollTop += box.top - view.top - (view.height - box.height) / 2
  else if (box.top < view.top + top) container.scrollTop -= view.top + top - box.top
  else if (box.bottom > view.bottom) container.scrollTop += Math.min(box.bottom - view.bottom, box.top - view.top)
}
