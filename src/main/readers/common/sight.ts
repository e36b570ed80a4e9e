import type { Block } from '../../../shared/data/document.ts'

/** What a person sees of text in one colour on another, for all formats, and how doubts about it get into the cells. */

/** 0xRRGGBB. */
export type Rgb = number
/** What text stands on; 'unknown' where that is a pattern, a picture, or said in a place that is not looked into. */
export type Ground = Rgb | 'unknown'
export type Sight = 'seen' | 'doubtful' | 'unseen'

export const white: Rgb = 0xffffff

/** In steps of 255: no further apart they look the same on paper; up to the second they are told apart with effort. */
const same = 12
const faint = 40
/** Ink of no more than this part is not seen; of no more than the second it is seen with effort. */
export const transparent = 0.06
export const thin = 0.25
/** In half points: no larger text is a speck. */
export const speck = 2

/** How far apart two colours are: in the part of them that differs most, 0 … 255. */
export function farthest(one: Rgb, other: Rgb): number {
  let most = 0
  for (const shift of [16, 8, 0]) most = Math.max(most, Math.abs(((one >> shift) & 255) - ((other >> shift) & 255)))
  return most
}

/** How text is seen that is so far from its ground. `decided`: nothing else can be its ground. */
export function sightAt(contrast: number, decided = true): Sight {
  if (contrast > faint) return 'seen'
  return contrast > same || !decided ? 'doubtful' : 'unseen'
}

/** How text of a colour is seen. On a ground that nobody knows dark text is taken for seen and pale text for doubtful. */
export function sightOf(colour: Rgb, ground: Ground): Sight {
  return sightAt(farthest(colour, ground === 'unknown' ? white : ground), ground !== 'unknown')
}

/** A colour of six hexadecimal digits, with # or without; null where it is none. */
export function hexColour(text: string | undefined): Rgb | null {
  const digits = /^#?([0-9a-f]{6})$/i.exec(text ?? '')?.[1]
  return digits === undefined ? null : Number.parseInt(digits, 16)
}

/** The characters that count when text is left out. */
export const inkedLength = (text: string): number => text.replace(/\s+/g, '').length

/**
 * Stands beside text of which nobody can say whether it is seen, until the cells are there: of all that such text goes through only
 * characters come out. A private one, so that no report has it.
 */
export const doubtMark = '\ue0f2'

/** As sure is a cell that holds such text. */
export const doubtfulConfidence = 0.5

const unmarked = (text: string): string => text.replaceAll(doubtMark, '').trim()

/** The blocks with the marks of doubt turned into the confidence of their cells. */
export function settleDoubts(blocks: readonly Block[]): readonly Block[] {
  return blocks.map(block => {
    if (block.kind === 'image') return block
    if (block.kind !== 'grid') return block.text.includes(doubtMark) ? { ...block, text: unmarked(block.text) } : block
    const cells = block.cells.map(cell => {
      if (!cell.text.includes(doubtMark)) return cell
      const confidence = Math.min(cell.confidence ?? 1, doubtfulConfidence)
      return { ...cell, text: unmarked(cell.text), confidence }
    })
    return { ...block, cells }
  })
}
