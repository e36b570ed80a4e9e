import { useState } from 'react'
import { messageText } from '../../shared/messages/index.ts'
import { useApp } from '../ui/context.ts'
import { ask } from '../ui/data.ts'
import { useWork } from '../ui/dialogs/useWork.ts'
import { WorkDialog } from '../ui/dialogs/WorkDialog.tsx'
import { useLanguage, useWords } from '../words/index.ts'
import { FolderLine, Told, Whole } from './parts.tsx'

/** 由备份恢复: into an empty folder; the archive that is open stays as it is. */
export function RestoreDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords().care.restore
  const language = useLanguage()
  const { toast } = useApp()
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [used, setUsed] = useState(false)
  const work = useWork('restore', 'archive.restore')
  const use = async (folder: string) => {
    const answer = await ask('archive.use', { folder })
    if (answer.ok) setUsed(true)
    else toast({ kind: 'error', text: messageText(answer.problem, language) })
  }
  const choosing = (set: (folder: string) => void) => (chosen: string) => {
    set(chosen)
    work.reset()
  }
  return (
    <WorkDialog
      title={words.title}
      work={work}
      begin={{
        label: words.begin,
        ready: from !== null && to !== null,
        press: () => from !== null && to !== null && void work.run({ from, to }),
      }}
      label={busy => <Told label={words.busy} busy={busy} />}
      onClose={onClose}
      questions={
        <>
          <p>{words.why}</p>
          <FolderLine label={words.from} folder={from} onChoose={choosing(setFrom)} />
          <FolderLine label={words.to} folder={to} hint={words.toWhy} onChoose={choosing(setTo)} />
        </>
      }
      outcome={report => (
        <>
          <p>
            <b>{words.done}</b>{' '}
            <span className="path">{words.facts(report.folder, report.copied + report.present)}</span>
          </p>
          <Whole words={words} problems={report.problems} />
          {used ? <p>{words.used}</p> : null}
        </>
      )}
      next={report => (used ? null : { label: words.use, press: () => void use(report.folder) })}
    />
  )
}
