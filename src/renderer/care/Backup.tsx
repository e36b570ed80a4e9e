import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { useApp } from '../ui/context.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { LastBackup } from '../ui/LastBackup.tsx'
import { Status } from '../ui/Status.tsx'
import { useWords } from '../words/index.ts'
import { Failed, FolderLine, Problems, Progress } from './parts.tsx'
import { useWork } from './useWork.ts'

/** 备份归档库. */
export function BackupDialog({ onClose }: { readonly onClose: () => void }) {
  const all = useWords().care
  const words = all.backup
  const { state } = useApp()
  const [folder, setFolder] = useState(state.archive.backup?.folder ?? null)
  const { stage, run, stop, reset } = useWork('backup', 'archive.backup')
  const busy = stage.kind === 'busy'
  return (
    <Dialog
      title={words.title}
      width={620}
      onClose={busy ? stop : onClose}
      actions={
        busy ? (
          <Button disabled={stage.stopping} onPress={stop}>
            {all.stop}
          </Button>
        ) : (
          <>
            <Button kind={stage.kind === 'done' ? 'main' : 'plain'} onPress={onClose}>
              {all.close}
            </Button>
            {stage.kind === 'done' ? null : (
              <Button kind="main" disabled={folder === null} onPress={() => folder !== null && void run({ folder })}>
                {words.begin}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="care">
        {stage.kind === 'ready' || stage.kind === 'failed' ? (
          <>
            <p>{words.why}</p>
            <FolderLine
              label={words.to}
              folder={folder}
              onChoose={chosen => {
                setFolder(chosen)
                reset()
              }}
            />
            <div className="folder-line">
              <span className="dim">{words.last}</span>
              <span className="path">
                <LastBackup />
              </span>
            </div>
          </>
        ) : null}
        {stage.kind === 'failed' ? <Failed problem={stage.problem} /> : null}
        <Progress label={words.busy} stage={stage} />
        {busy ? <p className="sub">{words.kept}</p> : null}
        {stage.kind === 'done' ? (
          <div role="status" className="care">
            <p>
              <b>{words.done}</b> <span className="path">{stage.value.folder}</span>
            </p>
            <p>{words.facts(stage.value.copied, stage.value.bytes, stage.value.present)}</p>
            {stage.value.problems.length === 0 ? (
              <Status shape="reviewed" tone="jade">
                {words.allWhole}
              </Status>
            ) : (
              <Problems why={words.left} problems={stage.value.problems} />
            )}
          </div>
        ) : null}
      </div>
    </Dialog>
  )
}
