import { parseArgs } from 'node:util'
import { type RecordStatus, recordStatuses } from '../../shared/data/record.ts'
import type { Language } from '../../shared/messages/index.ts'

/** Every verb of the command line. */
export const verbs = [
  ...(['extract', 'import', 'list', 'show', 'search', 'verify', 'rebuild', 'export'] as const),
  ...(['inspect', 'backup', 'restore', 'reread', 'diagnose', 'explain'] as const),
] as const
export type Verb = (typeof verbs)[number]

export type Command = {
  readonly verb: Verb
  readonly operands: readonly string[]
  readonly json: boolean
  /** Null: the application's own. */
  readonly archive: string | null
  readonly years: readonly number[]
  readonly statuses: readonly RecordStatus[]
  /** Where `export` writes: a new folder, a new file. */
  readonly bag: string | null
  readonly csv: string | null
  /** reread: those read by today's readers, too. */
  readonly all: boolean
  /** reread: looks only. */
  readonly dryRun: boolean
  /** import: the 四性检测 is left to the application. */
  readonly noInspect: boolean
  /** Where `inspect` writes its printable page. */
  readonly page: string | null
  /** Where `explain` writes its page. */
  readonly html: string | null
}

/** What a command line asks for. `wrong` carries what is wrong with it, in both languages. */
export type Asked =
  | { readonly kind: 'run'; readonly command: Command; readonly language: Language }
  | { readonly kind: 'help' | 'version'; readonly language: Language }
  | { readonly kind: 'wrong'; readonly zh: string; readonly en: string; readonly language: Language }

/** As parseArgs takes them. */
export const options = {
  json: { type: 'boolean' },
  archive: { type: 'string' },
  lang: { type: 'string' },
  year: { type: 'string', multiple: true },
  status: { type: 'string', multiple: true },
  bag: { type: 'string' },
  csv: { type: 'string' },
  all: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  page: { type: 'string' },
  html: { type: 'string' },
  'no-inspect': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const

/** Operands a verb takes: at least, at most. */
const operandCounts: Readonly<Record<Verb, readonly [number, number]>> = {
  extract: [1, Number.POSITIVE_INFINITY],
  explain: [1, 1],
  import: [1, Number.POSITIVE_INFINITY],
  list: [0, 0],
  show: [1, 1],
  search: [1, Number.POSITIVE_INFINITY],
  verify: [0, 0],
  rebuild: [0, 0],
  export: [0, Number.POSITIVE_INFINITY],
  backup: [1, 1],
  restore: [1, 1],
  reread: [0, Number.POSITIVE_INFINITY],
  diagnose: [0, 0],
  inspect: [0, Number.POSITIVE_INFINITY],
}

type Environment = Readonly<Record<string, string | undefined>>

/** Chinese unless asked otherwise or the system speaks another language. The locales C and POSIX say nothing about people. */
function languageOf(wanted: string | undefined, environment: Environment): Language {
  if (wanted === 'zh' || wanted === 'en') return wanted
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return /^(?:$|C\b|POSIX\b|zh)/i.test(locale) ? 'zh' : 'en'
}

function wordOf(language: string | undefined): boolean {
  return language === undefined || language === 'zh' || language === 'en'
}

/** parseArgs takes what begins with - for an option; in a search -word excludes, and only these are options. */
function protectExclusions(argv: readonly string[]): readonly string[] {
  if (argv[0] !== 'search') return argv
  const known = /^(?:--(?:json|help|version|archive|lang|year|status)(?:=.*)?|-h|--)$/s
  return argv.map(item => (item.startsWith('-') && !known.test(item) ? `\0${item}` : item))
}

/** Reads a command line without the program's own name. */
export function readArguments(argv: readonly string[], environment: Environment): Asked {
  const parsed = (() => {
    try {
      return parseArgs({ args: [...protectExclusions(argv)], options, allowPositionals: true, strict: true })
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error))
    }
  })()
  if (parsed instanceof Error) {
    return {
      kind: 'wrong',
      zh: `选项有误：${parsed.message}`,
      en: parsed.message,
      language: languageOf(undefined, environment),
    }
  }
  const { values, positionals } = parsed
  const language = languageOf(values.lang, environment)
  const wrong = (zh: string, en: string): Asked => ({ kind: 'wrong', zh, en, language })
  if (values.help) return { kind: 'help', language }
  if (values.version) return { kind: 'version', language }
  if (!wordOf(values.lang)) return wrong(`--lang 只能是 zh 或 en`, `--lang must be zh or en`)
  const [first, ...rest] = positionals
  if (first === undefined) return wrong('没有写动作', 'no verb given')
  const verb = verbs.find(item => item === first)
  if (!verb) return wrong(`没有“${first}”这个动作`, `there is no verb “${first}”`)
  const operands = rest.map(item => item.replace(/^\0/, ''))
  const [least, most] = operandCounts[verb]
  if (operands.length < least) return wrong(`${verb} 缺参数`, `${verb} needs an argument`)
  if (operands.length > most) return wrong(`${verb} 参数过多`, `${verb} takes fewer arguments`)
  const years = (values.year ?? []).map(Number)
  if (!years.every(year => Number.isInteger(year))) return wrong('--year 应为年份', '--year must be a year')
  const statuses = (values.status ?? []).map(name => recordStatuses.find(item => item === name) ?? null)
  const known = statuses.flatMap(item => item ?? [])
  if (known.length < statuses.length) {
    return wrong('--status 没有这个状态', `--status must be one of ${recordStatuses.join(', ')}`)
  }
  const to = { bag: values.bag ?? null, csv: values.csv ?? null, page: values.page ?? null, html: values.html ?? null }
  if (verb === 'export' && to.bag === null && to.csv === null && !values.json)
    return wrong('export 要写 --bag 文件夹、--csv 文件或 --json', 'export needs --bag DIR, --csv FILE or --json')
  if (verb !== 'export' && (to.bag !== null || to.csv !== null))
    return wrong('--bag 与 --csv 只用于 export', '--bag and --csv are for export')
  if (verb !== 'inspect' && to.page !== null) return wrong('--page 只用于 inspect', '--page is for inspect')
  if (verb !== 'explain' && to.html !== null) return wrong('--html 只用于 explain', '--html is for explain')
  if ((verb === 'export' || verb === 'inspect') && operands.some(item => !/^[0-9a-f]{16}$/.test(item)))
    return wrong(`${verb} 的参数应为报告编号（16 位）`, `the arguments of ${verb} are ids of 16 hex digits`)
  const command = {
    verb,
    ...to,
    operands,
    json: values.json ?? false,
    archive: values.archive ?? null,
    years,
    statuses: known,
    all: values.all ?? false,
    dryRun: values['dry-run'] ?? false,
    noInspect: values['no-inspect'] ?? false,
  }
  return { kind: 'run', command, language }
}
