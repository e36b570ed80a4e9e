import type { Message } from '../messages/model.ts'
import type { SourceFormat } from './document.ts'
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
  ...(['macros', 'scripts', 'embedded', 'external', 'readOnly', 'personalData', 'virus'] as const),
] as const
export type InspectionKey = (typeof inspectionKeys)[number]

export type InspectionItem = {
  readonly key: InspectionKey
  readonly nature: Nature
  readonly result: InspectionResult
  /** One sentence: what was found. */
  readonly detail: { readonly zh: string; readonly en: string }
  /** When it was proved: by the import itself, or when the inspection looked. Reports of earlier versions do not say. */
  readonly at?: string
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

/** import: by itself, of what has come in; asked: because a person wanted it. */
export const inspectionCauses = ['import', 'asked'] as const
export type InspectionCause = (typeof inspectionCauses)[number]

/** Of one or many records. A record that could not be opened is a problem and has no items. */
export type InspectionReport = {
  /** Names the report's file in the archive. */
  readonly id: string
  readonly cause: InspectionCause
  readonly at: string
  readonly who: string
  readonly software: string
  readonly archive: string
  readonly inspections: readonly Inspection[]
  readonly problems: readonly Message[]
  /** The last whole verification of the archive (journal chain, seals, originals), null while there was none. */
  readonly verified: { readonly at: string; readonly whole: boolean } | null
}

/** A report as lists show it. */
export type InspectionHead = {
  readonly id: string
  readonly cause: InspectionCause
  readonly at: string
  readonly records: number
  /** Records with an item that does not pass, and records that could not be opened. */
  readonly failed: number
  readonly unopened: number
  readonly counts: Readonly<Record<Nature, Readonly<Record<InspectionResult, number>>>>
}

/** What an inspection that was asked for came to. Stopped in between, the reports tell of what had been done. */
export type InspectionRun = {
  readonly reports: readonly InspectionHead[]
  readonly done: number
  readonly of: number
}

/** The inspection of what has come in: how far it is, and what was found since the last import began. */
export type InspectionState = {
  readonly due: number
  readonly done: number
  readonly failed: number
  readonly unopened: number
  /** Reports that were kept, in order. */
  readonly reports: readonly string[]
  /** Why a report could not be kept; what was found waits. */
  readonly problem: Message | null
}

/** What was found of one imported record: how many items with which result, and the names of those that did not pass. */
export type ImportInspection = Readonly<Record<InspectionResult, number>> & {
  readonly failed: readonly InspectionKey[]
}

export const hasFailed = ({ items }: Inspection): boolean => items.some(item => item.result === 'fail')

export function countResults(items: readonly InspectionItem[]): Readonly<Record<InspectionResult, number>> {
  const counts = { pass: 0, fail: 0, notApplicable: 0, notChecked: 0 }
  for (const item of items) counts[item.result]++
  return counts
}

/** Items of all records, by property and result. */
export function countAll(inspections: readonly Inspection[]): InspectionHead['counts'] {
  const none = { pass: 0, fail: 0, notApplicable: 0, notChecked: 0 }
  const counts = { authenticity: { ...none }, integrity: { ...none }, usability: { ...none }, safety: { ...none } }
  for (const { items } of inspections) for (const { nature, result } of items) counts[nature][result]++
  return counts
}
