import { resolve } from 'node:path'
import type { Selection } from '../../shared/api.ts'
import type { Exported, ExportFormat } from '../../shared/data/exchange.ts'
import { messageText } from '../../shared/messages/index.ts'
import type { Services } from '../services.ts'
import type { Command } from './arguments.ts'
import type { ExitStatus, Io } from './io.ts'
import { exportedOutput, recordOutput } from './output.ts'

/** The ids named, else all that fit the conditions. */
export function selectionOf({ operands, years, statuses }: Command): Selection {
  return operands.length > 0
    ? { kind: 'records', ids: [...operands] }
    : { kind: 'filter', text: '', years: [...years], statuses: [...statuses] }
}

function exportedText({ path, records, files, bytes, problems, format }: Exported, io: Io): string {
  const words =
    io.language === 'zh'
      ? `${path}\t报告 ${records} 份，文件 ${files} 个，${bytes} 字节，${format === 'bag' ? '写完已逐件核对' : '已写好'}`
      : `${path}\t${records} reports, ${files} files, ${bytes} bytes, ${format === 'bag' ? 'verified after writing' : 'written'}`
  return [words, ...problems.map(problem => messageText(problem, io.language))].join('\n')
}

/** Writes a bag or a CSV, or prints records as JSON, one object a line. */
export async function exportRecords(command: Command, services: Services, io: Io): Promise<ExitStatus> {
  const selection = selectionOf(command)
  const wanted = (
    [
      ['bag', command.bag],
      ['csv', command.csv],
    ] as const
  ).flatMap(([format, to]): readonly (readonly [ExportFormat, string])[] => (to === null ? [] : [[format, to]]))
  if (wanted.length === 0) return printRecords(selection, services, io)
  services.on('export.progress', ({ step, done, of }) => io.log(`${step} ${done}/${of}`))
  let left = 0
  for (const [format, to] of wanted) {
    const answer = await services.api['export.run']({ selection, format, to: resolve(to) })
    if (!answer.ok) {
      io.log(messageText(answer.problem, io.language))
      return 1
    }
    left += answer.value.problems.length
    await io.out(io.json ? JSON.stringify(exportedOutput(answer.value, io.language)) : exportedText(answer.value, io))
  }
  return left > 0 ? 1 : 0
}

async function printRecords(selection: Selection, services: Services, io: Io): Promise<ExitStatus> {
  const ids = await services.selected(selection)
  if (!ids.ok) {
    io.log(messageText(ids.problem, io.language))
    return 1
  }
  let failed = false
  for (const id of ids.value) {
    const found = await services.api['record.open']({ id })
    if (found.ok) {
      const { record, previous } = found.value
      // What is handed over does not say where files lay on this computer.
      if (!(await io.out(JSON.stringify(recordOutput(record, null, io.language, { previous }))))) break
    } else {
      io.log(messageText(found.problem, io.language))
      failed = true
    }
  }
  return failed ? 1 : 0
}
