import { basename } from 'node:path'
import type { PoolAnswer } from '../../../src/main/ingest/pool.ts'
import { openProblem } from '../../../src/main/ingest/problems.ts'
import { type ExtractedFile, extractOutput } from '../../../src/shared/extract/output.ts'
import { type Message, messageTable, messageText } from '../../../src/shared/messages/index.ts'
import { extractSchema } from '../../shared/extractSchema.ts'
import type { Job, Violation } from './result.ts'

/** An answer of the pool as `extract` prints it. */
export function extractedOf(job: Job, answer: PoolAnswer): ExtractedFile {
  const unread = (problem: Message): ExtractedFile => ({
    ...{ file: job.path, sha256: null, format: 'unknown', report: null },
    messages: [problem],
  })
  switch (answer.kind) {
    case 'done': {
      const { sha256, format, report, messages } = answer.reading
      return { file: job.path, sha256, format, report, messages }
    }
    case 'failed':
      return unread(answer.problem)
    case 'unopened':
      return unread(openProblem(answer.code, basename(job.path)))
    case 'cancelled':
      return unread(openProblem('ECANCELED', basename(job.path)))
  }
}

function holes(message: Message): readonly string[] {
  const words = messageTable[message.code]
  if (!words) return ['unknown code']
  const sentences = [words.what, words.kept, words.todo].flatMap(one => (one ? [one.zh, one.en] : []))
  const names = sentences.flatMap(text => [...text.matchAll(/\{(\w+)\}/g)].map(found => found[1] ?? ''))
  return names.filter(name => message.params[name] === undefined)
}

/** Everything that is wrong with an answer as such, however hostile the file. */
export function judge(job: Job, file: ExtractedFile): readonly Violation[] {
  const violations: Violation[] = []
  const say = (kind: Violation['kind'], detail: string) => violations.push({ kind, detail })
  const errors = file.messages.filter(message => message.severity === 'error')
  if (!file.report && !errors.some(message => messageText(message, 'zh').includes(job.name)))
    say('noReason', errors.map(message => messageText(message, 'zh')).join(' ') || 'no error at all')
  for (const message of file.messages) {
    if (message.code === 'read.crashed') say('thrown', message.detail ?? '')
    const missing = holes(message)
    if (missing.length > 0) say('badOutput', `${message.code}: ${missing.join(', ')}`)
  }
  const shape = extractSchema.safeParse(JSON.parse(JSON.stringify(extractOutput(file, 'zh'))))
  if (!shape.success) say('badOutput', JSON.stringify(shape.error.issues.slice(0, 3)))
  return violations
}
