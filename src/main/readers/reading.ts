import type { SourceDocument, SourceFormat } from '../../shared/data/document.ts'
import type { Message } from '../../shared/messages/index.ts'
import type { Tracer } from '../../shared/trace/steps.ts'

/**
 * What reading one source gives: always a value and messages. `document` is null when nothing could be read; then at least one
 * message is an error. Readers throw only for bugs.
 */
export type SourceReading = {
  readonly format: SourceFormat
  readonly document: SourceDocument | null
  readonly messages: readonly Message[]
}

/** One reader: the bytes of a format it was chosen for. `name` is the file's name, for messages only: its ending proves nothing. `trace` hears its steps. */
export type Reader = (bytes: Uint8Array, name: string, trace?: Tracer) => Promise<SourceReading>
