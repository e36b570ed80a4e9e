import type { SourceFormat } from '../data/document.ts'

/**
 * The endings of files that are read: what the open dialog shows, what the system opens with the application, what is told apart from
 * switches on a command line, and what README lists. Only the bytes decide what a file is; any other name can be imported, too.
 */
export const endingsByFormat = {
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  // WPS writes its .wps and .wpt in the format of .doc.
  doc: ['doc', 'dot', 'wps', 'wpt'],
  pdf: ['pdf'],
  html: ['html', 'htm', 'xhtml', 'shtml'],
  text: ['txt', 'text', 'md', 'csv'],
  rtf: ['rtf'],
  odt: ['odt', 'ott', 'fodt'],
  mhtml: ['mht', 'mhtml', 'eml'],
  wordxml: ['xml'],
} as const satisfies Readonly<Record<Exclude<SourceFormat, 'unknown'>, readonly string[]>>

export const reportEndings: readonly string[] = Object.values(endingsByFormat).flat()

/** Endings under which many things are kept: such a name says nothing of what is in the file. */
const promisingNothing: readonly string[] = ['xml']

const promises: ReadonlyMap<string, string> = new Map(
  Object.entries(endingsByFormat).flatMap(([format, endings]) =>
    endings.filter(ending => !promisingNothing.includes(ending)).map(ending => [ending, format] as const),
  ),
)

/** The format that an ending (without its dot, in lower case) promises; null for one that promises none. */
export const promisedFormat = (ending: string): string | null => promises.get(ending) ?? null

/** Whether a path ends like a report. */
export function hasReportEnding(path: string): boolean {
  return reportEndings.includes(/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '')
}
