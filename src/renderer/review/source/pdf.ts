import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useState } from 'react'
import type { RecordId } from '../../../shared/data/record.ts'
import { heldPassword } from './password.ts'

GlobalWorkerOptions.workerSrc = workerUrl

export type OpenedPdf = { readonly pdf: PDFDocumentProxy | null; readonly failed: boolean }

/** Opens the kept original. Character maps, fonts and decoders come from the application itself, never from the network. */
async function open(id: RecordId, password: string | null, signal: AbortSignal): Promise<PDFDocumentProxy> {
  const answer = await fetch(`/source/${id}`, { signal })
  if (!answer.ok) throw new Error(`The source was not given out: ${answer.status}`)
  const task = getDocument({
    data: new Uint8Array(await answer.arrayBuffer()),
    ...(password === null ? {} : { password }),
    cMapUrl: '/pdfjs/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    wasmUrl: '/pdfjs/wasm/',
    // A document decides nothing here: no scripts, no forms to fill in.
    enableXfa: false,
    disableWorkerRendering: true,
  })
  signal.addEventListener('abort', () => void task.destroy())
  return task.promise
}

/** The PDF of a record, opened once while its pane is shown. */
export function usePdf(id: RecordId): OpenedPdf {
  const [opened, setOpened] = useState<OpenedPdf>({ pdf: null, failed: false })
  const password = heldPassword(id)
  useEffect(() => {
    const control = new AbortController()
    setOpened({ pdf: null, failed: false })
    open(id, password, control.signal).then(
      pdf => setOpened({ pdf, failed: false }),
      () => {
        if (!control.signal.aborted) setOpened({ pdf: null, failed: true })
      },
    )
    return () => control.abort()
  }, [id, password])
  return opened
}
