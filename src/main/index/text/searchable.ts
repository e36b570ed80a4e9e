import type { ArchiveRecord } from '../../../shared/data/record.ts'
import type { Report } from '../../../shared/data/report.ts'
import { reportName } from '../../../shared/facts/recordName.ts'
import { sortKey } from '../order.ts'
import { packPlaces, searchedOf } from '../search/places.ts'
import { tokensOf } from './tokens.ts'

/**
 * What the index stores of a record's text: folded, packed and cut into tokens. Making it takes longer than storing it, so whoever reads a
 * source makes it beside the main process. It holds names, too, and fits a record only as long as it bears them.
 */
export type Searchable = {
  readonly names: Names
  readonly text: string
  readonly outside: number
  readonly places: Uint8Array
  readonly words: readonly string[]
  /** Everything that FTS5 is given, words among them. */
  readonly tokens: string
}

type Names = Pick<Report, 'organization' | 'title'> & { readonly fileName: string }

/** @param record what of a record is searched: its reading and the name of its file. */
export function searchableOf(record: Parameters<typeof searchedOf>[0], names: Omit<Names, 'fileName'>): Searchable {
  const { places, outside, text } = searchedOf(record, names)
  const { words, pieces } = tokensOf(text)
  const { organization, title } = names
  return {
    names: { organization, title, fileName: record.provenance.name },
    ...{ text, outside, places: packPlaces(places) },
    words: [...words],
    tokens: [...words, ...pieces].join(' '),
  }
}

/** Whether it still is what `searchableOf` would make. */
export function bears({ names }: Searchable, record: ArchiveRecord, now: Omit<Names, 'fileName'>): boolean {
  const { organization, title } = now
  return names.organization === organization && names.title === title && names.fileName === record.provenance.name
}

/** A name with the key by which it sorts. The first key of a thread takes 100 ms, which the main process should not be seen to stop for. */
export type Sorted = { readonly name: string; readonly key: string }

export function sortedAs(names: Omit<Names, 'fileName'>, fileName: string): Sorted {
  const name = reportName(names, fileName)
  return { name, key: sortKey(name) }
}
