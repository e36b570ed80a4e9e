/** The reading worker, in which pdf.js has left a promise that fails to nobody, as it may over a damaged file. */
import { pdfjs } from '../../../src/main/readers/pdf/opening/pdfjs.ts'

await pdfjs()
void Promise.reject(
  Object.assign(new Error('left behind'), { stack: 'Error: left behind\n    at run (pdf.worker.mjs:1:1)' }),
)
await import('../../../src/main/ingest/worker.ts')
