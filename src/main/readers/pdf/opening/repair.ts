/**
 * A cut-off PDF has lost its trailer, which stands at the very end and says where everything begins; pdf.js then gives up,
 * however many pages are whole. This writes a new end: a trailer for the catalogue if that is there, else a catalogue and a
 * page tree for the pages that are found. Pages inside compressed object streams are not found.
 */
export function withNewEnd(bytes: Uint8Array): Uint8Array | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const objects = objectStarts(text)
  const catalog = objects.find(one => /\/Type\s*\/Catalog\b/.test(one.head))
  const tree = catalog && /\/Pages\s+(\d+)\s/.exec(catalog.head)?.[1]
  if (catalog && tree && objects.some(one => one.number === Number(tree))) return ended(bytes, '', catalog.number)
  const pages = objects.filter(one => /\/Type\s*\/Page\b/.test(one.head))
  if (pages.length === 0) return null
  const free = objects.reduce((most, one) => Math.max(most, one.number), 0) + 1
  const kids = pages.map(one => `${one.number} 0 R`).join(' ')
  // Size and resources that the pages had from their lost tree: A4 is what Chinese offices print on.
  const added = `${free} 0 obj\n<< /Type /Catalog /Pages ${free + 1} 0 R >>\nendobj\n${free + 1} 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 595 842] >>\nendobj\n`
  return ended(bytes, added, free)
}

type ObjectStart = { readonly number: number; readonly head: string }

/** How much of an object is looked at, and how many objects: enough for any honest page, a bound for others. */
const headLength = 2000
const mostObjects = 200_000

function objectStarts(text: string): readonly ObjectStart[] {
  const starts: ObjectStart[] = []
  for (const match of text.matchAll(/(?<![\d.])(\d{1,7}) 0 obj\b/g)) {
    if (starts.length >= mostObjects) break
    const head = text.slice(match.index, match.index + headLength)
    const end = /\bendobj\b|\bstream\b/.exec(head)
    // A dictionary that is itself cut off would only do harm.
    if (end) starts.push({ number: Number(match[1]), head: head.slice(0, end.index) })
  }
  return starts
}

function ended(bytes: Uint8Array, added: string, root: number): Uint8Array {
  const end = `\nendstream\nendobj\n${added}trailer\n<< /Root ${root} 0 R >>\nstartxref\n0\n%%EOF\n`
  return new Uint8Array(Buffer.concat([bytes, Buffer.from(end, 'latin1')]))
}
