/** The reading worker, in which code of ours has left a promise that fails to nobody: a bug. */
import { pdfjs } from '../../../src/main/readers/pdf/opening/pdfjs.ts'

await pdfjs()
void Promise.reject(new Error('of a bug'))
await import('../../../src/main/ingest/worker.ts')
