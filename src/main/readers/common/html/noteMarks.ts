import { superscriptFigures } from '../numerals.ts'
import { attribute, type Element, isElement, isText, isUnseen } from './nodes.ts'

/** Raised figures: the marks of notes. Written as the superscript characters they look like, so that 12¹ is never read as 121. */

function isRaised(element: Element): boolean {
  if (element.tagName === 'sup') return true
  return /vertical-align\s*:\s*super/i.test(attribute(element, 'style') ?? '')
}

/** What an element adds to the text before it when it is raised figures and nothing else; null for all others. */
export function noteMark(element: Element, before: readonly string[]): string | null {
  if (!isRaised(element)) return null
  const text = visibleText(element, 0).trim()
  if (!/^\d{1,3}$/.test(text)) return null
  // Raised figures with nothing before them are a number that was raised by mistake.
  if (before.every(piece => piece.trim() === '')) return null
  return superscriptFigures(text)
}

/** Marks are a few elements deep; what is deeper is none. */
const deepest = 8

function visibleText(element: Element, depth: number): string {
  if (depth > deepest) return '?'
  return element.childNodes
    .map(node => (isText(node) ? node.value : isElement(node) && !isUnseen(node) ? visibleText(node, depth + 1) : ''))
    .join('')
}
