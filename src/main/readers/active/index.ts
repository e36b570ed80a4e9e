import type { SourceFormat } from '../../../shared/data/document.ts'
import type { ActiveContent } from '../../../shared/data/inspection.ts'
import { decodeText } from '../common/encoding.ts'
import { activeInCompound } from './compound.ts'
import { activeInOffice } from './package.ts'
import { activeInMail, activeInPage } from './page.ts'
import { activeInPdf } from './pdf.ts'
import { activeInRtf, activeInWordXml } from './text.ts'

/**
 * Looks in a file for what could do something when it is opened: macros, scripts, embedded objects, things fetched from elsewhere.
 * Nothing is run and nothing is fetched. It says what it looked for; it is no virus scanner. Null for formats that are not known.
 */
export async function findActive(bytes: Uint8Array, format: SourceFormat): Promise<ActiveContent | null> {
  switch (format) {
    case 'docx':
    case 'odt':
      return activeInOffice(bytes, format)
    case 'doc':
      return activeInCompound(bytes)
    case 'pdf':
      return activeInPdf(bytes)
    case 'html':
      return activeInPage(decodeText(bytes).text)
    case 'mhtml':
      return activeInMail(bytes)
    case 'rtf':
      return activeInRtf(bytes)
    case 'wordxml':
      return activeInWordXml(decodeText(bytes).text)
    case 'text':
      return { looked: [], found: [], partial: false }
    case 'unknown':
      return null
  }
}
