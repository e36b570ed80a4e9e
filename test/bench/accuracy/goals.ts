import type { CorpusFormat } from '../../corpus/model.ts'
import type { FileResult } from './outcome.ts'
import { percent } from './tally.ts'

type Measured = {
  readonly file: { readonly planned: { readonly format: CorpusFormat; readonly lossy: boolean } }
  readonly result: FileResult
}
export type Goal = { readonly name: string; readonly met: boolean; readonly figure: string }

const shares: readonly { readonly format: CorpusFormat; readonly goal: number }[] = [
  { format: 'docx', goal: 0.999 },
  { format: 'html', goal: 0.999 },
  { format: 'txt', goal: 0.999 },
  { format: 'doc', goal: 0.995 },
  { format: 'pdf', goal: 0.995 },
]

/** What the corpus must show. Lossy files and cells that are lost in the file count for silence only. */
export function goalsOf(measured: readonly Measured[]): readonly Goal[] {
  const exact = shares.map(({ format, goal }): Goal => {
    const cells = measured
      .filter(({ file }) => file.planned.format === format && !file.planned.lossy)
      .flatMap(({ result }) => result.cells.filter(cell => !cell.lost))
    const right = cells.filter(cell => cell.outcome === 'right').length
    return {
      name: `${format}: at least ${(100 * goal).toFixed(1)} % of cells exact`,
      met: right >= goal * cells.length,
      figure: `${right} of ${cells.length}, ${percent(right, cells.length)}`,
    }
  })
  const count = (name: string, of: (result: FileResult) => number): Goal => {
    const found = measured.reduce((sum, item) => sum + of(item.result), 0)
    return { name, met: found === 0, figure: String(found) }
  }
  const due = measured.reduce((sum, item) => sum + item.result.sums.due, 0)
  const found = measured.reduce((sum, item) => sum + item.result.sums.found, 0)
  const kept = measured.reduce((sum, item) => sum + item.result.sums.kept, 0)
  return [
    ...exact,
    count('cells wrong in silence', result => result.cells.filter(cell => cell.outcome === 'silent').length),
    count('blank or dash read as 0', result => result.cells.filter(cell => cell.blankAsZero).length),
    count('tables claimed that are not in the file', result => result.invented.length),
    count('pictures of tables not called so', result => result.unsaidPictures.length),
    count('editions of tables taken for the other', result => result.wrongEditions.length),
    { name: 'wrong sums found', met: found === due, figure: `${found} of ${due}` },
    { name: 'wrong sums with every printed value kept', met: kept === due, figure: `${kept} of ${due}` },
  ]
}
