import type { Anchor } from '../../shared/document.ts'
import type { ArchiveRecord } from '../../shared/record.ts'
import { BlockView } from '../ui/BlockView.tsx'
import { useWords } from '../words/index.ts'

/** The lines of the original around the cell, as read. */
export function SourceCrop({ record, anchor }: { readonly record: ArchiveRecord; readonly anchor: Anchor }) {
  const words = useWords().history
  const block = record.extraction.document?.blocks[anchor.block]
  if (block?.kind !== 'grid') return null
  return (
    <figure className="crop" aria-label={words.original}>
      <BlockView
        block={block}
        words={[]}
        lit={{ row: anchor.row ?? null, column: anchor.column ?? null }}
        rowsAround={1}
      />
    </figure>
  )
}
