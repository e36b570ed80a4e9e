/** Builds the application and builds what changes anew, telling when something is ready to be shown. */
import { resolveConfig } from 'electron-vite'
import { build, type UserConfig } from 'vite'

const parts = ['main', 'preload', 'renderer'] as const
type Part = (typeof parts)[number]

/** What must happen for a change to be seen: the window loads anew, or the application starts anew. */
export type Change = 'reload' | 'restart'

/** The events of a build that watches, as far as they are needed; Vite's own type is a union with builds that do not. */
type Watcher = {
  readonly on: (event: 'event', listener: (event: { code: string; error?: Error }) => void) => unknown
}

/**
 * Builds all parts, then each whenever one of its files changes.
 * @param ready hears of each round that ended without an error: first when everything is built, then of what changed.
 * @param failed hears why a build failed; the last good one stays.
 */
export async function watchAndBuild(
  root: string,
  ready: (change: Change) => void,
  failed: (error: Error) => void,
): Promise<void> {
  const { config = {} } = await resolveConfig({ root, logLevel: 'warn' }, 'build', 'development')
  const building = new Set<Part>(parts)
  const changed = new Set<Part>()
  const settled = (): void => {
    // A change in src/shared is one of all three: they are shown together.
    if (building.size > 0 || changed.size === 0) return
    const change = changed.has('main') || changed.has('preload') ? 'restart' : 'reload'
    changed.clear()
    ready(change)
  }
  const heard = (part: Part, { code, error }: { code: string; error?: Error }): void => {
    if (code === 'START') building.add(part)
    if (code === 'BUNDLE_END') changed.add(part)
    if (code === 'ERROR') failed(error ?? new Error(`${part} was not built`))
    if (code === 'END' || code === 'ERROR') {
      building.delete(part)
      settled()
    }
  }
  for (const part of parts) {
    // The three differ in what they may have of electron-vite's own; to Vite they are one kind.
    const own = config[part] as UserConfig
    const watching = await build({ ...own, build: { ...own.build, sourcemap: true, watch: {} } })
    ;(watching as unknown as Watcher).on('event', event => heard(part, event))
  }
}
