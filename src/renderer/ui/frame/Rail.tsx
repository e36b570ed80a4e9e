import { Focusable } from 'react-aria-components/Focusable'
import type { AppState } from '../../../shared/api.ts'
import { keysOf } from '../../../shared/commands.ts'
import type { PlaceName } from '../../places.ts'
import { useWords } from '../../words/index.ts'
import { Icon, type IconName } from '../controls/icons.tsx'
import { Tip } from '../controls/Tip.tsx'

type RailProps = {
  readonly state: AppState
  readonly here: PlaceName
  readonly onGo: (place: PlaceName) => void
}

const places: readonly { name: PlaceName; icon: IconName }[] = [
  { name: 'import', icon: 'inbox' },
  { name: 'catalogue', icon: 'books' },
  { name: 'review', icon: 'review' },
  { name: 'search', icon: 'search' },
  { name: 'history', icon: 'history' },
  { name: 'settings', icon: 'settings' },
]

/** A count beside a place, with the words that say of what. */
function Badge({ count, of }: { readonly count: number; readonly of: string }) {
  if (count === 0) return null
  return (
    <span className={count > 99 ? 'n wide' : 'n'}>
      <span aria-hidden="true">{count > 999 ? '999+' : count}</span>
      <span className="hidden-words">{of}</span>
    </span>
  )
}

/** The places, always at the left edge. */
export function Rail({ state, here, onGo }: RailProps) {
  const words = useWords()
  const badge = (name: PlaceName) => {
    if (name === 'import') return <Badge count={state.importing} of={words.rail.importing(state.importing)} />
    if (name === 'review') return <Badge count={state.open} of={words.rail.open(state.open)} />
    return null
  }
  return (
    <nav className="rail" aria-label={words.rail.label} data-zone="rail">
      <div className="mark" role="img" aria-label={words.common.name}>
        开<br />卷
      </div>
      {places.map(({ name, icon }) => (
        <div key={name} className={name === 'settings' ? 'last' : 'one'}>
          <Tip side="right" words={keysOf(`place.${name}`)}>
            <Focusable>
              <button
                type="button"
                aria-keyshortcuts={keysOf(`place.${name}`).replace('Ctrl ', 'Control+')}
                {...(name === here ? { 'aria-current': 'page' as const, 'data-zone-focus': '' } : {})}
                onClick={() => onGo(name)}
              >
                <Icon name={icon} />
                {words.rail[name]}
                {badge(name)}
              </button>
            </Focusable>
          </Tip>
        </div>
      ))}
    </nav>
  )
}
