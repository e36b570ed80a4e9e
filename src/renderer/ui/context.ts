import { createContext, use } from 'react'
import type { AppState } from '../../shared/api.ts'
import type { RecordId } from '../../shared/data/record.ts'
import type { Place } from '../places.ts'
import type { ToastInput } from './news/Toasts.tsx'

export type CareName = 'backup' | 'restore' | 'reread'

/** What every place may use of the window around it. */
export type AppContext = {
  readonly state: AppState
  readonly setState: (state: AppState) => void
  readonly go: (place: Place) => void
  /** Asks a place before it is left; `mayLeave` says itself why not. Answers with the way to withdraw it. */
  readonly hold: (mayLeave: () => boolean) => () => void
  readonly toast: (toast: ToastInput) => void
  readonly showKeys: () => void
  /** Opens the dialog for handing over or for inspecting; `record` is the report in view. */
  readonly exchange: (act: 'export' | 'inspect', record: RecordId | null) => void
  /** Opens reports of 四性检测 that were kept. */
  readonly showInspections: (reports: readonly string[]) => void
  /** Opens the dialog for what is done for the archive as a whole. */
  readonly showCare: (name: CareName) => void
  /** Opens the dialog for files to import, then shows them on their way. */
  readonly chooseFiles: () => void
}

/** Whether another process of this computer has the archive open: it takes files over. */
export const handsOver = ({ archive }: AppState): boolean => archive.why?.code === 'archive.heldByOther'

/** Whether nothing was ever imported; while the index is being made, nobody can say so. */
export const isEmpty = ({ archive, indexing }: AppState): boolean => archive.records === 0 && !indexing

export const AppContextValue = createContext<AppContext | null>(null)

export function useApp(): AppContext {
  const app = use(AppContextValue)
  if (!app) throw new Error('useApp outside of App')
  return app
}
