import { type Language, messageText } from '../messages/index.ts'
import { type ExtractedFile, type ExtractStatus, extractOutput, extractStatus } from './output.ts'
import { extractText } from './text.ts'

/** How the command line wants a reading: as words, or as one line of JSON. */
export type PrintAs = { readonly json: boolean; readonly language: Language }

/** A reading ready to be printed. `problems` go to standard error, where the line itself is for a program. */
export type Printed = { readonly status: ExtractStatus; readonly line: string; readonly problems: readonly string[] }

/** What `kaijuan extract` prints for one file. Pure; the worker that read the file does it, so that it need not hand over the whole reading. */
export function extractPrint(read: ExtractedFile, { json, language }: PrintAs): Printed {
  const errors = json ? read.messages.filter(item => item.severity === 'error') : []
  return {
    status: extractStatus(read),
    line: json ? JSON.stringify(extractOutput(read, language)) : extractText(read, language),
    problems: errors.map(item => messageText(item, language, 'inPlace')),
  }
}
