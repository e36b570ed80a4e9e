import { useEffect, useRef, useState } from 'react'
import { messageText } from '../../../shared/messages/index.ts'
import { pathsOf } from '../../bridge.ts'
import { useLanguage, useWords } from '../../words/index.ts'
import { handsOver, useApp } from '../context.ts'
import { Icon } from '../controls/icons.tsx'
import { ask } from '../data.ts'
import './dropveil.css'

/** Takes files and folders dropped anywhere on the window, and covers it while they hang over it. */
export function DropVeil({ onTaken }: { readonly onTaken: () => void }) {
  const words = useWords().import
  const language = useLanguage()
  const { toast, state } = useApp()
  const [over, setOver] = useState(false)
  const latest = useRef<(files: readonly File[]) => Promise<void>>(async () => {})
  latest.current = async files => {
    const paths = await pathsOf(files)
    if (paths.length === 0) return toast({ kind: 'warn', text: words.nothingDropped })
    const answer = await ask('import.paths', { paths: paths.slice(0, 10_000) })
    if (answer.ok) onTaken()
    else
      toast({
        kind: answer.problem.severity === 'info' ? 'done' : 'error',
        text: messageText(answer.problem, language),
      })
  }
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      // Leaving for nowhere is leaving the window; leaving for another element is not.
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(false)
      void latest.current([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragover', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragover', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  if (!over) return null
  return (
    <div className="dropveil" role="status">
      <div>
        <Icon name="inbox" />
        <b>{state.archive.writable ? words.dropHere : handsOver(state) ? words.handsOver : words.cannotTake}</b>
        <span className="sub">{words.formats}</span>
      </div>
    </div>
  )
}
