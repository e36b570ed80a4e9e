import type { Box } from '../../../shared/data/document.ts'
import { doubtBelow } from '../../../shared/data/report.ts'
import { escaped } from '../../../shared/markup.ts'
import type { Language } from '../../../shared/messages/index.ts'
import type { PageDrawn, PageStep, TracedFrame } from '../../../shared/trace/page.ts'
import { traceWords } from '../../../shared/words/trace/index.ts'

/** A page of a PDF as an SVG picture: what was drawn, and the borders of tables that were made out of it. */

const rectangle = ([left, top, right, bottom]: Box, kind: string, title = ''): string => {
  const size = `x="${left}" y="${top}" width="${Math.max(0, right - left)}" height="${Math.max(0, bottom - top)}"`
  return title === ''
    ? `<rect class="${kind}" ${size}/>`
    : `<rect class="${kind}" ${size}><title>${escaped(title)}</title></rect>`
}

const outline = ([left, top, right, bottom]: Box): string => `M${left} ${top}H${right}V${bottom}H${left}z`

function drawnText({ glyphs }: PageDrawn): string {
  // The baseline lies an eighth of the character's height above the lower side of its box.
  const texts = glyphs.map(({ text, box: [left, top, right, bottom] }) => {
    const size = Math.round(Math.min(bottom - top, 400) * 10) / 10
    const width = Math.round((right - left) * 100) / 100
    const base = Math.round((bottom - 0.12 * (bottom - top)) * 100) / 100
    return `<text x="${left}" y="${base}" font-size="${size}" textLength="${width}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`
  })
  return `<path class="glyphs" d="${glyphs.map(({ box }) => outline(box)).join('')}"/>${texts.join('')}`
}

/** Boxes of the page, as anchors have them. */
const same = (a: Box, b: Box): boolean => a.every((value, at) => Math.abs(value - (b[at] ?? 0)) < 0.02)

function cells({ by, cells: all }: TracedFrame, figures: readonly Box[]): string {
  return all
    .map(({ box, confidence, text }) => {
      const kind = confidence < doubtBelow ? ' doubt' : figures.some(one => same(one, box)) ? ' figure' : ''
      return rectangle(box, `cell by-${by}${kind}`, text)
    })
    .join('')
}

/**
 * The picture of a page with its caption. Titles of the cells say what was read in them.
 * @param figures boxes of the cells that were read into the official form, on the page as shown
 */
export function pagePicture(page: PageStep, figures: readonly Box[], language: Language): string {
  const words = traceWords[language]
  const { number, width, height, turn, frames, drawn } = page
  const read = frames.map(frame => `${words.frame(frame.rows, frame.columns)}${words.beside(words.by[frame.by])}`)
  const told = [
    words.page(number),
    words.drawn(page.glyphs, page.rules, page.fills),
    ...(turn === 0 ? [] : [words.turned(turn)]),
    ...(read.length === 0 ? [words.noFrame] : read),
  ].join(words.separator)
  const caption = `<figcaption>${escaped(told)}</figcaption>`
  if (!drawn) return `<figure id="page-${number}">${caption}<p class="sub">${escaped(words.notDrawn)}</p></figure>`
  const lit = turn === 0 ? figures : []
  const inside = [
    ...drawn.fills.map(box => rectangle(box, 'fill')),
    ...frames.map(frame => cells(frame, lit)),
    `<path class="rules" d="${drawn.rules.map(([a, b, c, d]) => `M${a} ${b}L${c} ${d}`).join('')}"/>`,
    ...drawn.images.map(box => rectangle(box, 'image')),
    drawnText(drawn),
  ]
  const label = escaped(words.page(number))
  return `<figure id="page-${number}">${caption}<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${inside.join('')}</svg></figure>`
}

/** What the signs of the pictures mean. */
export function pictureKey(language: Language): string {
  const { legend } = traceWords[language]
  const box = (kind: string) =>
    `<svg viewBox="0 0 22 12" aria-hidden="true"><rect class="${kind}" x="1" y="1" width="20" height="10"/></svg>`
  const items = [
    [`<svg viewBox="0 0 22 12" aria-hidden="true"><path class="rules" d="M0 6H22"/></svg>`, legend.rule],
    [box('fill'), legend.fill],
    [box('cell by-lines'), legend.lines],
    [box('cell by-alignment'), legend.alignment],
    [box('cell by-tags'), legend.tags],
    [box('cell figure'), legend.figure],
    [box('cell doubt'), legend.doubtful],
  ]
  return `<p class="key">${items.map(([sign, text]) => `<span>${sign}${escaped(text ?? '')}</span>`).join('')}</p>`
}
