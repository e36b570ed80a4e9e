import type { SourceDocument } from '../../../shared/data/document.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import type { Outcome } from '../../../shared/outcome.ts'
import type { Tracer } from '../../../shared/trace/steps.ts'
import type { SourceReading } from '../common/reading.ts'
import { layOut } from './layout/layout.ts'
import { damagedStreams } from './opening/integrity.ts'
import { withNewEnd } from './opening/repair.ts'
import { startBeside } from './pages/beside.ts'
import { type OpenPdf, openPdf } from './pages/openPdf.ts'
import type { PageParts } from './pages/pageParts.ts'
import { readPages } from './pages/pages.ts'
import { pageTroubles } from './pages/troubles.ts'
import { shownSize } from './pages/upright.ts'

/** Reads a PDF: text, ruled tables (joined over page breaks) and where its pictures are. */
export function readPdf(bytes: Uint8Array, name: string, trace?: Tracer): Promise<SourceReading> {
  return read(bytes, name, null, trace)
}

/** Reads a PDF that needs a password to open. A file that needs none is read all the same. */
export function readPdfWithPassword(
  bytes: Uint8Array,
  name: string,
  password: string,
  trace?: Tracer,
): Promise<SourceReading> {
  return read(bytes, name, password, trace)
}

async function read(bytes: Uint8Array, name: string, password: string | null, trace?: Tracer): Promise<SourceReading> {
  const { opened, source, repaired } = await openOrRepair(bytes, name, password)
  if (!opened.ok) return { format: 'pdf', document: null, messages: [opened.problem] }
  const pdf = opened.value
  try {
    const { pages, messages } = await readPages(pdf, () => openPdf(source, name, false, password), {
      // Another thread could not tell its steps.
      ...(trace ? { trace } : { startBeside: last => startBeside(source, name, password, last) }),
    })
    const harmed = repaired || messages.some(one => one.code === 'pdf.pagesDoubtful')
    if (pages.length === 0 || (harmed && pages.every(isBlank))) {
      return { format: 'pdf', document: null, messages: [message('pdf.damaged', { file: name }), ...messages] }
    }
    const troubles = [...incomplete(bytes, repaired, pages.length), ...spoilt(bytes), ...messages]
    return reading(pages, await pdf.title(), troubles, trace)
  } finally {
    await pdf.close()
  }
}

type Opening = { readonly opened: Outcome<OpenPdf>; readonly source: Uint8Array; readonly repaired: boolean }

/** A page that is strictly whole is the rule: damage must come to light (see pages.ts). */
async function openOrRepair(bytes: Uint8Array, name: string, password: string | null): Promise<Opening> {
  const opened = await openPdf(bytes, name, true, password)
  const asFound = { opened, source: bytes, repaired: false }
  if (opened.ok || opened.problem.code !== 'pdf.damaged') return asFound
  const source = withNewEnd(bytes)
  if (!source) return asFound
  const again = await openPdf(source, name, true, password)
  return again.ok ? { opened: again, source, repaired: true } : asFound
}

function isBlank({ facts }: PageParts): boolean {
  return facts.ink === 0 && !facts.hasImage
}

function reading(
  parts: readonly PageParts[],
  title: string | null,
  messages: readonly Message[],
  trace?: Tracer,
): SourceReading {
  const document: SourceDocument = {
    format: 'pdf',
    title,
    blocks: layOut(parts, trace),
    pages: parts.map(part => ({
      number: part.number,
      ...shownSize(part, part.turn),
      ...(part.facts.recognised > 0 ? { recognised: true } : {}),
    })),
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
