import type { Block, GridBlock, GridCell } from '../../shared/data/document.ts'
import { Marked } from './Marked.tsx'
import { wordMarks } from './marks.ts'

type Lit = { readonly row: number | null; readonly column: number | null }
type BlockViewProps = {
  readonly block: Block
  readonly words: readonly string[]
  readonly lit: Lit | null
}

/** Rows of a grid shown before and after the lit one. */
const rowsAround = 4
/** From this many characters a cell is a label: it gets room, or its column would shrink to one character. */
const labelFrom = 7

/** One block of a source document as text, hits marked, the block of the hit lit. */
export function BlockView({ block, words, lit }: BlockViewProps) {
  switch (block.kind) {
    case 'heading':
      return (
        <h3 className={lit ? 'lit' : ''}>
          <Marked text={block.text} marks={wordMarks(block.text, words)} />
        </h3>
      )
    case 'paragraph':
      return (
        <p>
          <span className={lit ? 'lit' : ''}>
            <Marked text={block.text} marks={wordMarks(block.text, words)} />
          </span>
        </p>
      )
    case 'image':
      return <p className="picture">{block.description}</p>
    case 'grid':
      return <GridView grid={block} words={words} lit={lit} />
  }
}

type GridViewProps = {
  readonly grid: GridBlock
  readonly words: readonly string[]
  readonly lit: Lit | null
}

function GridView({ grid, words, lit }: GridViewProps) {
  const middle = lit?.row ?? 0
  const shown = grid.cells.filter(cell => Math.abs(cell.row - middle) <= rowsAround)
  const rows = [...new Set(shown.map(cell => cell.row))]
  return (
    <div className="gridbox">
      <table>
        <tbody>
          {rows.map(row => (
            <tr key={row}>
              {shown
                .filter(cell => cell.row === row)
                .map(cell => (
                  <td
                    key={cell.column}
                    colSpan={cell.columnSpan}
                    rowSpan={Math.min(cell.rowSpan, middle + rowsAround + 1 - row)}
                    className={classOf(cell, lit)}
                  >
                    <Marked text={cell.text} marks={wordMarks(cell.text, words)} />
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function classOf(cell: GridCell, lit: Lit | null): string {
  const here = lit !== null && cell.row === lit.row && cell.column === lit.column
  const label = cell.text.length >= labelFrom && cell.columnSpan < 3
  return [here ? 'lit' : '', label ? 'label' : ''].filter(Boolean).join(' ')
}
