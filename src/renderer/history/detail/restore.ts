import { useState } from 'react'
import type { WantedChange } from '../../../shared/api.ts'
import type { ArchiveRecord, RecordId } from '../../../shared/data/record.ts'
import { type Message, messageText } from '../../../shared/messages/index.ts'
import { useApp } from '../../ui/context.ts'
import { ask } from '../../ui/data.ts'
import { useLanguage, useWords } from '../../words/index.ts'

/** Puts an older value back as a new revision, and offers 撤销. A failure stays until it was saved again or put off. */
export function useRestore(id: RecordId, place: string, value: string) {
  const words = useWords()
  const language = useLanguage()
  const { toast } = useApp()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Message | null>(null)
  const run = async (record: ArchiveRecord, change: WantedChange) => {
    setBusy(true)
    const base = record.revisions.at(-1)?.number ?? 0
    const answer = await ask('record.revise', { id, base, act: 'restore', why: '', change })
    setBusy(false)
    setProblem(answer.ok ? null : answer.problem)
    if (!answer.ok) return
    const after = answer.value.revisions.at(-1)?.number ?? 0
    const undo = async () => {
      const undone = await ask('record.undo', { id, base: after })
      if (!undone.ok) toast({ kind: 'error', text: messageText(undone.problem, language) })
    }
    toast({
      kind: 'done',
      text: words.history.restored(place, value),
      action: { label: words.common.undo, run: () => void undo() },
    })
  }
  return { busy, problem, run, close: () => setProblem(null) }
}
