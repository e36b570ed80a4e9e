import { ask } from './data.ts'

/** As much of a trace as the contract takes. */
const mostOfTrace = 20_000

function tell(error: unknown): void {
  const { name, stack = '' } = error instanceof Error ? error : { name: typeof error }
  void ask('app.uncaught', { name: name.slice(0, 200), stack: stack.slice(0, mostOfTrace) })
}

/** Tells main of errors in the window that nothing caught, so that they stand in the log. */
export function tellUncaught(): void {
  window.addEventListener('error', event => tell(event.error))
  window.addEventListener('unhandledrejection', event => tell(event.reason))
}
