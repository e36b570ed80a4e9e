import { useRef } from 'react'
import { keysOf } from '../../../shared/commands.ts'
import { useWords } from '../../words/index.ts'
import { useApp } from '../context.ts'
import { useEvent } from '../data.ts'

/** Says in another place that the import has ended; in the import place one sees it. */
export function ImportEnded({ shown, onShow }: { readonly shown: boolean; readonly onShow: () => void }) {
  const words = useWords().import
  const { toast } = useApp()
  const running = useRef(false)
  useEvent('import.changed', ({ endedAt, totals }) => {
    const ended = running.current && endedAt !== null
    running.current = endedAt === null
    if (!ended || !shown) return
    toast({
      kind: totals.failed > 0 ? 'warn' : 'done',
      text: words.ended(totals.all, totals.failed),
      action: { label: words.show, keys: keysOf('place.import'), run: onShow },
    })
  })
  return null
}
