import { isAbsolute, resolve } from 'node:path'
import { hasReportEnding } from '../shared/facts/endings.ts'
import { verbs } from './cli/arguments.ts'

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

/** The documents among a process's arguments: what the system passes when a report is opened with the application. */
export function filesInArguments(argv: readonly string[]): string[] {
  return argv
    .slice(1)
    .filter(item => !item.startsWith('-') && hasReportEnding(item))
    .map(item => (isAbsolute(item) ? item : resolve(item)))
}

/**
 * What the command line is asked for; null where a window is wanted.
 * @param from where our own arguments begin: behind the program, and in an unpacked one behind its folder, too
 */
export function commandLineIn(argv: readonly string[], from: number): readonly string[] | null {
  // Chromium refuses to run as root without this one; the command line does not know it.
  const own = argv.slice(argv[from] === '--no-sandbox' ? from + 1 : from)
  const first = own[0] ?? ''
  return ['--help', '-h', '--version', ...verbs].includes(first) ? own : null
}
