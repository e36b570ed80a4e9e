import { type ReactNode, type RefObject, useCallback, useMemo, useRef, useState } from 'react'
import type { AppState, MenuCommand } from '../shared/api.ts'
import type { RecordId } from '../shared/data/record.ts'
import { messageText } from '../shared/messages/index.ts'
import { Care } from './care/index.tsx'
import { Catalogue } from './catalogue/index.tsx'
import { ExportDialog } from './exchange/Export.tsx'
import { InspectDialog } from './exchange/Inspect.tsx'
import { ReportsDialog } from './exchange/Reports.tsx'
import type { Filter } from './exchange/scopes.ts'
import { History } from './history/index.tsx'
import { Import } from './import/index.tsx'
import type { Place, PlaceName } from './places.ts'
import { ReviewDesk } from './review/index.tsx'
import { Search } from './search/index.tsx'
import { Settings } from './settings/index.tsx'
import { AppContextValue, type CareName } from './ui/context.ts'
import { ask, useEvent } from './ui/data.ts'
import { dialogOpen } from './ui/dialogs/topLayer.ts'
import { NothingOpen } from './ui/frame/NothingOpen.tsx'
import { Rail } from './ui/frame/Rail.tsx'
import { KeyList } from './ui/keys/KeyList.tsx'
import { useKeys } from './ui/keys/keys.ts'
import { focusNextZone } from './ui/keys/zones.ts'
import { DropVeil } from './ui/news/DropVeil.tsx'
import { ImportEnded } from './ui/news/ImportEnded.tsx'
import { IndexingBanner } from './ui/news/IndexingBanner.tsx'
import { OpeningNotes } from './ui/news/OpeningNotes.tsx'
import { ReadOnlyBanner } from './ui/news/ReadOnlyBanner.tsx'
import { Toasts, useToasts } from './ui/news/Toasts.tsx'

type Exchanging = {
  readonly act: 'export' | 'inspect'
  readonly record: RecordId | null
  readonly filter: Filter
}

type WindowProps = { readonly state: AppState; readonly setState: (state: AppState) => void }

/** The rail and the place beside it. Joins the rooms, which do not know each other. */
export function Window({ state, setState }: WindowProps) {
  const [place, setPlace] = useState<Place>({ name: 'catalogue' })
  const [keys, setKeys] = useState(false)
  const [exchanging, setExchanging] = useState<Exchanging | null>(null)
  const [care, setCare] = useState<CareName | null>(null)
  const [inspections, setInspections] = useState<readonly string[]>([])
  const { toasts, toast, close } = useToasts()
  const { language } = state.settings
  const lastReview = useRef<RecordId | null>(null)
  // The report under the cursor of the catalogue: F8 goes on from there.
  const cursor = useRef<RecordId | null>(null)
  /** What the catalogue lists: 导出 and 四性检测 can be about just that. */
  const filter = useRef<Filter>({ text: '', years: [], statuses: [] })

  const guard = useRef<() => boolean>(() => true)
  const hold = useCallback((mayLeave: () => boolean) => {
    guard.current = mayLeave
    return () => {
      guard.current = () => true
    }
  }, [])

  const go = useCallback((next: Place) => {
    // A change that could not be saved lives only in its place: the place answers for it before it is left.
    if (!guard.current()) return
    if (next.name === 'review' && next.id !== null) lastReview.current = next.id
    setPlace(next)
  }, [])
  const review = useCallback(
    async (after: RecordId | null) => {
      const answer = await ask('catalogue.nextOpen', { after })
      if (answer.ok) go({ name: 'review', id: answer.value, at: null })
      else toast({ kind: 'error', text: messageText(answer.problem, language) })
    },
    [go, toast, language],
  )
  const goTo = useCallback(
    (name: PlaceName) => {
      if (name === 'history') return go({ name, record: null })
      if (name !== 'review') return go({ name })
      if (lastReview.current !== null) return go({ name, id: lastReview.current, at: null })
      return void review(null)
    },
    [go, review],
  )
  const choose = useCallback(
    async (what: 'files' | 'folder') => {
      const before = await ask('import.view', null)
      const answer = await ask('import.choose', { what })
      if (!answer.ok) {
        const kind = answer.problem.severity === 'info' ? 'done' : 'error'
        return toast({ kind, text: messageText(answer.problem, language) })
      }
      // An empty choice changes nothing, and leads nowhere.
      if (!before.ok || answer.value.totals.all !== before.value.totals.all) go({ name: 'import' })
    },
    [go, toast, language],
  )

  const exchange = useCallback((act: Exchanging['act'], record: RecordId | null) => {
    // One dialog at a time; a menu entry reaches here even under an open one.
    if (!dialogOpen()) setExchanging({ act, record, filter: filter.current })
  }, [])
  const inView = () => (place.name === 'review' ? place.id : place.name === 'catalogue' ? cursor.current : null)

  const run = (command: MenuCommand): boolean => {
    switch (command) {
      case 'import.files':
        void choose('files')
        return true
      case 'import.folder':
        void choose('folder')
        return true
      case 'archive.backup':
      case 'archive.restore':
      case 'archive.reread':
        setCare(careNames[command])
        return true
      case 'place.import':
      case 'place.catalogue':
      case 'place.review':
      case 'place.search':
      case 'place.history':
      case 'place.settings':
        goTo(placeNames[command])
        return true
      case 'archive.export':
        exchange('export', inView())
        return true
      case 'archive.inspect':
        exchange('inspect', inView())
        return true
      case 'view.nextPane':
        return focusNextZone()
      case 'help.keys':
        setKeys(true)
        return true
      case 'review.next':
        // The review desk has its own next; anywhere else F8 opens the next report with findings.
        if (place.name === 'review') return false
        void review(place.name === 'catalogue' ? cursor.current : null)
        return true
      default:
        // The rest belongs to the review desk, which listens itself.
        return false
    }
  }
  useEvent('menu.command', ({ command }) => void run(command))
  const help = () => run('help.keys')
  const nextPane = () => focusNextZone()
  const nextReport = () => run('review.next')
  useKeys({
    F1: help,
    F6: nextPane,
    'Shift+F6': () => focusNextZone(true),
    F8: nextReport,
    'Ctrl+O': () => run('import.files'),
    'Ctrl+Shift+O': () => run('import.folder'),
    'Ctrl+E': () => run('archive.export'),
    'Ctrl+Shift+E': () => run('archive.inspect'),
    'Ctrl+1': () => goTo('import'),
    'Ctrl+2': () => goTo('catalogue'),
    'Ctrl+3': () => goTo('review'),
    'Ctrl+4': () => goTo('search'),
    'Ctrl+6': () => goTo('history'),
    'Ctrl+,': () => goTo('settings'),
  })
  const context = useMemo(
    () => ({
      state,
      setState,
      go,
      hold,
      toast,
      showKeys: () => setKeys(true),
      exchange,
      showInspections: setInspections,
      showCare: setCare,
      chooseFiles: () => void choose('files'),
    }),
    [state, setState, go, hold, toast, exchange, choose],
  )
  return (
    <AppContextValue value={context}>
      <div className="app">
        <Rail state={state} here={place.name} onGo={goTo} />
        <div className="banners">
          <ReadOnlyBanner />
          <OpeningNotes />
          <IndexingBanner />
        </div>
        <PlaceView
          place={place}
          state={state}
          cursor={cursor}
          filter={filter}
          onGo={go}
          onLeave={() => goTo('catalogue')}
        />
      </div>
      <DropVeil onTaken={() => go({ name: 'import' })} />
      <ImportEnded shown={place.name !== 'import'} onShow={() => go({ name: 'import' })} />
      <Toasts toasts={toasts} close={close} />
      {exchanging?.act === 'export' ? <ExportDialog {...exchanging} onClose={() => setExchanging(null)} /> : null}
      {exchanging?.act === 'inspect' ? <InspectDialog {...exchanging} onClose={() => setExchanging(null)} /> : null}
      {inspections.length > 0 ? <ReportsDialog reports={inspections} onClose={() => setInspections([])} /> : null}
      {care ? <Care name={care} onClose={() => setCare(null)} /> : null}
      {keys ? <KeyList onClose={() => setKeys(false)} /> : null}
    </AppContextValue>
  )
}

const careNames = {
  'archive.backup': 'backup',
  'archive.restore': 'restore',
  'archive.reread': 'reread',
} as const satisfies Partial<Record<MenuCommand, CareName>>

const placeNames = {
  'place.import': 'import',
  'place.catalogue': 'catalogue',
  'place.review': 'review',
  'place.search': 'search',
  'place.history': 'history',
  'place.settings': 'settings',
} as const satisfies Partial<Record<MenuCommand, PlaceName>>

type PlaceViewProps = {
  readonly place: Place
  readonly state: AppState
  readonly cursor: RefObject<RecordId | null>
  readonly filter: RefObject<Filter>
  readonly onGo: (place: Place) => void
  readonly onLeave: () => void
}

function PlaceView({ place, state, cursor, filter, onGo, onLeave }: PlaceViewProps): ReactNode {
  const open = (id: RecordId) => onGo({ name: 'review', id, at: null })
  switch (place.name) {
    case 'import':
      return <Import onOpen={open} />
    case 'catalogue':
      return <Catalogue onOpen={open} cursor={cursor} filter={filter} />
    case 'review':
      if (place.id === null) return <NothingOpen />
      return <ReviewDesk key={place.id} id={place.id} at={place.at} state={state} onLeave={onLeave} onOpen={open} />
    case 'search':
      return <Search onOpen={(id, at) => onGo({ name: 'review', id, at })} />
    case 'history':
      return <History record={place.record} onOpen={(id, at) => onGo({ name: 'review', id, at })} />
    case 'settings':
      return <Settings />
  }
}
