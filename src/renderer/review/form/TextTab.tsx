import { type RefObject, useEffect, useRef } from 'react'
import type { Passage } from '../../../shared/checks/index.ts'
import { type SectionKey, sectionKeys } from '../../../shared/form/index.ts'
import { Status } from '../../ui/controls/Status.tsx'
import { useDesk } from '../state/context.ts'
import { passageOf, sectionOf, sentenceAround, type TextRange } from '../state/passage.ts'
import { useReviewWords } from '../words/index.ts'
import { LookAtSource } from './LookAtSource.tsx'

type Marked = { readonly sentence: TextRange; readonly words: TextRange }

/** A stretch of the text with the part of `marked` in it: the sentence on its ground, the words of the figure underlined. */
function Stretch({ text, start, marked }: { readonly text: string; readonly start: number; readonly marked: Marked }) {
  const end = start + text.length
  const { sentence, words } = marked
  const cuts = [sentence.start, words.start, words.end, sentence.end].map(at => Math.min(Math.max(at, start), end))
  const [from = start, first = start, last = start, to = start] = cuts
  const piece = (a: number, b: number) => text.slice(a - start, b - start)
  return (
    <>
      {piece(start, from)}
      <mark className="said">
        {piece(from, first)}
        <b>{piece(first, last)}</b>
        {piece(last, to)}
      </mark>
      {piece(to, end)}
    </>
  )
}

function Paragraphs({ text, passage }: { readonly text: string; readonly passage: TextRange | null }) {
  const marked = passage && { sentence: sentenceAround(text, passage), words: passage }
  let start = 0
  return text.split('\n').map((line, index) => {
    const at = start
    start += line.length + 1
    if (!line.trim()) return null
    const here = marked && marked.sentence.start < at + line.length && marked.sentence.end > at
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the prose of an extraction never changes
      <p key={index}>{here ? <Stretch text={line} start={at} marked={marked} /> : line}</p>
    )
  })
}

/** Brings the marked sentence, or the section that is spoken of as a whole, into view whenever it is another one. */
function useMarkedInView(passage: Passage | null, section: SectionKey | null): RefObject<HTMLDivElement | null> {
  const prose = useRef<HTMLDivElement>(null)
  const place = passage ? `${passage.section} ${passage.start} ${passage.end}` : ''
  useEffect(() => {
    if (place) prose.current?.querySelector('mark.said')?.scrollIntoView({ block: 'center' })
    else if (section) prose.current?.querySelector(`[data-section="${section}"]`)?.scrollIntoView({ block: 'start' })
  }, [place, section])
  return prose
}

/** The six sections of the report as they were read; a missing one is marked in its place, the sentence in question too. */
export function TextTab() {
  const passage = useDesk(desk => passageOf(desk.lines.find(line => line.id === desk.line)))
  const about = useDesk(desk => sectionOf(desk.lines.find(line => line.id === desk.line)))
  const prose = useMarkedInView(passage, about)
  const sections = useDesk(desk => desk.current.report.sections)
  const words = useReviewWords().text
  return (
    <div className="prose" lang="zh-CN" ref={prose}>
      {sectionKeys.map(key => {
        const section = sections.find(item => item.key === key)
        return (
          <section key={key} data-section={key}>
            <header>
              <h3>{section?.heading ?? words.section[key]}</h3>
              {section ? null : (
                <Status shape="doubt" tone="amber">
                  {words.missing}
                </Status>
              )}
              <LookAtSource anchor={section?.anchor} />
            </header>
            {section ? <Paragraphs text={section.text} passage={passage?.section === key ? passage : null} /> : null}
            {section && section.text.trim() === '' && !['disclosure', 'requests', 'proceedings'].includes(key) ? (
              <p className="sub none">{words.empty}</p>
            ) : null}
          </section>
        )
      })}
    </div>
  )
}
