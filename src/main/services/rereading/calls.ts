import type { Api } from '../../../shared/api.ts'
import { message } from '../../../shared/messages/index.ts'
import { failure, success } from '../../../shared/outcome.ts'
import { judge, type ReadingNeeds, readAgain } from './read.ts'

/** The calls about reading one source again. */

type RereadingCalls = Pick<Api, 'record.unlock' | 'record.reread'>

/**
 * Reading one kept source again: with the password that opens it, or with a newer reader. A reading that yields no report never takes
 * the place of one that did.
 */
export function rereadingCalls(needs: ReadingNeeds): RereadingCalls {
  const { archive } = needs
  const { signal } = new AbortController()
  return {
    'record.unlock': async ({ id, password }) => {
      if (archive.readOnly) return failure(archive.readOnly)
      const found = await archive.record(id)
      if (!found.ok) return found
      const reading = await readAgain(needs, found.value, signal, password)
      if (!reading.ok) return reading
      const { document, messages } = reading.value
      const problem =
        messages.find(item => item.severity === 'error') ??
        message('record.stillUnread', { name: found.value.provenance.name })
      if (!document) return failure(problem)
      const put = await archive.replaceExtraction(id, reading.value)
      return put.ok ? success(put.value.record) : put
    },
    'record.reread': async ({ id, take }) => {
      if (take && archive.readOnly) return failure(archive.readOnly)
      const found = await archive.record(id)
      if (!found.ok) return found
      const reading = await readAgain(needs, found.value, signal)
      if (!reading.ok) return reading
      const after = reading.value
      const judged = judge(found.value, after)
      const readers = { before: found.value.extraction.reader, after: after.reader }
      const told = {
        readers,
        ...judged.changes,
        messages: after.messages,
        read: after.report !== null,
        kept: judged.kept,
      }
      if (!take || judged.kind === 'worse') return success({ ...told, record: null })
      const put = await archive.replaceExtraction(id, after)
      return put.ok ? success({ ...told, record: put.value.record }) : put
    },
  }
}
