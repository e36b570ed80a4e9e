import { ask } from '../../ui/data.ts'
import { useDeskStore } from '../state/context.ts'
import { openDesk } from '../state/open.ts'

/** Opens the record anew after its source was read again: at its first finding, as if it had just been opened. */
export function useReopen(): () => Promise<void> {
  const store = useDeskStore()
  return async () => {
    const answer = await ask('record.open', { id: store.get().record.id })
    // What is still on its way to the disk is derived from the desk as it stands; main tells of the change by itself.
    if (answer.ok && store.get().waiting.length === 0) store.set(() => openDesk(answer.value, null))
  }
}
