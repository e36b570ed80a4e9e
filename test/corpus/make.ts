import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawPdf } from './drawPdf.ts'
import type { Truth } from './model.ts'
import { type Conversion, conversionPath, convertAll } from './office.ts'
import { makeDraft, type PlannedFile, type PlanSize, planCorpus } from './plan.ts'
import { writeDocx } from './writeDocx.ts'
import { writeHtml } from './writeHtml.ts'
import { writeText } from './writeText.ts'

/** Makes the corpus: `node test/corpus/make.ts [folder]` writes the files and their truth for looking at by hand. */

export type CorpusFile = {
  readonly planned: PlannedFile
  readonly truth: Truth
  readonly name: string
  readonly bytes: Uint8Array
}

/** The file itself, or the .docx that an office program has to convert. */
export function writePlanned(planned: PlannedFile): {
  readonly truth: Truth
  readonly bytes: Uint8Array
  readonly conversion: Conversion | null
} {
  const { draft, truth } = makeDraft(planned)
  const done = (bytes: Uint8Array) => ({ truth, bytes, conversion: null })
  switch (planned.format) {
    case 'html':
      return done(writeHtml(draft))
    case 'txt':
      return done(writeText(draft))
    case 'docx':
      return done(writeDocx(draft))
    case 'doc':
    case 'pdf': {
      if (planned.drawn) return done(drawPdf(draft))
      const bytes = writeDocx(draft)
      return { truth, bytes, conversion: { bytes, from: 'docx', to: planned.format } }
    }
  }
}

/**
 * All files of a plan. Conversions are kept in `cache`; `unmade` lists what could not be made because no office program is
 * installed or it refused.
 */
export async function makeCorpus(
  size: PlanSize,
  cache: string,
  wanted: (planned: PlannedFile) => boolean = () => true,
): Promise<{ readonly files: readonly CorpusFile[]; readonly unmade: readonly PlannedFile[] }> {
  const written = planCorpus(size)
    .filter(wanted)
    .map(planned => ({ planned, ...writePlanned(planned) }))
  await convertAll(
    cache,
    written.flatMap(item => item.conversion ?? []),
  )
  const files: CorpusFile[] = []
  const unmade: PlannedFile[] = []
  for (const { planned, truth, bytes, conversion } of written) {
    const name = `${planned.id}.${planned.format}`
    if (!conversion) files.push({ planned, truth, name, bytes })
    else if (existsSync(conversionPath(cache, conversion)))
      files.push({ planned, truth, name, bytes: new Uint8Array(readFileSync(conversionPath(cache, conversion))) })
    else unmade.push(planned)
  }
  return { files, unmade }
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..', '..', 'test-results')
  const folder = process.argv[2] ?? join(root, 'corpus-files')
  const { files, unmade } = await makeCorpus({ seeds: 1, combinations: 8 }, join(root, 'corpus'))
  mkdirSync(folder, { recursive: true })
  for (const file of files) {
    writeFileSync(join(folder, file.name), file.bytes)
    const tables = Object.entries(file.truth.tables).map(([key, table]) => [
      key,
      table.status === 'there' ? { edition: table.edition, cells: Object.fromEntries(table.cells) } : table.status,
    ])
    const truth = {
      ...file.truth,
      quirks: file.planned.quirks.map(item => item.name),
      tables: Object.fromEntries(tables),
    }
    writeFileSync(join(folder, `${file.name}.truth.json`), JSON.stringify(truth, null, 1))
  }
  console.log(`${files.length} files in ${folder}; ${unmade.length} could not be made`)
}
