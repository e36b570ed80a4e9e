/** A page of parts of the window, each on a stage of its own, for tests that ask what the whole window cannot be asked. */
// First: the parts look for their bridge to main as they are loaded.
import './standInMain.ts'
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { CallScene } from './CallScene.tsx'
import { CatalogueScene, ListScene } from './CatalogueScene.tsx'
import { ControlsScene } from './ControlsScene.tsx'
import { DialogScene } from './DialogScene.tsx'
import { LedgerScene } from './LedgerScene.tsx'
import type { PageStage, Scene } from './scenes.ts'
import { main } from './standInMain.ts'
import { TabsScene } from './TabsScene.tsx'
import { TraceScene } from './TraceScene.tsx'
import '../../../src/renderer/ui/styles/kit.css'
import '../../../src/renderer/ui/styles/tokens.css'

function partOf({ name, props }: Scene): ReactNode {
  switch (name) {
    case 'dialog':
      return <DialogScene {...props} />
    case 'ledger':
      return <LedgerScene {...props} />
    case 'call':
      return <CallScene {...props} />
    case 'catalogue':
      return <CatalogueScene {...props} />
    case 'trace':
      return <TraceScene {...props} />
    case 'list':
      return <ListScene {...props} />
    case 'controls':
      return <ControlsScene {...props} />
    case 'tabs':
      return <TabsScene {...props} />
  }
}

let root: Root | null = null

function clear(): void {
  root?.unmount()
  root = null
}

/** Shown again, a scene keeps its state and gets the new props. */
function show(scene: Scene): void {
  const place = document.getElementById('root')
  if (!place) throw new Error('the page has a root')
  root ??= createRoot(place)
  const stage = root
  flushSync(() => stage.render(<I18nProvider locale="zh-CN">{partOf(scene)}</I18nProvider>))
}

const { requestAnimationFrame: frame, setTimeout: wait } = globalThis
const drawn = () => new Promise<void>(done => frame.call(globalThis, () => wait.call(globalThis, done, 0)))

const stage: PageStage = { show, clear, drawn, main }
Object.assign(globalThis, { __stage: stage })
