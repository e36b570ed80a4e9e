import { useWords } from '../../words/index.ts'
import { useApp } from '../context.ts'
import { Status } from '../controls/Status.tsx'
import { day, time } from '../format.ts'

/** When and where the last backup was made, and whether it was whole. */
export function LastBackup() {
  const words = useWords().care.backup
  const { backup } = useApp().state.archive
  if (!backup) return <Status shape="pending">{words.never}</Status>
  const at = new Date(backup.at)
  return (
    <Status shape={backup.whole ? 'reviewed' : 'error'} tone={backup.whole ? 'jade' : 'zhu'}>
      {words.lastAt(`${day(at)} ${time(at)}`, backup.folder, backup.whole)}
    </Status>
  )
}
