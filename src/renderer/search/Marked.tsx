import { markedPieces } from './marks.ts'

/** Text with its hits marked. */
export function Marked(props: { readonly text: string; readonly marks: readonly (readonly [number, number])[] }) {
  return markedPieces(props.text, props.marks).map(piece =>
    piece.marked ? <mark key={piece.at}>{piece.text}</mark> : <span key={piece.at}>{piece.text}</span>,
  )
}
