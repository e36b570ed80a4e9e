import { messageText } from '../../../shared/messages/index.ts'
import { useLanguage, useWords } from '../../words/index.ts'
import { useApp } from '../context.ts'
import { Shape } from '../controls/Status.tsx'

/** One line above every place when nothing can be changed, saying why. */
export function ReadOnlyBanner() {
  const words = useWords()
  const language = useLanguage()
  const { archive } = useApp().state
  if (archive.writable) return null
  return (
    <div className="banner" role="status">
      <Shape name="doubt" />
      <b>{words.common.readOnly}</b>
      <span>{archive.why ? messageText(archive.why, language) : ''}</span>
    </div>
  )
}
