import { useWords } from '../words/index.ts'
import { Button } from './Button.tsx'
import { useApp } from './context.ts'
import { Frame } from './Frame.tsx'

/** The review place when no report is left to review. */
export function NothingOpen() {
  const words = useWords()
  const { go } = useApp()
  return (
    <Frame title={words.rail.review} hints={[]}>
      <div className="work" data-zone="work">
        <div className="empty">
          <h2>{words.review.nothingOpen}</h2>
          <p>{words.review.nothingOpenWhy}</p>
          <div className="acts">
            <Button kind="main" keys="Ctrl 2" onPress={() => go({ name: 'catalogue' })}>
              {words.review.toCatalogue}
            </Button>
            <Button keys="Ctrl 1" onPress={() => go({ name: 'import' })}>
              {words.review.toImport}
            </Button>
          </div>
        </div>
      </div>
    </Frame>
  )
}
