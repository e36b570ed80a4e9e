import { useWords } from '../../words/index.ts'
import { Kbd } from '../controls/Kbd.tsx'
import { Dialog } from '../dialogs/Dialog.tsx'
import './keylist.css'

/** F1: every key of every place. */
export function KeyList({ onClose }: { readonly onClose: () => void }) {
  const words = useWords().keys
  return (
    <Dialog title={words.title} width={860} onClose={onClose}>
      <p className="sub">{words.note}</p>
      <div className="keylist">
        {words.groups.map(group => (
          <section key={group.title}>
            <h3 className="h">{group.title}</h3>
            <dl>
              {group.keys.map(([keys, what]) => (
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
