import type { Draft, PdfManner, TextShape } from './model.ts'
import type { Quirk } from './quirk.ts'

/** How a program writes the report down. */

const quirk = (name: string, apply: (draft: Draft) => void, more: Partial<Quirk>): Quirk => ({
  name,
  phase: 'manner',
  formats: ['html'],
  combines: true,
  ...more,
  apply,
})

const shape = (name: string, textShape: TextShape, more: Partial<Quirk> = {}): Quirk =>
  quirk(name, draft => Object.assign(draft.manner, { textShape }), { formats: ['txt'], textShape, ...more })

const drawn = (name: string, manner: Partial<PdfManner>, lossy = false): Quirk =>
  quirk(name, draft => Object.assign(draft.manner.pdf, { lines: 'stroked', ...manner }), {
    formats: ['pdf'],
    drawn: true,
    lossy,
    combines: false,
  })

/** “自2024年1月1日起” → “自202411日起”: some programs drop 年 and 月 between digits. */
function loseCharacters(draft: Draft): void {
  const lose = (text: string) => text.replace(/(\d)[年月](?=\d)/g, '$1')
  draft.blocks = draft.blocks.map(block => (block.kind === 'paragraph' ? { ...block, text: lose(block.text) } : block))
}

const office = ['docx', 'doc', 'pdf'] as const

export const quirksOfManner: readonly Quirk[] = [
  quirk('site chrome and an index table', draft => Object.assign(draft.manner, { chrome: true }), {}),
  quirk('a page inside a frame', draft => Object.assign(draft.manner, { framed: true }), { combines: false }),
  quirk('nested layout tables', draft => Object.assign(draft.manner, { nested: true }), {
    formats: ['html', 'docx', 'doc', 'pdf'],
  }),
  quirk('gb18030 bytes', draft => Object.assign(draft.manner, { encoding: 'gb18030' }), {
    formats: ['html', 'txt'],
    combines: false,
  }),
  quirk('heads repeated on each page', draft => Object.assign(draft.manner, { repeatHeads: true }), {
    formats: office,
  }),
  quirk('rows broken over pages', draft => Object.assign(draft.manner, { brokenRows: true }), { formats: office }),
  quirk('content controls', draft => Object.assign(draft.manner, { controls: true }), { formats: office }),
  quirk('merges written the old way', draft => Object.assign(draft.manner, { oldMerges: true }), { formats: office }),
  quirk('labels written downwards', draft => Object.assign(draft.manner, { vertical: true }), { formats: office }),
  quirk(
    'a table on a landscape page',
    draft => {
      draft.blocks = draft.blocks.map(block =>
        block.kind === 'table' && block.key === 'requests' ? { ...block, turned: true } : block,
      )
    },
    { formats: office },
  ),
  quirk('年 and 月 lost', loseCharacters, { formats: ['txt', 'html'], phase: 'layout' }),
  shape('text: a cell a line behind tabs', 'tabs'),
  shape('text: a cell a line', 'lines'),
  shape('text: rows between bars', 'pipes'),
  shape('text: rows parted by tabs', 'columns'),
  shape('text: rows parted by blanks', 'blanks'),
  shape('text: cells parted by commas', 'commas', { combines: false }),
  shape('text: rules between rows, cells of several lines', 'ruled', { combines: false }),
  shape('text: bars between cells and none around', 'bars', { combines: false }),
  shape('text: digits glued', 'glued', { lossy: true, combines: false }),
  drawn('pdf: stroked lines', {}),
  drawn('pdf: lines as thin rectangles', { lines: 'rectangles' }),
  drawn('pdf: dashed lines', { lines: 'dashed' }),
  drawn('pdf: no lines at all', { lines: 'none' }),
  drawn('pdf: page turned by 90', { rotate: 90 }),
  drawn('pdf: page turned by 270', { rotate: 270 }),
  drawn('pdf: page turned by 180', { rotate: 180 }),
  drawn('pdf: text lying on its side', { rotate: 90, sideways: true }),
  drawn('pdf: labels one character a line', { vertical: true }),
  drawn('pdf: GBK-EUC-H without ToUnicode', { font: 'gbk' }),
  drawn('pdf: no lines, GBK-EUC-H', { font: 'gbk', lines: 'none' }),
  drawn('pdf: glyphs without any map', { font: 'unmapped' }, true),
  drawn('pdf: scrambled glyph map', { font: 'scrambled' }, true),
]
