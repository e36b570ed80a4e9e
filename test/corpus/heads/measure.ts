import { readSource } from '../../../src/main/readers/index.ts'
import { recognise } from '../../../src/main/recognition/index.ts'
import type { SourceDocument } from '../../../src/shared/data/document.ts'
import { type Report, type ReportFact, reportFacts } from '../../../src/shared/data/report.ts'
import type { Head, HeadTruth } from './model.ts'

/**
 * right: as a person reads it. wrong: another value, and nothing says so. doubted: another value, marked unsure. missing: not found.
 * `unmarked`: right, but found so indirectly that it should be marked unsure. `overdone`: right and marked unsure without need.
 */
export type FactOutcome = 'right' | 'wrong' | 'doubted' | 'missing' | 'unmarked' | 'overdone'

export type Judged = {
  readonly head: string
  readonly fact: ReportFact | 'message' | 'anchor'
  readonly outcome: FactOutcome
  readonly got: string | null
  readonly due: string
}

function documentOf(head: Head): Promise<SourceDocument | null> {
  const { source } = head
  if (source.kind === 'office') {
    const blocks = source.lines.map(text => ({ kind: 'paragraph', text }) as const)
    return Promise.resolve({ format: 'docx', title: source.title, blocks, pages: [] })
  }
  return readSource(new TextEncoder().encode(source.text), source.fileName).then(reading => reading.document)
}

const solid = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')
const spelled = (value: unknown): string => JSON.stringify(value)

function gotOf(report: Report, fact: ReportFact): string | null {
  switch (fact) {
    case 'region':
      return report.region?.name ?? null
    case 'period':
      return report.period && `${report.period.from}/${report.period.to}`
    case 'year':
      return report.year === null ? null : String(report.year)
    default:
      return report[fact]
  }
}

function dueOf(truth: HeadTruth, fact: ReportFact): readonly (string | null)[] {
  const due = truth[fact]
  if (fact === 'period' && typeof due === 'number') return [`${due}-01-01/${due}-12-31`]
  return (Array.isArray(due) ? due : [due]).map(item => (item === null ? null : String(item)))
}

function judgeFact(report: Report, truth: HeadTruth, fact: ReportFact): FactOutcome {
  const got = gotOf(report, fact)
  const due = dueOf(truth, fact)
  const right = due.some(item => (item === null || got === null ? item === got : solid(item) === solid(got)))
  const unsure = report.unsure.includes(fact)
  if (!right) return got === null ? 'missing' : unsure ? 'doubted' : 'wrong'
  if (got === null) return 'right'
  return truth.unsure.includes(fact) === unsure ? 'right' : unsure ? 'overdone' : 'unmarked'
}

/** Reads one head and compares every fact with what a person reads. */
export async function judgeHead(head: Head): Promise<readonly Judged[]> {
  const document = await documentOf(head)
  if (!document) throw new Error(`${head.name}: was not read`)
  const { report, messages } = recognise(document, head.source.fileName)
  const facts = reportFacts.map(
    (fact): Judged => ({
      head: head.name,
      fact,
      outcome: judgeFact(report, head.truth, fact),
      got: gotOf(report, fact),
      due: spelled(dueOf(head.truth, fact)),
    }),
  )
  const anchors = reportFacts.flatMap((fact): readonly Judged[] => {
    // What stands in the document has a place in it; what only its properties or its name say is marked unsure instead.
    if (gotOf(report, fact) === null || report.fieldAnchors[fact] || report.unsure.includes(fact)) return []
    return [{ head: head.name, fact: 'anchor', outcome: 'missing', got: fact, due: 'an anchor' }]
  })
  const kinds = ['recognition.notAnnualReport', 'recognition.otherForm', 'recognition.titleOnly']
  const said = messages.find(item => kinds.includes(item.code))?.code ?? null
  const message: Judged = {
    head: head.name,
    fact: 'message',
    outcome: said === head.truth.message ? 'right' : said === null ? 'missing' : 'wrong',
    got: said,
    due: spelled(head.truth.message),
  }
  return [...facts, ...anchors, message]
}
