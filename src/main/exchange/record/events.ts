import type { JournalEntry, JournalEvent } from '../../../shared/data/journal.ts'
import type { ArchiveRecord, Change } from '../../../shared/data/record.ts'
import { splitCellKey } from '../../../shared/form/index.ts'
import { changeText } from '../../../shared/words/changes.ts'
import { importWords, tableWords } from '../../../shared/words/record.ts'

/**
 * What happened to a report, in the terms of PREMIS 3.0: events with type, time, outcome, and the agents and objects they link. Types
 * are those of the Library of Congress (id.loc.gov/vocabulary/preservation/eventType); one without a URI here is by its term alone.
 */

const vocabulary = 'http://id.loc.gov/vocabulary/preservation/eventType'
const types = {
  ingestion: 'ing',
  'message digest calculation': 'mes',
  'metadata extraction': 'mee',
  modification: 'mod',
  'fixity check': 'fix',
  recovery: null,
} as const
export type EventType = keyof typeof types

export type PremisEvent = {
  readonly eventIdentifier: { readonly type: string; readonly value: string }
  readonly eventType: { readonly term: EventType; readonly valueURI: string | null }
  readonly eventDateTime: string
  readonly eventDetail: string
  readonly eventOutcome: 'success' | 'failure' | 'warning'
  readonly eventOutcomeDetail: string | null
  readonly linkingAgents: readonly string[]
  readonly linkingObjects: readonly string[]
}

export type EventContext = {
  readonly record: ArchiveRecord
  /** The journal's entries about this record, oldest first. */
  readonly entries: readonly JournalEntry[]
  readonly software: string
  /** When the original was read and compared with its SHA-256 for this bag; by whom. */
  readonly checkedAt: string
  readonly checkedBy: string
}

type Draft = Omit<PremisEvent, 'eventIdentifier' | 'eventType'> & { readonly type: EventType }

/** Every entry about the record, those of archives it was in before included, oldest first. */
function whole(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  return entries.flatMap(entry =>
    entry.event.kind === 'ingest' && entry.event.restored ? [...whole(entry.event.restored.entries), entry] : [entry],
  )
}

/** A change as desk and history tell it, with the number of its table: there is no report beside it to say which. */
function told(change: Change): string {
  const text = changeText(change, 'zh')
  const cells = change.kind === 'cell' ? [change.cell] : 'cells' in change ? change.cells : []
  const [first] = cells
  const table = first === undefined ? undefined : splitCellKey(first)?.table
  if (change.kind === 'verdict' && !table) return `${text} ${change.finding}`
  return table && (cells.length === 1 || change.kind === 'verdict') ? `${tableWords.zh[table]}${text}` : text
}

function draftsOf(entry: JournalEntry, { record, software }: EventContext): readonly Draft[] {
  const { event, at, who } = entry
  const base = { eventDateTime: at, linkingAgents: [who, software], linkingObjects: [record.source.sha256] }
  const done = { ...base, eventOutcome: 'success', eventOutcomeDetail: null } as const
  switch (event.kind) {
    case 'ingest':
      return ingested(event, done, record.provenance.importedAt)
    case 'reread':
      return [{ ...done, type: 'metadata extraction', eventDetail: `重新读取：${event.before} → ${event.after}` }]
    case 'repair':
      return [{ ...done, type: 'recovery', eventDetail: repaired(event) }]
    // Revisions are told by the record itself; the rest is of the whole archive.
    // A new form of the record says nothing about the report.
    case 'migrate':
    case 'revise':
    case 'refuse':
    case 'verify':
    case 'inspect':
    case 'export':
      return []
  }
}

function repaired(event: Extract<JournalEvent, { kind: 'repair' }>): string {
  if ('generation' in event) return `由 ${event.generation} 的副本恢复记录`
  return `原件${event.was === 'missing' ? '缺失' : '与收存时不符'}，由重新导入的同一份文件补好`
}

function ingested(
  event: Extract<JournalEvent, { kind: 'ingest' }>,
  done: Omit<Draft, 'type' | 'eventDetail'>,
  importedAt: string,
): Draft[] {
  if (event.restored) {
    const { bag, digest, revisions } = event.restored
    const eventDetail = `由 BagIt 包“${bag}”取回，连同变更 ${revisions} 条；清单 SHA-256 ${digest}`
    return [{ ...done, type: 'ingestion', eventDetail }]
  }
  // The entry follows the reading; the file was kept and its digest taken before.
  const first = { ...done, eventDateTime: importedAt }
  return [
    { ...first, type: 'ingestion', eventDetail: `收存“${event.fileName}”，结果 ${importWords.zh[event.state]}` },
    { ...first, type: 'message digest calculation', eventDetail: `SHA-256 ${event.sha256}` },
  ]
}

/** All events of a record in order of time. Persons and software are told apart by `agentsOf`. */
export function premisEvents(context: EventContext): readonly PremisEvent[] {
  const { record, software } = context
  const { extraction } = record
  const objects = [record.source.sha256]
  const success = { eventOutcome: 'success', eventOutcomeDetail: null } as const
  const readings = [...(record.earlier ?? []).map(item => item.extraction), extraction].map((reading): Draft => {
    const failed = reading.report === null
    const codes = reading.messages.filter(item => item.severity !== 'info').map(item => item.code)
    return {
      type: 'metadata extraction',
      eventDateTime: reading.at,
      eventDetail: `读取并对表，读取程序 ${reading.reader}`,
      eventOutcome: failed ? 'failure' : codes.length > 0 ? 'warning' : 'success',
      eventOutcomeDetail: codes.length > 0 ? codes.join(' ') : null,
      linkingAgents: [software],
      linkingObjects: objects,
    }
  })
  const revisions = record.revisions.map(
    (revision): Draft => ({
      ...success,
      type: 'modification',
      eventDateTime: revision.at,
      eventDetail: `变更 ${revision.number}（${revision.act}）：${told(revision.change)}${revision.why ? `；理由：${revision.why}` : ''}`,
      linkingAgents: [revision.who],
      // A revision changes the record; the original is never changed.
      linkingObjects: [`record:${record.id}`],
    }),
  )
  const fixity: Draft = {
    ...success,
    type: 'fixity check',
    eventDateTime: context.checkedAt,
    eventDetail: '导出时逐字节重算 SHA-256，与收存时相符',
    linkingAgents: [context.checkedBy, software],
    linkingObjects: objects,
  }
  const drafts = [...whole(context.entries).flatMap(entry => draftsOf(entry, context)), ...readings, ...revisions]
  return [
    ...drafts.toSorted((a, b) => (a.eventDateTime < b.eventDateTime ? -1 : a.eventDateTime > b.eventDateTime ? 1 : 0)),
    fixity,
  ].map(({ type, ...draft }, index) => ({
    eventIdentifier: { type: 'local', value: `${record.id}-${index + 1}` },
    eventType: { term: type, valueURI: types[type] && `${vocabulary}/${types[type]}` },
    ...draft,
  }))
}

/** The document of a record's `events.json`. */
export function premisDocument(context: EventContext) {
  const { record, software } = context
  const events = premisEvents(context)
  const people = [...new Set(events.flatMap(event => event.linkingAgents))].filter(name => name !== software)
  return {
    schema: 1,
    vocabulary: 'PREMIS 3.0',
    objects: [
      {
        objectIdentifier: record.source.sha256,
        category: 'file',
        originalName: record.provenance.name,
        size: record.source.bytes,
        format: record.source.format,
        fixity: { messageDigestAlgorithm: 'SHA-256', messageDigest: record.source.sha256 },
      },
      { objectIdentifier: `record:${record.id}`, category: 'representation' },
    ],
    events,
    agents: [
      { agentIdentifier: software, agentType: 'software' },
      ...people.map(name => ({ agentIdentifier: name, agentType: 'person' })),
    ],
  }
}
