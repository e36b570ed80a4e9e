import { isAbsolute, resolve } from 'node:path'

/** Switches of the application itself; Chromium's own begin with -- too and are left alone. */
export type OpenArguments = {
  /** `--archive=DIR`: another archive than the application's own. */
  readonly archive: string | null
  /** `--user-data=DIR`: where the application keeps its own files. */
  readonly userData: string | null
}

function switchValue(argv: readonly string[], name: string): string | null {
  const found = argv.find(item => item.startsWith(`--${name}=`))
  return found ? resolve(found.slice(name.length + 3)) : null
}

/** Reads our switches from a process's arguments. */
export function openArguments(argv: readonly string[]): OpenArguments {
  return { archive: switchValue(argv, 'archive'), userData: switchValue(argv, 'user-data') }
}

const documents = /\.(docx?|docm|dotx?|wps|rtf|odt|pdf|html?|mht|mhtml|eml|txt)$/i

/** The documents among a process's arguments: what the system passes when a report is opened with the application. */
export function filesInArguments(argv: readonly string[]): string[] {
  return argv
    .slice(1)
    .filter(item => !item.startsWith('-') && documents.test(item))
    .map(item => (isAbsolute(item) ? item : resolve(item)))
}
