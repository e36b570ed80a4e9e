import type { CareName } from '../ui/context.ts'
import { BackupDialog } from './Backup.tsx'
import { RereadDialog } from './Reread.tsx'
import { RestoreDialog } from './Restore.tsx'

/** What is done for the archive as a whole, as a dialog over whatever place is shown. */
export function Care({ name, onClose }: { readonly name: CareName; readonly onClose: () => void }) {
  switch (name) {
    case 'backup':
      return <BackupDialog onClose={onClose} />
    case 'restore':
      return <RestoreDialog onClose={onClose} />
    case 'reread':
      return <RereadDialog onClose={onClose} />
  }
}
