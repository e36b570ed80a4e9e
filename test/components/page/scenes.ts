import type { Conditions } from '../../../src/renderer/catalogue/rows.ts'
import type { EventName } from '../../../src/shared/api.ts'
import type { CellKey } from '../../../src/shared/form/index.ts'

/** What a test may put on the stage: the props of each scene, plain data that can be handed to the page. */
export type Scenes = {
  readonly dialog: {
    readonly tone?: 'plain' | 'error'
    /** question: two choices, the second one taken. field: something to type. text: nothing to press. */
    readonly content: 'question' | 'field' | 'text'
    /** What stands at its foot: the main act, another act, nothing. */
    readonly acts: 'main' | 'plain' | 'none'
    /** Whether its owner keeps it open, as while work is being stopped. */
    readonly kept?: boolean
  }
  readonly ledger: {
    readonly count: number
    /** Rows from here on are still being fetched. */
    readonly fetched?: number
    readonly start?: number
    /** Height of what is unfolded under the current row. */
    readonly detail?: number
    readonly busy?: boolean
  }
  readonly call: { readonly after: string | null; readonly resting?: boolean }
  readonly catalogue: { readonly conditions: Conditions; readonly startAt?: number }
  readonly trace: { readonly cell: CellKey | null }
  readonly list: { readonly conditions: Conditions }
  /** locked: nothing can be chosen anew, as in an archive that can only be read. */
  readonly controls: { readonly locked?: boolean }
  /** cancelled: how many were cancelled; the tab for them is there where there are any. */
  readonly tabs: { readonly cancelled: number }
}

export type SceneName = keyof Scenes
export type Scene = { [Name in SceneName]: { readonly name: Name; readonly props: Scenes[Name] } }[SceneName]

/** Main as the test plays it from outside. */
export type PageMain = {
  readonly asked: () => readonly { readonly name: string; readonly input: unknown }[]
  readonly answer: (at: number, outcome: unknown) => void
  readonly reject: (at: number) => void
  readonly tell: (name: EventName, event: unknown) => void
  readonly forget: () => void
}

/** What the page offers to whoever drives it. */
export type PageStage = {
  readonly show: (scene: Scene) => void
  /** Takes the scene away, as a place of the window that is left. */
  readonly clear: () => void
  /** Ends once all that was told is drawn, by the clock of the browser even where the test stops that of the page. */
  readonly drawn: () => Promise<void>
  readonly main: PageMain
}
