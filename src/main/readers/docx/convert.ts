import mammoth from 'mammoth'

/** mammoth, with everything shut that could reach out of the document or swell the result. */

/** What mammoth asks of an opened package (its lib/unzip.js and lib/zipfile.js); given instead of the zip, so that it opens none. */
type MammothFile = {
  exists(name: string): boolean
  read(name: string): Promise<string>
}
type Convert = (
  input: { readonly file: MammothFile },
  options: object,
) => Promise<{ value: string; messages: readonly { type: string; message: string }[] }>

export type ConvertedMarkup = {
  readonly html: string
  readonly missingPictures: number
  /** Tables with something between rows or cells: mammoth leaves their vertical merges unresolved. */
  readonly irregularTables: number
  /** Names of elements that were passed over and may have held text. */
  readonly skipped: readonly string[]
}

/** The paragraph styles of a repaired document. mammoth drops alignment, but a report's title and date are told by it. */
const styleMap = [
  "p.center => div[align='center']:fresh",
  "p.right => div[align='right']:fresh",
  ...[1, 2, 3, 4, 5, 6].map(level => `p.h${level} => h${level}:fresh`),
]

/** Converts a repaired package to markup. Rejects where mammoth cannot read its parts. */
export async function convert(parts: ReadonlyMap<string, string>): Promise<ConvertedMarkup> {
  const file: MammothFile = {
    exists: name => parts.has(name),
    read: async name => parts.get(name) ?? '',
  }
  const options = {
    externalFileAccess: false,
    includeEmbeddedStyleMap: false,
    includeDefaultStyleMap: false,
    // Only that there is a picture is told; its bytes are never read.
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    styleMap,
  }
  const result = await (mammoth.convertToHtml as unknown as Convert)({ file }, options)
  const told = (pattern: RegExp) => result.messages.filter(({ message }) => pattern.test(message)).length
  const skipped = result.messages.flatMap(({ message }) => /element was ignored: (\S+)/.exec(message)?.[1] ?? [])
  return {
    html: result.value,
    missingPictures: told(/could not find image|without a relationship ID/i),
    irregularTables: told(/cell merging may be incorrect/),
    skipped: [...new Set(skipped)],
  }
}
