import type { SourceDocument } from '../../../shared/document.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import type { Outcome } from '../../../shared/outcome.ts'
import type { Reader, SourceReading } from '../reading.ts'
import { damagedStreams } from './integrity.ts'
import { layOut } from './layout.ts'
import { type OpenPdf, openPdf } from './load.ts'
import { readPages } from './pages.ts'
import type { PageParts } from './parts.ts'
import { withNewEnd } from './repair.ts'
import { pageTroubles } from './troubles.ts'

/** Reads a PDF: text, ruled tables (joined over page breaks) and where its pictures are. */
export const readPdf: Reader = async (bytes, name) => {
  const { opened, source, repaired } = await openOrRepair(bytes, name)
  if (!opened.ok) return { format: 'pdf', document: null, messages: [opened.problem] }
  const pdf = opened.value
  try {
    const { pages, messages } = await readPages(pdf, () => openPdf(source, name, false))
    const harmed = repaired || messages.some(one => one.code === 'pdf.pagesDoubtful')
    if (pages.length === 0 || (harmed && pages.every(isBlank))) {
      return { format: 'pdf', document: null, messages: [message('pdf.damaged', { file: name }), ...messages] }
    }
    return reading(pages, await pdf.title(), [
      ...incomplete(bytes, repaired, pages.length),
      ...spoilt(bytes),
      ...messages,
    ])
  } finally {
    await pdf.close()
  }
}

type Opening = { readonly opened: Outcome<OpenPdf>; readonly source: Uint8Array; readonly repaired: boolean }

/** A page that is strictly whole is the rule: damage must come to light (see pages.ts). */
async function openOrRepair(bytes: Uint8Array, name: string): Promise<Opening> {
  const opened = await openPdf(bytes, name, true)
  const asFound = { opened, source: bytes, repaired: false }
  if (opened.ok || opened.problem.code !== 'pdf.damaged') return asFound
  const source = withNewEnd(bytes)
  if (!source) return asFound
  const again = await openPdf(source, name, true)
  return again.ok ? { opened: again, source, repaired: true } : asFound
}

function isBlank({ facts }: PageParts): boolean {
  return facts.ink === 0 && !facts.hasImage
}

function reading(parts: readonly PageParts[], title: string | null, messages: readonly Message[]): SourceReading {
  const document: SourceDocument = {
    format: 'pdf',
    title,
    blocks: layOut(parts),
    pages: parts.map(({ number, width, height }) => ({ number, width, height })),
  }
  return { format: 'pdf', document, messages: [...messages, ...pageTroubles(parts)] }
}

function spoilt(bytes: Uint8Array): readonly Message[] {
  const count = damagedStreams(bytes)
  return count > 0 ? [message('pdf.partsDamaged', { count })] : []
}

/** A whole file ends with %%EOF (ISO 32000-1, 7.5.5); mail and web servers append a little to it. */
function incomplete(bytes: Uint8Array, repaired: boolean, pages: number): readonly Message[] {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 4096))).toString('latin1')
  return tail.includes('%%EOF') && !repaired ? [] : [message('pdf.incomplete', { pages })]
}
