import mammoth from 'mammoth'

/** mammoth, with everything shut that could reach out of the document or swell the result. */

/** What mammoth asks of an opened package (its lib/unzip.js and lib/zipfile.js); given instead of the zip, so that it opens none. */
type MammothFile = {
  exists(name: string): boolean
  read(name: string, encoding?: string): Promise<string | Uint8Array>
}
type Convert = (
  input: { readonly file: MammothFile },
  options: object,
) => Promise<{ value: string; messages: readonly { type: string; message: string }[] }>

export type Converted = {
  readonly html: string
  readonly missingPictures: number
  /** Tables with something between rows or cells: mammoth leaves their vertical merges unresolved. */
  readonly irregularTables: number
  /** Names of elements that were passed over and may have held text. */
  readonly skipped: readonly string[]
}

/** Paragraphs that are centred or flush right become classes: mammoth drops alignment, but a report's title and date are told by it. */
const styleMap = [
  "p[style-name='kaijuan center'] => div[align='center']:fresh",
  "p[style-name='kaijuan right'] => div[align='right']:fresh",
  // Style names are English in files that Word writes; other programs translate them.
  ...[1, 2, 3, 4, 5, 6].map(level => `p[style-name='标题 ${level}'] => h${level}:fresh`),
]

type MammothNode = {
  readonly type?: unknown
  readonly children?: readonly MammothNode[]
  readonly alignment?: unknown
  readonly styleName?: unknown
}

/** Marks aligned paragraphs of the body text by a style name of ours. Headings keep theirs: the heading says more. */
function markAligned(node: MammothNode): MammothNode {
  const children = node.children?.map(child => (child.type === 'table' ? child : markAligned(child)))
  const same = children ? { ...node, children } : node
  if (node.type !== 'paragraph') return same
  if (typeof node.styleName === 'string' && /^(?:heading|title|标题)/i.test(node.styleName)) return same
  const side =
    node.alignment === 'center' ? 'center' : node.alignment === 'right' || node.alignment === 'end' ? 'right' : null
  return side === null
    ? same
    : ({ ...same, styleName: `kaijuan ${side}`, styleId: null, numbering: null } as MammothNode)
}

/** Converts a repaired package to markup. Rejects where mammoth cannot read its parts. */
export async function convert(parts: ReadonlyMap<string, Uint8Array>): Promise<Converted> {
  const file: MammothFile = {
    exists: name => parts.has(name),
    read: async (name, encoding) => {
      const part = parts.get(name) ?? new Uint8Array()
      return encoding ? new TextDecoder(encoding).decode(part) : part
    },
  }
  const options = {
    externalFileAccess: false,
    includeEmbeddedStyleMap: false,
    // Only that there is a picture is told; its bytes are never read.
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    styleMap,
    transformDocument: markAligned,
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
