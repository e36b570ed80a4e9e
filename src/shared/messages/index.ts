import type { Anchor } from '../data/document.ts'
import { appMessages } from './app.ts'
import { archiveMessages } from './archive/archive.ts'
import { archiveCopiesMessages } from './archive/copies.ts'
import { archiveDamageMessages } from './archive/damage.ts'
import { archiveFilesMessages } from './archive/files.ts'
import { archiveOpeningMessages } from './archive/opening.ts'
import { bagFilesMessages } from './exchange/bagFiles.ts'
import { bagRecordsMessages } from './exchange/bagRecords.ts'
import { exportingMessages } from './exchange/exporting.ts'
import { ingestMessages } from './ingest.ts'
import { inspectingMessages } from './inspecting.ts'
import type { Language, Message, MessageTable, MessageWords, Params, Sentence } from './model.ts'
import type { BothAlike, NamesOf } from './params.ts'
import { docMessages } from './reading/doc.ts'
import { officeMessages } from './reading/office.ts'
import { pdfMessages } from './reading/pdf.ts'
import { readingMessages } from './reading/reading.ts'
import { recognitionMessages } from './reading/recognition.ts'
import { webTextMessages } from './reading/webtext.ts'
import { recordMessages } from './record.ts'
import { searchMessages } from './search.ts'
import { windowMessages } from './window.ts'

/** Messages with codes, and their words in Chinese and English. */

export type { Language, Message, Severity } from './model.ts'

const tables = {
  ...appMessages,
  ...readingMessages,
  ...officeMessages,
  ...docMessages,
  ...pdfMessages,
  ...webTextMessages,
  ...recognitionMessages,
  ...ingestMessages,
  ...recordMessages,
  ...archiveMessages,
  ...archiveFilesMessages,
  ...archiveOpeningMessages,
  ...archiveDamageMessages,
  ...archiveCopiesMessages,
  ...bagFilesMessages,
  ...bagRecordsMessages,
  ...exportingMessages,
  ...inspectingMessages,
  ...searchMessages,
  ...windowMessages,
} as const satisfies MessageTable

export type MessageCode = keyof typeof tables

/** Every message the application can give, by code. For documentation and tests. */
export const messageTable: MessageTable = tables satisfies BothAlike<typeof tables>

type NamesByCode = { readonly [Code in MessageCode]: NamesOf<(typeof tables)[Code]> }
/** Codes whose text names exactly these parameters. */
export type CodeNaming<Names extends string> = {
  [Code in MessageCode]: [Names] extends [NamesByCode[Code]]
    ? [NamesByCode[Code]] extends [Names]
      ? Code
      : never
    : never
}[MessageCode]
/** Of several codes, those that all of them name; codes that name different ones have none in common. */
type ParamsOf<Code extends MessageCode> = [Code] extends [CodeNaming<NamesByCode[Code]>]
  ? Readonly<Record<NamesByCode[Code], string | number>>
  : never
type Exact<Code extends MessageCode, Given> = Given & Readonly<Record<Exclude<keyof Given, NamesByCode[Code]>, never>>
type Rest = [anchor?: Anchor | null, detail?: string | undefined]

/**
 * Makes a message of a known code, with exactly the parameters that its text names; its severity comes from the table. `anchor` says
 * where in the source it was found.
 */
export function message<Code extends MessageCode, Given extends ParamsOf<Code>>(
  code: Code,
  ...[given, anchor = null, detail]: [NamesByCode[Code]] extends [never]
    ? [params?: Exact<Code, Given>, ...rest: Rest]
    : [params: Exact<Code, Given>, ...rest: Rest]
): Message {
  const params: Params = given ?? {}
  const base = { code, severity: tables[code].severity, params, anchor }
  return detail === undefined ? base : { ...base, detail }
}

function fill(sentence: Sentence | undefined, language: Language, params: Params): string {
  if (!sentence) return ''
  return sentence[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/** The three lines of a message: 出了何事, 哪些无恙, 请这样做. The last two are empty where the message has none. */
export function messageLines(item: Message, language: Language): { what: string; kept: string; todo: string } {
  const words: MessageWords | undefined = messageTable[item.code]
  if (!words) return { what: item.code, kept: '', todo: '' }
  return {
    what: fill(words.what, language, item.params),
    kept: fill(words.kept, language, item.params),
    todo: fill(words.todo, language, item.params),
  }
}

/** What is unharmed when a file was only read where it lies and nothing was archived. */
const inPlace: Sentence = { zh: '没有归档，也没有改动文件。', en: 'Nothing was archived and the file was not changed.' }

/**
 * The message on one line, its sentences one after the other. `keeping` says what became of the file: the messages of readers
 * speak of the kept original, which is untrue where a file was read without archiving it.
 */
export function messageText(item: Message, language: Language, keeping: 'archived' | 'inPlace' = 'archived'): string {
  const { what, todo, ...lines } = messageLines(item, language)
  const kept = lines.kept && keeping === 'inPlace' ? inPlace[language] : lines.kept
  return [what, kept, todo].filter(Boolean).join(language === 'en' ? ' ' : '')
}
