import type { SourceDocument, SourceFormat } from '../../../shared/data/document.ts'
import type { Message } from '../../../shared/messages/index.ts'
import type { Tracer } from '../../../shared/trace/steps.ts'
import type { Decoded } from './encoding.ts'

/** What a reader is, what it gives, and what it may ask of the readers of other formats. */

/**
 * What reading one source gives: always a value and messages. `document` is null when nothing could be read; then at least one
 * message is an error. Readers throw only for bugs.
 */
export type SourceReading = {
  readonly format: SourceFormat
  readonly document: SourceDocument | null
  readonly messages: readonly Message[]
}

export type ReadableFormat = Exclude<SourceFormat, 'unknown'>

/** One reader: the bytes of a format it was chosen for. `name` is the file's name, for messages only: its ending proves nothing. */
export type Reader = (bytes: Uint8Array, name: string) => Promise<SourceReading>

/** A reader whose documents may hold others, of its own format or of another. `trace` hears the steps of those that tell any. */
export type HolderReader = (
  bytes: Uint8Array,
  name: string,
  others: OtherReaders,
  trace?: Tracer,
) => Promise<SourceReading>

/** How a reader has read what its document holds of another format: formats do not know each other, only the entrance knows all. */
export type OtherReaders = {
  /** A web page, decoded by what its holder knows of it. */
  readonly page: (page: Decoded, name: string) => Promise<SourceReading>
  readonly text: Reader
  /** Bytes if they are of one of these formats; null where they are not, or lie too deep in documents in documents. */
  readonly oneOf: (formats: ReadonlySet<SourceFormat>, bytes: Uint8Array, name: string) => Promise<SourceReading | null>
  /** The parts of a Word document that came in another container than a package. */
  readonly wordParts: (parts: ReadonlyMap<string, Uint8Array>, name: string) => Promise<SourceReading>
}
