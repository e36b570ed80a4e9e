import { masked, personalNumbers } from '../checks/personal/numbers.ts'
import { checkPresence } from '../checks/presence.ts'
import { currentOf } from '../current/current.ts'
import {
  type ActiveKind,
  type Inspection,
  type InspectionItem,
  type InspectionKey,
  type InspectionResult,
  inspectionKeys,
  type Look,
  type Nature,
} from '../data/inspection.ts'
import type { ArchiveRecord } from '../data/record.ts'
import type { Report } from '../data/report.ts'
import { reportName } from '../facts/recordName.ts'
import { sectionHeadings } from '../form/index.ts'
import { personalNames } from '../words/findings/personal.ts'
import { type Proved, provedAt } from './proved.ts'

/** What was found about a record and its source on the disk. Null stands for what could not be had. */
export type InspectionFacts = {
  readonly record: ArchiveRecord
  /** First revision that is not what was written, null for a whole chain. */
  readonly brokenRevision: number | null
  /** Codes of what record and journal disagree on. */
  readonly differences: readonly string[]
  readonly ingested: boolean
  readonly source: { readonly bytes: number; readonly sha256: string; readonly readOnly: boolean } | null
  /** Null when the source could not be opened in the worker. */
  readonly look: Look | null
  readonly now: Date
  /** Where the import itself has just proved it: when, and how many parts of the form its checks miss. Nothing is then looked at twice. */
  readonly proved?: Proved
}

/** Sections and tables of the form that a report lacks (F1). */
export const missingParts = (report: Report): number => checkPresence(report).length

/** Dates and counts as the window writes them: 2024-03-18 09:16 in the machine's own zone (Swedish writes dates so), and 18,271. */
const moment = (iso: string) => new Date(iso).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' })
const count = (value: number) => value.toLocaleString('en-US')

type Found = { readonly result: InspectionResult; readonly zh: string; readonly en: string }
const found = (result: InspectionResult, zh: string, en: string): Found => ({ result, zh, en })
/** Passes or fails, each with its own sentence. */
const either = (holds: boolean, yes: readonly [string, string], no: readonly [string, string]): Found =>
  holds ? found('pass', ...yes) : found('fail', ...no)

const noSource = found('fail', '原件不在或打不开', 'the original is not there or cannot be opened')
const notOpened = found(
  'notChecked',
  '原件没能打开，无从检查',
  'the original could not be opened, so nobody could look',
)

const natureOf: Readonly<Record<InspectionKey, Nature>> = {
  ...{ sourceDigest: 'authenticity', sourceFacts: 'authenticity', formatAndName: 'authenticity' },
  ...{ revisionChain: 'authenticity', journalProof: 'authenticity', metadataValues: 'authenticity' },
  ...{ byteCount: 'integrity', requiredMetadata: 'integrity', provenance: 'integrity', process: 'integrity' },
  ...{ content: 'integrity', readable: 'usability', format: 'usability', encryption: 'usability' },
  ...{ encoding: 'usability', recordReadable: 'usability', macros: 'safety', scripts: 'safety' },
  ...{ embedded: 'safety', external: 'safety', readOnly: 'safety', personalData: 'safety', virus: 'safety' },
}

function metadataValues({ record, now }: InspectionFacts): Found {
  const { year, publishedOn } = currentOf(record).report
  if (year === null && publishedOn === null)
    return found('notApplicable', '没有年度和日期可核', 'there is neither year nor date')
  // The Regulations (国务院令第492号) came into force on 1 May 2008: no report is older.
  const yearFits = year === null || (year >= 2008 && year <= now.getUTCFullYear())
  const dated =
    publishedOn === null || (/^\d{4}-\d\d-\d\d$/.test(publishedOn) && !Number.isNaN(Date.parse(publishedOn)))
  const ordered = year === null || publishedOn === null || Number(publishedOn.slice(0, 4)) >= year
  const wrong = [yearFits ? '' : `年度 ${year}`, dated && ordered ? '' : `日期 ${publishedOn}`].filter(Boolean)
  return either(
    wrong.length === 0,
    [
      `年度 ${year ?? '未著录'}，日期 ${publishedOn ?? '未著录'}`,
      `year ${year ?? 'not told'}, date ${publishedOn ?? 'not told'}`,
    ],
    [`取值不合理：${wrong.join('、')}`, `not sound: year ${year}, date ${publishedOn}`],
  )
}

function requiredMetadata({ record }: InspectionFacts): Found {
  const { title, organization, year, publishedOn } = currentOf(record).report
  const due = [
    [title, '题名', 'title'],
    [organization, '责任者', 'body'],
    [year, '年度', 'year'],
    [publishedOn, '日期', 'date'],
  ] as const
  const missing = due.filter(([value]) => value === null || value === '')
  return either(
    missing.length === 0,
    ['题名、责任者、年度、日期都在', 'title, body, year and date are all there'],
    [`缺 ${missing.map(one => one[1]).join('、')}`, `missing: ${missing.map(one => one[2]).join(', ')}`],
  )
}

function provenance({ record }: InspectionFacts): Found {
  const { name, importedAt, importedBy } = record.provenance
  const complete = [name, importedAt, importedBy, record.extraction.reader].every(value => value !== '')
  return either(
    complete,
    [
      `${importedBy} 于 ${moment(importedAt)} 收存“${name}”`,
      `“${name}” taken in by ${importedBy} at ${moment(importedAt)}`,
    ],
    ['来源信息有缺项', 'part of the provenance is missing'],
  )
}

function content({ record, proved }: InspectionFacts): Found {
  const { report } = currentOf(record)
  if (!record.extraction.report && report.tables.length === 0)
    return found('fail', '没有读出报告内容', 'no report was read from it')
  const missing = proved?.missing ?? missingParts(report)
  const sections = `${report.sections.length}/${Object.keys(sectionHeadings).length}`
  const tables = `${report.tables.length}/3`
  return either(
    missing === 0,
    [`部分 ${sections}，表 ${tables}`, `sections ${sections}, tables ${tables}`],
    [`部分 ${sections}，表 ${tables}，缺 ${missing} 处`, `sections ${sections}, tables ${tables}, ${missing} missing`],
  )
}

/** Numbers of a person in the prose (P1), each with its middle hidden: this report is kept and handed on. */
function personalData({ record }: InspectionFacts): Found {
  const { sections } = currentOf(record).report
  if (sections.every(({ text }) => text.trim() === '')) return found('notChecked', '没有读出正文', 'no prose was read')
  const numbers = sections.flatMap(({ text }) =>
    personalNumbers(text).map(({ kind, start, end }) => ({ kind, shown: masked(text.slice(start, end)) })),
  )
  const shown = (language: 'zh' | 'en') =>
    numbers.slice(0, 5).map(one => `${personalNames[one.kind][language]} ${one.shown}`)
  return either(
    numbers.length === 0,
    ['正文没有发现身份证号、手机号、银行卡号', 'no identity number, mobile number or bank card in the prose'],
    [
      `正文发现 ${numbers.length} 处：${shown('zh').join('、')}`,
      `${numbers.length} in the prose: ${shown('en').join(', ')}`,
    ],
  )
}

/** One kind of active content: looked for and not found, found, impossible in this format, or not looked for. */
function active(look: Look | null, kind: ActiveKind): Found {
  if (!look) return notOpened
  if (look.encrypted) return found('notChecked', '原件加密，看不到里面', 'it is encrypted, nobody can look into it')
  if (!look.active) return found('notChecked', '这种格式没有检查', 'this format was not looked into')
  const { looked, found: all, partial } = look.active
  const places = all.filter(one => one.kind === kind).map(one => one.where)
  if (places.length > 0) {
    const shown = [...new Set(places)].slice(0, 5).join('、')
    return found('fail', `发现 ${places.length} 处：${shown}`, `${places.length} found: ${shown}`)
  }
  if (!looked.includes(kind)) return found('notApplicable', '这种格式不会有', 'this format cannot have any')
  return partial
    ? found('notChecked', '只查了能打开的部分，没有发现', 'only what could be opened was looked into; none found there')
    : found('pass', '没有发现', 'none found')
}

function itemOf(key: InspectionKey, facts: InspectionFacts): Found {
  const { record, source, look, differences } = facts
  const { sha256, bytes, format } = record.source
  switch (key) {
    case 'sourceDigest':
      if (!source) return noSource
      return either(
        source.sha256 === sha256,
        [`SHA-256 ${sha256}`, `SHA-256 ${sha256}`],
        [`应为 ${sha256}，实为 ${source.sha256}`, `${sha256} expected, ${source.sha256} found`],
      )
    case 'sourceFacts':
      if (!look) return notOpened
      return either(
        look.format === format,
        [`都是 ${format}`, `both ${format}`],
        [`元数据记 ${format}，实测 ${look.format}`, `metadata say ${format}, the bytes ${look.format}`],
      )
    case 'formatAndName':
      if (!look) return notOpened
      return either(
        !look.misnamed,
        [`“${record.provenance.name}”，${look.format}`, `“${record.provenance.name}”, ${look.format}`],
        [
          `名为“${record.provenance.name}”，实为 ${look.format}`,
          `called “${record.provenance.name}”, but ${look.format}`,
        ],
      )
    case 'revisionChain':
      if (record.revisions.length === 0) return found('notApplicable', '没有变更', 'there are no revisions')
      return either(
        facts.brokenRevision === null,
        [`变更 ${record.revisions.length} 条，前后相接`, `${record.revisions.length} revisions, all linked`],
        [`第 ${facts.brokenRevision} 条变更对不上`, `revision ${facts.brokenRevision} is not what was written`],
      )
    case 'journalProof':
      return either(
        differences.length === 0,
        ['封记与变更都与日志相符', 'seal and revisions agree with the journal'],
        [`与日志不符：${differences.join('、')}`, `disagrees with the journal: ${differences.join(', ')}`],
      )
    case 'metadataValues':
      return metadataValues(facts)
    case 'byteCount':
      if (!source) return noSource
      return either(
        source.bytes === bytes,
        [`${count(bytes)} 字节`, `${count(bytes)} bytes`],
        [
          `应为 ${count(bytes)} 字节，实为 ${count(source.bytes)}`,
          `${count(bytes)} bytes expected, ${count(source.bytes)} found`,
        ],
      )
    case 'requiredMetadata':
      return requiredMetadata(facts)
    case 'provenance':
      return provenance(facts)
    case 'process': {
      const told = !differences.some(
        code => code === 'archive.revisionNotInJournal' || code === 'archive.recordNotInJournal',
      )
      return either(
        facts.ingested && told,
        [
          `收存和变更 ${record.revisions.length} 条都在日志上`,
          `import and ${record.revisions.length} revisions are in the journal`,
        ],
        ['有收存或变更不在日志上', 'an import or a revision is not in the journal'],
      )
    }
    case 'content':
      return content(facts)
    case 'readable':
      if (!look) return noSource
      return either(
        look.readable,
        [`读出 ${look.characters} 字`, `${look.characters} characters read`],
        ['没有读出内容', 'nothing could be read'],
      )
    case 'format':
      if (!look) return notOpened
      return either(look.format !== 'unknown', [look.format, look.format], ['辨认不出', 'it could not be told'])
    case 'encryption':
      if (!look) return notOpened
      return either(
        !look.encrypted,
        ['打开不需要密码', 'it opens without a password'],
        ['打开需要密码', 'it needs a password'],
      )
    case 'encoding':
      if (!look?.readable) return found('notChecked', '没有读出文字', 'no text was read')
      return either(
        look.lost === 0,
        ['没有无法解码的字符', 'every character was decoded'],
        [`有 ${look.lost} 个字符无法解码`, `${look.lost} characters could not be decoded`],
      )
    case 'recordReadable':
      return facts.proved
        ? found('pass', '记录文件写入后已落盘、封记', 'the record is on the disk and sealed')
        : found('pass', '记录文件打开无误', 'the record opened without fault')
    case 'macros':
      return active(look, 'macro')
    case 'scripts':
      return active(look, 'script')
    case 'embedded':
      return active(look, 'embedded')
    case 'external':
      return active(look, 'external')
    case 'readOnly':
      if (!source) return noSource
      return either(source.readOnly, ['没有写权限', 'it cannot be written'], ['文件可以写入', 'it can be written'])
    case 'personalData':
      return personalData(facts)
    case 'virus':
      return found('notChecked', '请用本单位的杀毒软件检查', 'use the virus scanner of your organization')
  }
}

/** Judges facts: pure, so that every sentence can be traced to what was found. */
export function inspect(facts: InspectionFacts): Inspection {
  const { record } = facts
  const { report } = currentOf(record)
  return {
    record: record.id,
    name: reportName(report, record.provenance.name),
    year: report.year,
    title: report.title,
    fileName: record.provenance.name,
    sha256: record.source.sha256,
    items: inspectionKeys.map((key): InspectionItem => {
      const { result, zh, en } = itemOf(key, facts)
      return { key, nature: natureOf[key], result, detail: { zh, en }, at: provedAt(key, facts.proved, facts.now) }
    }),
  }
}
