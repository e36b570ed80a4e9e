import { parentPort, workerData } from 'node:worker_threads'
import { type BesideJob, type BesidePage, takePage } from './beside.ts'
import { openPdf } from './openPdf.ts'
import { tryPage } from './tryPage.ts'

/** Entry of the thread beside a reading worker (see beside.ts): reads pages from the last one on until it meets the other's. */

const { bytes, name, password, last, taken }: BesideJob = workerData
const opened = await openPdf(bytes, name, true, password)
if (opened.ok) {
  const pdf = opened.value
  for (let number = last; number >= 1 && takePage(taken, number); number -= 1) {
    const page: BesidePage = { number, parts: await tryPage(() => pdf.drawing(number)) }
    parentPort?.postMessage(page)
  }
  await pdf.close()
}
