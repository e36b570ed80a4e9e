import { resolve } from 'node:path'
import { currentOf } from '../../shared/current/current.ts'
import type { CatalogueRow } from '../../shared/data/catalogue.ts'
import type { ImportCounts, ImportItem } from '../../shared/data/importing.ts'
import type { ImportInspection } from '../../shared/data/inspection.ts'
import type { RecordId } from '../../shared/data/record.ts'
import { outputSchema } from '../../shared/extract/output.ts'
import { message, messageText } from '../../shared/messages/index.ts'
import type { Outcome } from '../../shared/outcome.ts'
import { catalogueRow } from '../index/row.ts'
import type { Services } from '../services.ts'
import type { Command } from './arguments.ts'
import { failed } from './failed.ts'
import type { ExitStatus, Io } from './io.ts'
import { groupOutput, importOutput, recordOutput, rowOutput, verifyOutput } from './output.ts'
import { groupText, inspectionText, itemText, recordText, rowText, verifyText } from './text.ts'

/** The commands that work on an archive: importing, listing, searching, showing, verifying, rebuilding the index. */

const pageSize = 500

/** Asks page by page until an answer is empty, and prints each item. */
async function printAll<Item>(
  io: Io,
  page: (offset: number) => Promise<Outcome<readonly Item[]>>,
  line: (item: Item) => string,
): Promise<ExitStatus> {
  for (let offset = 0; ; offset += pageSize) {
    const answer = await page(offset)
    if (!answer.ok) return failed(io, answer.problem)
    for (const item of answer.value) if (!(await io.out(line(item)))) return 0
    if (answer.value.length < pageSize) return 0
  }
}

/** Takes files in; one line each, in the order they were found. */
export async function importFiles(command: Command, services: Services, io: Io): Promise<ExitStatus> {
  let told = 0
  const tell = ({ totals }: ImportCounts): void => {
    const done = totals.all - totals.waiting - totals.working
    if (done !== told) io.log(`${done}/${totals.all}`)
    told = done
  }
  services.on('import.changed', tell)
  const paths = command.operands.map(path => resolve(path))
  const state = await services.api['app.state'](null)
  const held = state.ok && state.value.archive.why?.code === 'archive.heldByOther'
  if (held) return await handOverFiles(paths, services, io)
  const added = await services.api['import.paths']({ paths })
  if (!added.ok) return failed(io, added.problem)
  await services.imported()
  const view = await services.api['import.view'](null)
  if (!view.ok) return failed(io, view.problem)
  tell(view.value)
  await services.inspectingImports?.done()
  const status = await printItems(view.value.items, io, record => services.inspectingImports?.of(record) ?? null)
  if (services.inspectingImports) io.log(inspectionText(services.inspectingImports.state(), io.language))
  return status
}

type Inspected = (record: RecordId) => ImportInspection | null

async function printItems(
  items: readonly ImportItem[],
  io: Io,
  inspected: Inspected = () => null,
): Promise<ExitStatus> {
  for (const item of items) {
    const inspection = item.record === null || item.state === 'duplicate' ? null : inspected(item.record)
    const line = io.json ? JSON.stringify(importOutput(item, inspection, io.language)) : itemText(item, io.language)
    if (!(await io.out(line))) break
  }
  return items.some(item => item.state === 'failed') ? 1 : 0
}

/** The application has the archive open: it takes the files in, and tells what became of them. */
async function handOverFiles(paths: readonly string[], services: Services, io: Io): Promise<ExitStatus> {
  const given = await services.handOver(paths)
  if (!given.ok) return failed(io, given.problem)
  io.log(messageText(message('ingest.handedOver', { count: paths.length }), io.language))
  const items = await given.value.results
  return items.ok ? await printItems(items.value, io) : failed(io, items.problem)
}

export function list(command: Command, services: Services, io: Io): Promise<ExitStatus> {
  const { years, statuses } = command
  const query = { text: '', years: [...years], statuses: [...statuses], sort: 'name', descending: false } as const
  return printAll<CatalogueRow>(
    io,
    async offset => {
      const page = await services.api['catalogue.list']({
        ...query,
        years: [...years],
        statuses: [...statuses],
        offset,
        limit: pageSize,
      })
      return page.ok ? { ok: true, value: page.value.rows } : page
    },
    row => (io.json ? JSON.stringify(rowOutput(row)) : rowText(row, io.language)),
  )
}

export function search(command: Command, services: Services, io: Io): Promise<ExitStatus> {
  const { years, statuses } = command
  // A shell takes the quotes away: an operand with white space in it was a phrase.
  const text = command.operands.map(item => (/\s/.test(item) && !/["“”]/.test(item) ? `"${item}"` : item)).join(' ')
  return printAll(
    io,
    async offset => {
      const query = { text, years: [...years], statuses: [...statuses], offset, limit: pageSize }
      const found = await services.api['search.run'](query)
      return found.ok ? { ok: true, value: found.value.groups } : found
    },
    group => (io.json ? JSON.stringify(groupOutput(group)) : groupText(group, io.language)),
  )
}

export async function show(command: Command, services: Services, io: Io): Promise<ExitStatus> {
  const [id = ''] = command.operands
  const found = await services.api['record.open']({ id })
  if (!found.ok) return failed(io, found.problem)
  const { record, path, previous } = found.value
  const row = catalogueRow(record, previous)
  const text = recordText(row, path, currentOf(record).report, io.language, { previous })
  await io.out(io.json ? JSON.stringify(recordOutput(record, path, io.language, { previous })) : text)
  return 0
}

export async function verify(_command: Command, services: Services, io: Io): Promise<ExitStatus> {
  services.on('verify.progress', ({ done, of }) => io.log(`${done}/${of}`))
  const answer = await services.api['archive.verify'](null)
  if (!answer.ok) return failed(io, answer.problem)
  const { problems, index } = answer.value
  const text = verifyText(answer.value, io.language)
  await io.out(io.json ? JSON.stringify(verifyOutput(answer.value, io.language)) : text)
  return problems.length > 0 || (index?.differing ?? 0) > 0 ? 1 : 0
}

export async function rebuild(_command: Command, services: Services, io: Io): Promise<ExitStatus> {
  services.on('archive.changed', ({ indexing }) => {
    if (indexing) io.log(`${indexing.done}/${indexing.of}`)
  })
  const { records, problems } = await services.rebuild()
  for (const problem of problems) io.log(messageText(problem, io.language))
  const text = io.language === 'zh' ? `已重建 ${records} 份报告的索引` : `index of ${records} reports rebuilt`
  const unreadable = problems.map(problem => problem.params.record)
  await io.out(io.json ? JSON.stringify({ schema: outputSchema, records, unreadable }) : text)
  return problems.length > 0 ? 1 : 0
}
