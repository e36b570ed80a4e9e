import { keyLines, keyPlaces } from '../../../shared/commands.ts'
import { useLanguage, useWords } from '../../words/index.ts'
import { Kbd } from '../controls/Kbd.tsx'
import { Dialog } from '../dialogs/Dialog.tsx'
import './keylist.css'

/** F1: every key of every place. */
export function KeyList({ onClose }: { readonly onClose: () => void }) {
  const words = useWords().keys
  const language = useLanguage()
  return (
    <Dialog title={words.title} width={860} onClose={onClose}>
      <p className="sub">{words.note}</p>
      <div className="keylist">
        {keyPlaces.map(place => (
          <section key={place}>
            <h3 className="h">{words.places[place]}</h3>
            <dl>
              {keyLines(place, language).map(({ keys, what }) => (
                <div key={keys}>
                  <dt>
                    <Kbd>{keys}</Kbd>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
