import { resolve } from 'node:path'
import type { CopyReport } from '../../shared/data/longWork.ts'
import type { RereadRow } from '../../shared/data/rereading.ts'
import { messageOutput, outputSchema } from '../../shared/extract/output.ts'
import { messageText } from '../../shared/messages/index.ts'
import type { Outcome } from '../../shared/outcome.ts'
import { restoreBackup } from '../archive/index.ts'
import type { Services } from '../services.ts'
import type { Command } from './arguments.ts'
import { failed } from './failed.ts'
import type { ExitStatus, Io } from './io.ts'

/** The commands that look after an archive: backing it up, restoring it, reading its originals again. */

/** Tells progress a few times a second at most; nobody reads ten thousand lines. */
function teller(io: Io): (done: number, of: number) => void {
  let told = 0
  return (done, of) => {
    if (done < of && performance.now() - told < 500) return
    told = performance.now()
    io.log(`${done}/${of}`)
  }
}

async function printCopy(io: Io, outcome: Outcome<CopyReport>, words: Readonly<Record<'zh' | 'en', string>>) {
  if (!outcome.ok) return failed(io, outcome.problem)
  const { folder, copied, present, bytes, finishedAt, problems } = outcome.value
  for (const problem of problems) io.log(messageText(problem, io.language))
  const text =
    io.language === 'zh'
      ? `${words.zh}“${folder}”：写入 ${copied} 个文件（${bytes} 字节），原有 ${present} 个，${problems.length === 0 ? '全部相符' : `不符 ${problems.length} 处`}`
      : `${words.en} “${folder}”: ${copied} files written (${bytes} bytes), ${present} there already, ${problems.length === 0 ? 'all whole' : `${problems.length} problems`}`
  const report = { schema: outputSchema, folder, finishedAt, copied, present, bytes }
  const told = problems.map(problem => messageOutput(problem, io.language))
  await io.out(io.json ? JSON.stringify({ ...report, problems: told }) : text)
  const damaged = problems.some(problem => problem.severity === 'error')
  return damaged ? 1 : 0
}

export async function backup(command: Command, services: Services, io: Io): Promise<ExitStatus> {
  const tell = teller(io)
  services.on('work.progress', ({ done, of }) => tell(done, of))
  const [folder = ''] = command.operands
  const made = await services.api['archive.backup']({ folder: resolve(folder) })
  return await printCopy(io, made, { zh: '已备份到', en: 'Backed up to' })
}

/** Needs no archive of its own: it makes one. */
export async function restore(from: string, to: string, version: string, io: Io): Promise<ExitStatus> {
  const { signal } = new AbortController()
  const made = await restoreBackup(resolve(from), resolve(to), { version, progress: teller(io), signal })
  return await printCopy(io, made, { zh: '已恢复到', en: 'Restored to' })
}

function rowText({ id, name, year, cells, fields, sections, kept, open }: RereadRow, io: Io): string {
  const zh = `改 ${cells} 格、${fields} 项、正文 ${sections} 节，与人定不同 ${kept} 处，疑点 ${open.before} → ${open.after}`
  const en = `${cells} cells, ${fields} facts, ${sections} sections, ${kept} differ from a person’s, questions ${open.before} → ${open.after}`
  return [id, year ?? '—', name, io.language === 'zh' ? zh : en].join('\t')
}

/** Looks what today's readers make of the kept sources, prints it, and takes it unless it is a dry run. */
export async function reread(command: Command, services: Services, io: Io): Promise<ExitStatus> {
  const tell = teller(io)
  services.on('work.progress', ({ done, of }) => tell(done, of))
  const looked = await services.api['reread.preview']({ scope: command.all ? 'all' : 'older' })
  if (!looked.ok) return failed(io, looked.problem)
  const rows: RereadRow[] = []
  for (let offset = 0; offset < looked.value.records; offset += 1000) {
    const page = await services.api['reread.list']({ offset, limit: 1000 })
    if (!page.ok) return failed(io, page.problem)
    rows.push(...page.value)
  }
  const chosen = command.operands.length === 0 ? rows : rows.filter(row => command.operands.includes(row.id))
  for (const row of chosen)
    if (!(await io.out(io.json ? JSON.stringify({ schema: outputSchema, record: row.id, ...row }) : rowText(row, io))))
      return 0
  const records = command.operands.length === 0 ? null : [...command.operands]
  const taken = command.dryRun ? null : await services.api['reread.take']({ records })
  if (taken && !taken.ok) return failed(io, taken.problem)
  const problems = taken?.value.problems ?? []
  for (const problem of problems) io.log(messageText(problem, io.language))
  const { looked: all, same, placesOnly, unread } = looked.value
  const sums = { looked: all, same, placesOnly, unread, changed: chosen.length, taken: taken?.value.taken ?? 0 }
  const text =
    io.language === 'zh'
      ? `重读 ${all} 份：相同 ${same}，只有位置或把握不同 ${placesOnly}，未读出 ${unread}，有改变 ${chosen.length}，已换上 ${sums.taken}`
      : `${all} read again: ${same} the same, ${placesOnly} with other places or confidence only, ${unread} unread, ${chosen.length} changed, ${sums.taken} taken`
  await io.out(io.json ? JSON.stringify({ schema: outputSchema, ...sums }) : text)
  return problems.length > 0 ? 1 : 0
}
