import { keysOf } from '../../../shared/commands.ts'
import { useWords } from '../../words/index.ts'
import { isEmpty, useApp } from '../context.ts'
import { Button } from '../controls/Button.tsx'
import { Frame } from './Frame.tsx'

/** The review place when no report is left to review. */
export function NothingOpen() {
  const words = useWords()
  const { go, state } = useApp()
  const empty = isEmpty(state)
  return (
    <Frame title={words.rail.review} hints={[]}>
      <div className="work nothing" data-zone="work">
        <div className="empty">
          <h2>{words.review.nothingOpen}</h2>
          <p>{empty ? words.review.nothingYet : words.review.nothingOpenWhy}</p>
          <div className="acts">
            <Button
              kind={empty ? 'plain' : 'main'}
              keys={keysOf('place.catalogue')}
              autoFocus={!empty}
              onPress={() => go({ name: 'catalogue' })}
            >
              {words.review.toCatalogue}
            </Button>
            <Button
              kind={empty ? 'main' : 'plain'}
              keys={keysOf('place.import')}
              autoFocus={empty}
              onPress={() => go({ name: 'import' })}
            >
              {words.review.toImport}
            </Button>
          </div>
        </div>
      </div>
    </Frame>
  )
}
