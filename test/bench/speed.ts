/**
 * `npm run bench:readers`: how fast each format is read, cells and all, against a peer that does less. One thread, one run, medians over the
 * fixtures and, where they are, over ../shared/reports. A peer that is a program of its own is timed without its start. Ends with 1
 * when a goal is missed; a peer that is not installed is said to be so and misses nothing.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'parse5'
import { decodeText } from '../../src/main/readers/common/encoding.ts'
import { readSource } from '../../src/main/readers/index.ts'
import { DiskResources, pdfjs, resources } from '../../src/main/readers/pdf/opening/pdfjs.ts'

type Sample = { readonly path: string; readonly bytes: Uint8Array }
type Peer = {
  readonly format: 'doc' | 'docx' | 'pdf' | 'html'
  readonly name: string
  readonly goal: number
  /** The peer's version, null where it is not installed. */
  version(): string | null
  /** How often one run reads the sample, ours too: one reading alone would drown in the noise of starting a program. */
  readonly copies: number
  /** A program's start without any work, in milliseconds; 0 for libraries. */
  start(): number
  run(sample: Sample): Promise<void>
}

const root = join(import.meta.dirname, '..', '..')
const folders = ['test/fixtures/reports', 'assets/samples', '../shared/reports'].map(name => join(root, name))
const rounds = 9

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0]
  return (low + high) / 2
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Medians of two works done in turns, so that a busy machine slows both alike. The first two rounds load and warm. */
async function inTurns(ours: () => Promise<void>, theirs: () => Promise<void>): Promise<readonly [number, number]> {
  const pairs: (readonly [number, number])[] = []
  for (let round = 0; round < rounds + 2; round++) {
    const pair = [await timed(ours), await timed(theirs)] as const
    if (round >= 2) pairs.push(pair)
  }
  return [median(pairs.map(pair => pair[0])), median(pairs.map(pair => pair[1]))]
}

function program(command: string, words: readonly string[]): string | null {
  const { error, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8', maxBuffer: 1 << 28 })
  return error ? null : stdout + stderr
}
const versionOf = (command: string, words: readonly string[]) => {
  const text = program(command, words)
  return text === null ? null : (/\d+(?:\.\d+)+/.exec(text)?.[0] ?? '?')
}
const startOf = (command: string, words: readonly string[]) =>
  median(
    Array.from({ length: rounds }, () => {
      const start = performance.now()
      program(command, words)
      return performance.now() - start
    }),
  )
const packageVersion = (name: string): string => {
  const parsed: unknown = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : '?'
}

async function barePdfjs({ bytes }: Sample): Promise<void> {
  const library = await pdfjs()
  const task = library.getDocument({
    ...resources,
    data: new Uint8Array(bytes),
    cMapPacked: true,
    BinaryDataFactory: DiskResources,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  })
  const document = await task.promise
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    await page.getTextContent()
    await page.getOperatorList()
  }
  await task.destroy()
}

const peers: readonly Peer[] = [
  {
    format: 'doc',
    name: 'antiword',
    goal: 1,
    version: () => versionOf('antiword', ['-h']),
    start: () => startOf('antiword', ['-h']),
    copies: 40,
    run: async ({ path }) => void program('antiword', ['-m', 'UTF-8.txt', ...Array.from({ length: 40 }, () => path)]),
  },
  {
    format: 'docx',
    name: 'pandoc',
    goal: 0.3,
    version: () => versionOf('pandoc', ['--version']),
    start: () => startOf('pandoc', ['--version']),
    copies: 1,
    run: async ({ path }) => void program('pandoc', ['-f', 'docx', '-t', 'html', path]),
  },
  {
    format: 'pdf',
    name: 'pdf.js getTextContent + getOperatorList',
    goal: 1.25,
    version: () => packageVersion('pdfjs-dist'),
    start: () => 0,
    copies: 1,
    run: barePdfjs,
  },
  {
    format: 'html',
    name: 'parse5',
    goal: 2.5,
    version: () => packageVersion('parse5'),
    start: () => 0,
    copies: 1,
    run: async ({ bytes }) => void parse(decodeText(bytes).text),
  },
]

const samplesOf = (format: string): readonly Sample[] =>
  folders
    .filter(existsSync)
    .flatMap(folder => readdirSync(folder).map(name => join(folder, name)))
    .filter(path => path.endsWith(`.${format}`))
    .map(path => ({ path, bytes: new Uint8Array(readFileSync(path)) }))

const results: object[] = []
for (const peer of peers) {
  const samples = samplesOf(peer.format)
  const version = peer.version()
  const ours: number[] = []
  const ratios: number[] = []
  const theirs: number[] = []
  const start = version === null ? 0 : peer.start()
  for (const sample of samples) {
    const read = async () => {
      for (let copy = 0; copy < peer.copies; copy++) await readSource(sample.bytes, sample.path)
    }
    const [all, run] = await inTurns(read, version === null ? async () => {} : () => peer.run(sample))
    const own = all / peer.copies
    ours.push(own)
    if (version === null) continue
    const other = (run - start) / peer.copies
    theirs.push(other)
    ratios.push(own / other)
  }
  const own = `.${peer.format}: ${median(ours).toFixed(1)} ms a file (${samples.length} files)`
  if (version === null) {
    console.log(`${own}; ${peer.name} is not installed`)
    results.push({ format: peer.format, ours: median(ours), peer: peer.name, installed: false })
    continue
  }
  const ratio = median(ratios)
  const met = ratio <= peer.goal
  const started = start > 0 ? `, its start of ${start.toFixed(1)} ms not counted` : ''
  console.log(
    `${met ? 'met   ' : 'MISSED'} ${own}; ${peer.name} ${version} ${median(theirs).toFixed(1)} ms${started}; ratio ${ratio.toFixed(2)}, goal at most ${peer.goal}`,
  )
  results.push({
    format: peer.format,
    ours: median(ours),
    peer: peer.name,
    version,
    theirs: median(theirs),
    start,
    ratio,
    goal: peer.goal,
    met,
  })
  if (!met) process.exitCode = 1
}
mkdirSync(join(root, 'test-results'), { recursive: true })
writeFileSync(
  join(root, 'test-results', 'speed.json'),
  `${JSON.stringify({ schema: 1, node: process.version, results }, null, 1)}\n`,
)
