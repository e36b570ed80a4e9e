import { useState } from 'react'
import type { CopyReport } from '../../shared/longWork.ts'
import { messageText } from '../../shared/messages/index.ts'
import { Button } from '../ui/Button.tsx'
import { useApp } from '../ui/context.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ask } from '../ui/data.ts'
import { Status } from '../ui/Status.tsx'
import { useLanguage, useWords } from '../words/index.ts'
import { Failed, FolderLine, Problems, Progress } from './parts.tsx'
import { useWork } from './useWork.ts'

function Restored({ report, used }: { readonly report: CopyReport; readonly used: boolean }) {
  const words = useWords().care.restore
  return (
    <div role="status" className="care">
      <p>
        <b>{words.done}</b> <span className="path">{words.facts(report.folder, report.copied + report.present)}</span>
      </p>
      {report.problems.length === 0 ? (
        <Status shape="reviewed" tone="jade">
          {words.allWhole}
        </Status>
      ) : (
        <Problems why={words.left} problems={report.problems} />
      )}
      {used ? <p>{words.used}</p> : null}
    </div>
  )
}

/** 由备份恢复: into an empty folder; the archive that is open stays as it is. */
export function RestoreDialog({ onClose }: { readonly onClose: () => void }) {
  const all = useWords().care
  const words = all.restore
  const language = useLanguage()
  const { toast } = useApp()
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [used, setUsed] = useState(false)
  const { stage, run, stop, reset } = useWork('restore', 'archive.restore')
  const busy = stage.kind === 'busy'
  const begin = () => from !== null && to !== null && void run({ from, to })
  const use = async (folder: string) => {
    const answer = await ask('archive.use', { folder })
    if (answer.ok) setUsed(true)
    else toast({ kind: 'error', text: messageText(answer.problem, language) })
  }
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
            <Button kind={used ? 'main' : 'plain'} onPress={onClose}>
              {all.close}
            </Button>
            {used ? null : stage.kind === 'done' ? (
              <Button kind="main" onPress={() => void use(stage.value.folder)}>
                {words.use}
              </Button>
            ) : (
              <Button kind="main" disabled={from === null || to === null} onPress={begin}>
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
              label={words.from}
              folder={from}
              onChoose={chosen => {
                setFrom(chosen)
                reset()
              }}
            />
            <FolderLine
              label={words.to}
              folder={to}
              hint={words.toWhy}
              onChoose={chosen => {
                setTo(chosen)
                reset()
              }}
            />
          </>
        ) : null}
        {stage.kind === 'failed' ? <Failed problem={stage.problem} /> : null}
        <Progress label={words.busy} stage={stage} />
        {stage.kind === 'done' ? <Restored report={stage.value} used={used} /> : null}
      </div>
    </Dialog>
  )
}
