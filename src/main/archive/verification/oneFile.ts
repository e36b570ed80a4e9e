/** How a single record or original stands, for the verification of everything and the quiet one alike. */

import type { RecordId } from '../../../shared/data/record.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { errorCode, type FileLayer } from '../../disk/files.ts'
import { detailOf } from '../../disk/problems.ts'
import type { JournalCheck } from '../journal/sealsByRecord.ts'
import { recordFile, sourceFile } from '../layout.ts'
import { checkSeal } from '../seal.ts'
import { hashFile } from '../sources/sourceList.ts'

type Place = { readonly files: FileLayer; readonly folder: string }

/** The seal that a record's file bears and deserves, null for anything else: it has to be looked at more closely. */
export async function sealOf({ files, folder }: Place, id: RecordId): Promise<string | null> {
  try {
    const checked = checkSeal(await files.readFile(recordFile(folder, id)))
    return checked.kind === 'whole' ? checked.seal : null
  } catch (error) {
    if (errorCode(error) === null) throw error
    return null
  }
}

/** What is the matter with an original; null where its bytes are those it is named by. */
export async function sourceProblem(
  { files, folder }: Place,
  sha256: string,
  journalCheck: JournalCheck,
  buffer: Buffer,
  signal: AbortSignal,
): Promise<Message | 'cancelled' | null> {
  const source = sha256.slice(0, 16)
  const name = journalCheck.records.get(source)?.name ?? source
  try {
    const found = await hashFile(files, sourceFile(folder, sha256), buffer, signal)
    if (found === null) return 'cancelled'
    return found === sha256 ? null : message('archive.sourceAltered', { name, source })
  } catch (error) {
    if (errorCode(error) === null) throw error
    return message('archive.sourceUnreadable', { name, source }, null, detailOf(error))
  }
}
