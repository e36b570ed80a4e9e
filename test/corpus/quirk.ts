import type { CorpusFormat, Draft, TextShape } from './model.ts'

/** One named way in which a file differs from the form. */
export type Quirk = {
  readonly name: string
  /** `numbers` changes what is printed before the tables are laid, `layout` the blocks, `manner` how they are written. */
  readonly phase: 'numbers' | 'layout' | 'manner'
  readonly formats: readonly CorpusFormat[]
  /** Fit for random combination with others. */
  readonly combines: boolean
  /** The edition it needs. */
  readonly edition?: '2021' | '2019' | 'mixed'
  /** The shape of text that it is about; the benchmark then takes no other. */
  readonly textShape?: TextShape
  /** The file no longer tells the figures apart: only silence is measured, and no table needs to be read. */
  readonly lossy?: boolean
  /** PDF drawn by hand instead of written by an office program. */
  readonly drawn?: boolean
  apply(draft: Draft): void
}

export const everywhere: readonly CorpusFormat[] = ['html', 'txt', 'docx', 'doc', 'pdf']
export const withCells: readonly CorpusFormat[] = ['html', 'docx', 'doc', 'pdf']
