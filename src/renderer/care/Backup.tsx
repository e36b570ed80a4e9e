import { useState } from 'react'
import { useApp } from '../ui/context.ts'
import { useWork } from '../ui/dialogs/useWork.ts'
import { WorkDialog } from '../ui/dialogs/WorkDialog.tsx'
import { LastBackup } from '../ui/frame/LastBackup.tsx'
import { useWords } from '../words/index.ts'
import { FolderLine, Told, Whole } from './parts.tsx'

/** 备份归档库. */
export function BackupDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords().care.backup
  const { state } = useApp()
  const [folder, setFolder] = useState(state.archive.backup?.folder ?? null)
  const work = useWork('backup', 'archive.backup')
  return (
    <WorkDialog
      title={words.title}
      work={work}
      begin={{
        label: words.begin,
        ready: folder !== null,
        press: () => folder !== null && void work.run({ folder }),
      }}
      label={busy => <Told label={words.busy} busy={busy} />}
      note={words.kept}
      onClose={onClose}
      questions={
        <>
          <p>{words.why}</p>
          <FolderLine
            label={words.to}
            folder={folder}
            onChoose={chosen => {
              setFolder(chosen)
              work.reset()
            }}
          />
          <div className="folder-line">
            <span className="dim">{words.last}</span>
            <span className="path">
              <LastBackup />
            </span>
          </div>
        </>
      }
      outcome={report => (
        <>
          <p>
            <b>{words.done}</b> <span className="path">{report.folder}</span>
          </p>
          <p>{words.facts(report.copied, report.bytes, report.present)}</p>
          <Whole words={words} problems={report.problems} />
        </>
      )}
    />
  )
}
