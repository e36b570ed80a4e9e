/**
 * Mixed files to import, as an archivist has them: Word, PDF, web pages and text in the shares that come in, no two with the same bytes.
 * `node test/bench/mixed.ts FOLDER 150` writes them; what is drawn and converted already lies in the repository, so no office program is needed.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { writePlanned } from '../corpus/make.ts'
import { planCorpus } from '../corpus/plan.ts'

const root = join(import.meta.dirname, '..', '..')
const formats = ['doc', 'docx', 'pdf', 'html', 'txt'] as const
type Format = (typeof formats)[number]
/** Of twenty files; most reports come in as Word. */
const shares: Readonly<Record<Format, number>> = { doc: 5, docx: 6, pdf: 4, html: 3, txt: 2 }

type Sample = { readonly name: string; readonly bytes: Uint8Array }

const kept = (format: Format): readonly Sample[] =>
  ['test/fixtures/reports', 'assets/samples', 'test/fixtures/corpus'].flatMap(folder =>
    readdirSync(join(root, folder))
      .filter(name => extname(name) === `.${format}`)
      .map(name => ({ name, bytes: new Uint8Array(readFileSync(join(root, folder, name))) })),
  )

const drawn = (format: Format): readonly Sample[] =>
  planCorpus({ seeds: 1, combinations: 12 }).flatMap(planned => {
    if (planned.format !== format || (!planned.drawn && (format === 'doc' || format === 'pdf'))) return []
    return [{ name: `${planned.id}.${format}`, bytes: writePlanned(planned).bytes }]
  })

/** Behind the end of each format stands what its readers pass over: the same report in other bytes. */
const tails: Readonly<Record<Format, (number: number) => Uint8Array>> = {
  doc: number => Buffer.alloc(512, number & 255),
  docx: number => Buffer.alloc(0, number),
  pdf: number => Buffer.from(`\n% ${number}\n`),
  html: number => Buffer.from(`<!-- ${number} -->\n`),
  txt: number => Buffer.from('\n'.repeat(number)),
}

/** The comment at the end of a zip file, whose length stands in its last two bytes. */
function withComment(zip: Uint8Array, text: string): Uint8Array {
  const comment = Buffer.from(text)
  const bytes = Buffer.concat([zip, comment])
  bytes.writeUInt16LE(comment.length, zip.length - 2)
  return bytes
}

const again = ({ bytes }: Sample, format: Format, round: number): Uint8Array => {
  if (round === 0) return bytes
  return format === 'docx' ? withComment(bytes, `copy ${round}`) : Buffer.concat([bytes, tails[format](round)])
}

/** Writes so many files into a folder and answers with their paths, in the order in which they are to be imported. */
export function writeMixed(folder: string, count: number): readonly string[] {
  mkdirSync(folder, { recursive: true })
  const samplesOf = (format: Format) => [...kept(format), ...drawn(format)]
  const samples: Readonly<Record<Format, readonly Sample[]>> = {
    ...{ doc: samplesOf('doc'), docx: samplesOf('docx'), pdf: samplesOf('pdf') },
    ...{ html: samplesOf('html'), txt: samplesOf('txt') },
  }
  const used: Record<Format, number> = { doc: 0, docx: 0, pdf: 0, html: 0, txt: 0 }
  const turns = formats.flatMap(format =>
    Array.from({ length: shares[format] }, (_, at) => ({ format, at: at / shares[format] })),
  )
  const order = turns.toSorted((a, b) => a.at - b.at).map(turn => turn.format)
  return Array.from({ length: count }, (_, index) => {
    const format = order[index % order.length] ?? 'docx'
    const number = used[format]++
    const all = samples[format]
    const sample = all[number % all.length]
    if (!sample) throw new Error(`no sample of ${format}`)
    const path = join(folder, `${String(index + 1).padStart(5, '0')}-${sample.name}`)
    writeFileSync(path, again(sample, format, Math.floor(number / all.length)))
    return path
  })
}

if (import.meta.main) {
  const [folder = 'mixed', count = '150'] = process.argv.slice(2)
  console.log(`${writeMixed(folder, Number(count)).length} files in ${folder}`)
}
