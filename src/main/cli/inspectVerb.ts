import { countResults, type Inspection, inspectionResults } from '../../shared/data/inspection.ts'
import { nameAndYear } from '../../shared/facts/recordName.ts'
import { type Language, type Message, messageText } from '../../shared/messages/index.ts'
import { itemWords, natureWords, resultWords } from '../../shared/words/inspection.ts'
import { realFiles } from '../disk/files.ts'
import { inspectionPage } from '../exchange/inspectionPage.ts'
import { writeOut } from '../exchange/writeOut.ts'
import type { Services } from '../services.ts'
import type { Command } from './arguments.ts'
import { selectionOf } from './exportVerb.ts'
import type { ExitStatus, Io } from './io.ts'
import { inspectionOutput } from './output.ts'

/** The command that inspects records (四性检测). */

function inspectionText(inspection: Inspection, language: Language): string {
  const counts = countResults(inspection.items)
  const summary = inspectionResults.map(result => `${resultWords[result][language]} ${counts[result]}`).join('\t')
  const items = inspection.items.map(item => {
    const words = [natureWords[item.nature], itemWords[item.key].name, resultWords[item.result], item.detail]
    return `  ${words.map(word => word[language]).join('\t')}`
  })
  return [`${inspection.record}\t${nameAndYear(inspection.name, inspection.year)}\t${summary}`, ...items].join('\n')
}

/** Inspects records one by one and prints each. Exit status 1 when an item failed or a record could not be opened. */
export async function inspectRecords(command: Command, services: Services, io: Io): Promise<ExitStatus> {
  const ids = await services.selected(selectionOf(command))
  if (!ids.ok) {
    io.log(messageText(ids.problem, io.language))
    return 1
  }
  const kept: Inspection[] = []
  const problems: Message[] = []
  let failed = false
  let done = 0
  await services.inspecting.each(
    ids.value,
    async inspected => {
      io.log(`${++done}/${ids.value.length}`)
      if (!inspected.ok) {
        problems.push(inspected.problem)
        io.log(messageText(inspected.problem, io.language))
        return true
      }
      const { value } = inspected
      failed ||= value.items.some(item => item.result === 'fail')
      if (command.page !== null) kept.push(value)
      return io.out(io.json ? JSON.stringify(inspectionOutput(value, io.language)) : inspectionText(value, io.language))
    },
    new AbortController().signal,
  )
  if (command.page !== null) {
    const text = inspectionPage(services.inspecting.report(kept, problems), io.language)
    const written = await writeOut(realFiles, [{ path: command.page, text }])
    if (!written.ok) {
      io.log(messageText(written.problem, io.language))
      return 1
    }
  }
  return failed || problems.length > 0 ? 1 : 0
}
