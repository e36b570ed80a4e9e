import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import type { Block } from '../../../shared/data/document.ts'
import type { ArchiveRecord } from '../../../shared/data/record.ts'
import type { Report } from '../../../shared/data/report.ts'
import { foldText } from '../text/fold.ts'

/** One searchable text of a report and where it stands. Block −1: organization, title and file name, which stand outside the source. */
export type TextPlace = {
  readonly block: number
  readonly row: number | null
  readonly column: number | null
  readonly page: number | null
  readonly section: string | null
  readonly text: string
}

const outside = -1

/** What of a record is searched, besides its names. */
type Read = {
  readonly provenance: Pick<ArchiveRecord['provenance'], 'name'>
  readonly extraction: Pick<ArchiveRecord['extraction'], 'document' | 'report'>
}

/** Where sections begin: what recognition found, else the source's own headings. */
function sectionStarts(record: Read): readonly { block: number; heading: string }[] {
  const found = (record.extraction.report?.sections ?? []).flatMap(section =>
    section.anchor ? [{ block: section.anchor.block, heading: section.heading }] : [],
  )
  if (found.length > 0) return found.sort((a, b) => a.block - b.block)
  return (record.extraction.document?.blocks ?? []).flatMap((block, index) =>
    block.kind === 'heading' ? [{ block: index, heading: block.text }] : [],
  )
}

function placesOfBlock(block: Block, index: number, section: string | null): readonly TextPlace[] {
  const place = { block: index, row: null, column: null, page: block.page ?? null, section }
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [{ ...place, text: block.text }]
    case 'image':
      return [{ ...place, text: block.description }]
    case 'grid':
      return block.cells.map(cell => ({
        ...place,
        row: cell.row,
        column: cell.column,
        page: cell.page ?? place.page,
        text: cell.text,
      }))
  }
}

/**
 * What is searched of a record: its places in reading order, how many of them, the first, stand outside the source, and their folded texts, one
 * a line (folded text holds no line break).
 */
export type Searched = { readonly places: readonly TextPlace[]; readonly outside: number; readonly text: string }

/** Every searchable text of a record; places without any text are left out. */
export function searchedOf(record: Read, names: Pick<Report, 'organization' | 'title'>): Searched {
  const starts = sectionStarts(record)
  const head = [names.organization, names.title, record.provenance.name].map(text => ({
    ...{ block: outside, row: null, column: null, page: null, section: null },
    text: text ?? '',
  }))
  let begun = 0
  const body = (record.extraction.document?.blocks ?? []).flatMap((block, index) => {
    while ((starts[begun]?.block ?? Number.POSITIVE_INFINITY) <= index) begun++
    return placesOfBlock(block, index, starts[begun - 1]?.heading ?? null)
  })
  const places: TextPlace[] = []
  const lines: string[] = []
  for (const place of [...head, ...body]) {
    const line = foldText(place.text)
    if (line === '') continue
    places.push(place)
    lines.push(line)
  }
  return { places, outside: places.filter(place => place.block === outside).length, text: lines.join('\n') }
}

const packed = z.array(
  z.tuple([z.number(), z.number().nullable(), z.number().nullable(), z.number().nullable(), z.number(), z.string()]),
)

/** Places as stored: deflated, section headings written once. */
export function packPlaces(places: readonly TextPlace[]): Uint8Array {
  const sections = [...new Set(places.map(place => place.section))]
  const lines = places.map(place => [
    ...[place.block, place.row, place.column, place.page, sections.indexOf(place.section)],
    place.text,
  ])
  return deflateRawSync(JSON.stringify({ sections, lines }), { level: 3 })
}

const stored = z.object({ sections: z.array(z.string().nullable()), lines: packed })

/** The reverse of `packPlaces`. Throws on bytes that it did not make: the index is then damaged. */
export function unpackPlaces(bytes: Uint8Array): readonly TextPlace[] {
  const { sections, lines } = stored.parse(JSON.parse(inflateRawSync(bytes).toString('utf8')))
  return lines.map(([block, row, column, page, section, text]) => ({
    ...{ block, row, column, page, text },
    section: sections[section] ?? null,
  }))
}
