import type { SourceDocument } from '../../shared/data/document.ts'
import { useWords } from '../words/index.ts'

/** The beginning of the original as text: enough to know it again, not enough to read it. */
export function Leaf({ document }: { readonly document: SourceDocument }) {
  const words = useWords().catalogue
  const lines: { readonly kind: 'head' | 'text'; readonly text: string; readonly at: number }[] = []
  let length = 0
  for (const [at, block] of document.blocks.entries()) {
    if (length > 220 || at > 40) break
    if (block.kind !== 'heading' && block.kind !== 'paragraph') continue
    const text = block.text.trim()
    if (text === '') continue
    length += text.length
    lines.push({ kind: block.kind === 'heading' ? 'head' : 'text', text: text.slice(0, 240), at })
  }
  if (lines.length === 0) return null
  return (
    <figure className="leaf song" aria-label={words.firstPage}>
      <div>
        {lines.map((line, index) => {
          if (index === 0) return <b key={line.at}>{line.text}</b>
          return line.kind === 'head' ? <h3 key={line.at}>{line.text}</h3> : <p key={line.at}>{line.text}</p>
        })}
      </div>
    </figure>
  )
}
