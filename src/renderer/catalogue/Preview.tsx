import { useEffect, useMemo, useState } from 'react'
import type { RecordView } from '../../shared/api.ts'
import { type Current, currentOf } from '../../shared/current/current.ts'
import { reviewItems, severityOf } from '../../shared/current/review.ts'
import type { ArchiveRecord, RecordId } from '../../shared/data/record.ts'
import { findCell } from '../../shared/data/report.ts'
import { reportName } from '../../shared/facts/recordName.ts'
import { messageText } from '../../shared/messages/index.ts'
import { useApp } from '../ui/context.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Shape } from '../ui/controls/Status.tsx'
import { ask, useCall, useEvent } from '../ui/data.ts'
import { Problem } from '../ui/dialogs/Problem.tsx'
import { bytes, count, shortHash } from '../ui/format.ts'
import { reviewItemText } from '../words/findings.ts'
import { useLanguage, useWords } from '../words/index.ts'
import { Leaf } from './Leaf.tsx'

type PreviewProps = { readonly id: RecordId | null; readonly onOpen: (id: RecordId) => void }

/** Follows the cursor only once it rests, so that running through the list opens no records. */
function useResting(id: RecordId | null): RecordId | null {
  const [resting, setResting] = useState(id)
  useEffect(() => {
    const timer = setTimeout(() => setResting(id), 120)
    return () => clearTimeout(timer)
  }, [id])
  return resting
}

export function Preview({ id, onOpen }: PreviewProps) {
  const words = useWords().catalogue
  const resting = useResting(id)
  const opened = useCall('record.open', resting === null ? undefined : { id: resting })
  useEvent('record.changed', event => event.id === resting && opened.reload())
  return (
    <aside className="pv" aria-label={words.preview} aria-busy={opened.busy} data-zone="preview">
      {id !== null && opened.problem ? <Problem problem={opened.problem} onRetry={opened.reload} /> : null}
      {id !== null && opened.value && !opened.problem ? <Report view={opened.value} onOpen={onOpen} /> : null}
    </aside>
  )
}

function Figures({ current }: { readonly current: Current }) {
  const words = useWords().catalogue.figures
  const figure = (row: string) => {
    const value = findCell(current.report, `requests/${row}/total`)?.value ?? null
    return value === null ? '—' : count(value)
  }
  return (
    <dl className="nums">
      {(['newRequests', 'concluded', 'carriedForward'] as const).map(row => (
        <div key={row}>
          <dt>{words[row]}</dt>
          <dd>{figure(row)}</dd>
        </div>
      ))}
    </dl>
  )
}

const rank = { error: 0, warning: 1, hint: 2 } as const
const shapes = { error: 'error', warning: 'doubt', hint: 'hint' } as const

/** Open findings, gravest first: three in words, the rest counted. */
function FindingList({ current, previous }: { readonly current: Current } & Pick<RecordView, 'previous'>) {
  const words = useWords().catalogue
  const language = useLanguage()
  const open = reviewItems(current, { previous })
    .filter(item => item.settled === null)
    .toSorted((a, b) => rank[severityOf(a)] - rank[severityOf(b)])
  if (open.length === 0) return <p className="sub">{words.noFindings}</p>
  const rest = open.slice(3)
  const hints = rest.filter(item => severityOf(item) === 'hint').length
  return (
    <section className="qs">
      <h3 className="h">{words.findings(open.length)}</h3>
      <ul>
        {open.slice(0, 3).map(item => {
          const text = reviewItemText(item, current.report, language)
          return (
            <li key={item.id} className={severityOf(item)} title={text}>
              <Shape name={shapes[severityOf(item)]} />
              <span>{text}</span>
            </li>
          )
        })}
      </ul>
      {rest.length > 0 ? <p className="sub rest">{words.moreFindings(rest.length - hints, hints)}</p> : null}
    </section>
  )
}

type SourceProps = { readonly record: ArchiveRecord; readonly path: string | null; readonly intact: boolean }

function SourceFacts({ record, path, intact }: SourceProps) {
  const words = useWords()
  const pages = record.extraction.document?.pages.length ?? 0
  const { bytes: size, sha256 } = record.source
  const format = record.extraction.document?.format ?? record.source.format
  return (
    <dl className="kv sub">
      <dt>{words.catalogue.source}</dt>
      <dd>{words.catalogue.sourceFacts(words.format[format], pages, bytes(size))}</dd>
      <dt>{words.catalogue.fileName}</dt>
      <dd className="cut" title={path ?? record.provenance.name}>
        {record.provenance.name}
      </dd>
      <dt>{words.catalogue.hash}</dt>
      <dd title={sha256}>{shortHash(sha256)}</dd>
      <dt>{words.catalogue.fixity}</dt>
      <dd className={intact ? 'jade' : 'zhu'}>{intact ? words.catalogue.intact : words.catalogue.notIntact}</dd>
    </dl>
  )
}

function Report({ view, onOpen }: { readonly view: RecordView; readonly onOpen: (id: RecordId) => void }) {
  const words = useWords()
  const language = useLanguage()
  const { toast, exchange } = useApp()
  const { record } = view
  const current = useMemo(() => currentOf(record), [record])
  const { report } = current
  const show = async () => {
    const answer = await ask('record.showSource', { id: record.id, how: 'open' })
    if (!answer.ok) toast({ kind: 'error', text: messageText(answer.problem, language) })
  }
  const read = record.extraction.report !== null
  return (
    <>
      <header>
        <h2>{reportName(report, record.provenance.name)}</h2>
        <p className="sub">
          {words.catalogue.published(
            report.year === null ? words.common.noYear : String(report.year),
            report.publishedOn,
          )}
        </p>
      </header>
      {record.extraction.document ? <Leaf document={record.extraction.document} /> : null}
      {read ? <Figures current={current} /> : null}
      {read ? <FindingList current={current} previous={view.previous} /> : null}
      {read ? null : (
        <section>
          <h3 className="h">{words.catalogue.notRead}</h3>
          {record.extraction.messages.slice(0, 3).map(item => (
            <p key={item.code}>{messageText(item, language)}</p>
          ))}
        </section>
      )}
      <SourceFacts record={record} path={view.path} intact={view.sourceIntact} />
      <div className="go">
        <Button kind="main" keys="Enter" onPress={() => onOpen(record.id)}>
          {words.catalogue.openReview}
        </Button>
        <Button onPress={() => void show()}>{words.catalogue.showSource}</Button>
        <Button onPress={() => exchange('inspect', record.id)}>{words.exchange.inspectTitle}</Button>
      </div>
    </>
  )
}
