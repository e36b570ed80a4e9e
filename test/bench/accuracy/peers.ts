import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mammoth from 'mammoth'
import type { CorpusFile } from '../../corpus/make.ts'
import type { CorpusFormat } from '../../corpus/model.ts'
import { type Conversion, conversionPath, convertAll } from '../../corpus/office.ts'
import { byPosition, tablesOfHtml, tablesOfLines } from './naive.ts'
import { judgeCells, type Readout } from './outcome.ts'
import { addCells, emptyTally, type Tally } from './tally.ts'

/** Other tools over the same files. None of them reads the form, so a naive reader stands behind each. */

export type PeerResult = { readonly name: string; readonly note: string; readonly tally: Tally | null }

type Peer = {
  readonly name: string
  readonly formats: readonly CorpusFormat[]
  /** Its version, or null where it is not installed. */
  version(): string | null
  read(file: CorpusFile, path: string): Promise<Readout>
}

const output = (command: string, words: readonly string[]) =>
  execFileSync(command, words, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] })

function versionOf(command: string, words: readonly string[]): string | null {
  try {
    const text = execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    return /\d+(?:\.\d+)+/.exec(text)?.[0] ?? ''
  } catch {
    return null
  }
}

function editionsOf({ truth }: CorpusFile) {
  const edition = (key: 'disclosure' | 'requests' | 'proceedings') => {
    const table = truth.tables[key]
    return table.status === 'there' ? table.edition : '2021'
  }
  return {
    disclosure: edition('disclosure'),
    requests: edition('requests'),
    proceedings: edition('proceedings'),
  } as const
}
const ofHtml = (html: string, file: CorpusFile) => byPosition(tablesOfHtml(html), editionsOf(file))

const officeConversion = (file: CorpusFile): Conversion => ({
  bytes: file.bytes,
  from: file.planned.format === 'doc' ? 'doc' : 'docx',
  to: 'html',
})

function peersWith(cache: string): readonly Peer[] {
  return [
    {
      name: 'pandoc',
      formats: ['docx', 'html'],
      version: () => versionOf('pandoc', ['--version']),
      read: async (file, path) => ofHtml(output('pandoc', ['-f', file.planned.format, '-t', 'html', path]), file),
    },
    {
      name: 'mammoth',
      formats: ['docx'],
      version: () => 'HTML',
      read: async file => ofHtml((await mammoth.convertToHtml({ buffer: Buffer.from(file.bytes) })).value, file),
    },
    {
      name: 'LibreOffice HTML',
      formats: ['docx', 'doc'],
      version: () => versionOf('soffice', ['--version']),
      read: async file => {
        const path = conversionPath(cache, officeConversion(file))
        return existsSync(path) ? ofHtml(readFileSync(path, 'utf8'), file) : { cells: new Map() }
      },
    },
    {
      name: 'pdftotext -layout',
      formats: ['pdf'],
      version: () => {
        const found = versionOf('pdftotext', ['-v'])
        return found
      },
      read: async (file, path) =>
        byPosition(tablesOfLines(output('pdftotext', ['-layout', path, '-'])), editionsOf(file)),
    },
  ]
}

export async function readPeers(
  measured: readonly { readonly file: CorpusFile }[],
  cache: string,
): Promise<readonly PeerResult[]> {
  const files = measured.map(item => item.file).filter(file => !file.planned.lossy)
  const peers = peersWith(cache)
  await convertAll(cache, files.filter(file => ['docx', 'doc'].includes(file.planned.format)).map(officeConversion))
  const workshop = mkdtempSync(join(tmpdir(), 'kaijuan-peers-'))
  const results: PeerResult[] = []
  for (const peer of peers) {
    const version = peer.version()
    for (const format of peer.formats) {
      const name = `${peer.name} ${version ?? ''} · ${format}`
      if (version === null) {
        results.push({ name, note: 'not installed', tally: null })
        continue
      }
      const tally = emptyTally()
      for (const file of files.filter(item => item.planned.format === format)) {
        const path = join(workshop, `file.${format}`)
        writeFileSync(path, file.bytes)
        const read = await peer.read(file, path).catch((): Readout => ({ cells: new Map() }))
        addCells(
          tally,
          judgeCells(file.truth, read).filter(cell => !cell.lost),
        )
      }
      results.push({ name, note: '', tally })
    }
  }
  rmSync(workshop, { recursive: true, force: true })
  return results
}
