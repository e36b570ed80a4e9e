import { blockText } from '../../shared/data/document.ts'
import type { Look } from '../../shared/data/inspection.ts'
import { findActive } from '../readers/active/index.ts'
import type { FileReading } from './job.ts'

/** What the inspection of an import asks of a source while its bytes are at hand. */

const locked = new Set(['office.encrypted', 'doc.encrypted', 'pdf.encrypted', 'pdf.wrongPassword'])

/** What opening a source showed, for 四性检测. `bytes` are those that `read` was made of. */
export async function lookAt(
  bytes: Uint8Array,
  { format, document, messages }: Pick<FileReading, 'format' | 'document' | 'messages'>,
): Promise<Look> {
  const text = document?.blocks.map(blockText).join('\n') ?? ''
  return {
    format,
    readable: document !== null,
    encrypted: messages.some(item => locked.has(item.code)),
    misnamed: messages.some(item => item.code === 'read.otherFormat'),
    characters: [...text].length,
    lost: text.split('\ufffd').length - 1,
    active: await findActive(bytes, format),
  }
}
