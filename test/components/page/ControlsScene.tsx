import { useRef, useState } from 'react'
import { Button } from '../../../src/renderer/ui/controls/Button.tsx'
import { Choice, Seg } from '../../../src/renderer/ui/controls/Choice.tsx'
import { FilterField } from '../../../src/renderer/ui/controls/FilterField.tsx'
import { Tick } from '../../../src/renderer/ui/controls/Tick.tsx'
import { useKeys } from '../../../src/renderer/ui/keys/keys.ts'
import { FacetList } from '../../../src/renderer/ui/lists/FacetList.tsx'
import type { Scenes } from './scenes.ts'

const words = ['甲', '乙', '丙'] as const
type Word = (typeof words)[number]
const options = words.map(value => ({ value, label: value }))

/** One of each control, with what it says now; a line hears what is pressed on it and on nothing in it; a list that the filter leads to. */
export function ControlsScene({ locked = false }: Scenes['controls']) {
  const [filter, setFilter] = useState('')
  const [asked, setAsked] = useState<readonly string[]>([])
  const [one, setOne] = useState<Word>('乙')
  const [view, setView] = useState<Word>('甲')
  const [years, setYears] = useState<readonly (number | null)[]>([])
  const [ticked, setTicked] = useState(false)
  const [pressed, setPressed] = useState<readonly string[]>([])
  const field = useRef<HTMLInputElement | null>(null)
  const press = (what: string) => () => setPressed(old => [...old, what])
  useKeys({ F8: press('F8'), Escape: press('Esc') })
  return (
    <main>
      <FilterField
        ref={field}
        label="筛选"
        keys="Ctrl F"
        value={filter}
        onChange={text => {
          setFilter(text)
          setAsked(old => [...old, text])
        }}
      />
      <Choice label="范围" options={options} value={one} onChange={setOne} disabled={locked} />
      <Seg
        label="看法"
        value={view}
        onChange={setView}
        options={options.map(option => ({ ...option, disabled: option.value === '乙' }))}
      />
      <aside className="facets">
        <FacetList
          label="年度"
          chosen={years}
          onChange={setYears}
          values={[2023, 2024, null].map(year => ({ value: year, face: year ?? '不详' }))}
        />
      </aside>
      <Tick label="选这一份" ticked={ticked} onChange={setTicked} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a line that hears what bubbles up to it */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a line that hears what bubbles up to it */}
      <div onClick={press('行')}>
        <Button onPress={press('打开')}>打开</Button>
        <Button icon="cross" label="清除" onPress={press('清除')} />
        <Button disabled onPress={press('不可')}>
          不可
        </Button>
      </div>
      <div className="work">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where the keys of a place belong */}
        <section aria-label="清单" tabIndex={0} data-zone-focus />
      </div>
      <output aria-label="筛得">{asked.join('|')}</output>
      <output aria-label="所选">{one}</output>
      <output aria-label="所看">{view}</output>
      <output aria-label="年">{years.map(String).join(' ')}</output>
      <output aria-label="勾">{ticked ? '是' : '否'}</output>
      <output aria-label="所按">{pressed.join(' ')}</output>
    </main>
  )
}
