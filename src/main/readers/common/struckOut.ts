import { attribute, type Element } from './html/nodes.ts'

/**
 * Text struck out. Each character gets the stroke it is seen with (U+0336), so that a figure struck out and the one written after it
 * are never read as one: 7̶0 is not 70.
 */

const tags = new Set(['s', 'strike', 'del'])

export function isStruck(element: Element): boolean {
  if (tags.has(element.tagName)) return true
  return /text-decoration[^;]*line-through/i.test(attribute(element, 'style') ?? '')
}

/** The characters with their strokes. White space and what already has one stay as they are. */
export function struck(text: string): string {
  return text.replace(/[\p{L}\p{N}](?!\u0336)/gu, '$&\u0336')
}
