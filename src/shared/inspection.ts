import type { SourceFormat } from './document.ts'
import type { Message } from './messages/model.ts'
import type { RecordId } from './record.ts'

/** 四性检测: what was checked of a record's authenticity, integrity, usability and safety, after DA/T 70—2018. */

/** 真实性, 完整性, 可用性, 安全性. */
export const natures = ['authenticity', 'integrity', 'usability', 'safety'] as const
export type Nature = (typeof natures)[number]

/** pass 通过; fail 不通过; notApplicable 不适用: the thing does not exist here; notChecked 未检: it exists, and nobody looked. */
export const inspectionResults = ['pass', 'fail', 'notApplicable', 'notChecked'] as const
export type InspectionResult = (typeof inspectionResults)[number]

/** What in a file could do something when it is opened, or fetch something from elsewhere. */
export const activeKinds = ['macro', 'script', 'embedded', 'external'] as const
export type ActiveKind = (typeof activeKinds)[number]
export type ActiveContent = {
  /** Kinds that this format can have and that were looked for. */
  readonly looked: readonly ActiveKind[]
  readonly found: readonly { readonly kind: ActiveKind; readonly where: string }[]
  /** Parts of the file could not be looked into. */
  readonly partial: boolean
}

/** What opening the source now gave. */
export type Look = {
  readonly format: SourceFormat
  readonly readable: boolean
  readonly encrypted: boolean
  /** The name promises another format. */
  readonly misnamed: boolean
  readonly characters: number
  /** Characters that could not be decoded (U+FFFD). */
  readonly lost: number
  readonly active: ActiveContent | null
}

export const inspectionKeys = [
  ...(['sourceDigest', 'sourceFacts', 'formatAndName', 'revisionChain', 'journalProof', 'metadataValues'] as const),
  ...(['byteCount', 'requiredMetadata', 'provenance', 'process', 'content'] as const),
  ...(['readable', 'format', 'encryption', 'encoding', 'recordReadable'] as const),
  ...(['macros', 'scripts', 'embedded', 'external', 'readOnly', 'virus'] as const),
] as const
export type InspectionKey = (typeof inspectionKeys)[number]

export type InspectionItem = {
  readonly key: InspectionKey
  readonly nature: Nature
  readonly result: InspectionResult
  /** One sentence: what was found. */
  readonly detail: { readonly zh: string; readonly en: string }
}

export type Inspection = {
  readonly record: RecordId
  readonly name: string
  readonly year: number | null
  readonly title: string | null
  readonly fileName: string
  readonly sha256: string
  readonly items: readonly InspectionItem[]
}

/** Of one or many records. A record that could not be opened is a problem and has no items. */
export type InspectionReport = {
  readonly at: string
  readonly who: string
  readonly software: string
  readonly archive: string
  readonly inspections: readonly Inspection[]
  readonly problems: readonly Message[]
  /** The last whole verification of the archive (journal chain, seals, originals), null while there was none. */
  readonly verified: { readonly at: string; readonly whole: boolean } | null
}

export function countResults(items: readonly InspectionItem[]): Readonly<Record<InspectionResult, number>> {
  const counts = { pass: 0, fail: 0, notApplicable: 0, notChecked: 0 }
  for (const item of items) counts[item.result]++
  return counts
}
