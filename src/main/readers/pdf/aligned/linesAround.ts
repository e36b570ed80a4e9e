import type { RunLine } from '../lines/runs.ts'
import { isBody } from './tracks.ts'

/** What stands above or below a table and belongs to no row of it. */
export const sectionHead = /^[一二三四五六七八九十]{1,3}\s*、|^第[一二三四五六七八九十]+[章节]|[:：。；]$|^[（(]?单位/u

/** The first columns with numbers begin here. */
function numbersBegin(core: readonly RunLine[]): number {
  const labelled = core.filter(isBody).flatMap(line => {
    const [first] = line.runs
    const number = first?.value === false ? line.runs.find(run => run.value) : undefined
    return number?.box[0] ?? []
  })
  const lefts = labelled.length > 0 ? labelled : core.filter(isBody).map(line => line.box[0])
  return Math.min(...lefts)
}

/** Lines of heads above the first row: over the numbers alone, or in pieces, as large as the rows and close. */
export function headsAbove(lines: readonly RunLine[], first: number, core: readonly RunLine[]): readonly RunLine[] {
  const from = numbersBegin(core)
  const left = Math.min(...core.map(line => line.box[0]))
  const right = Math.max(...core.map(line => line.box[2]))
  const size = core[0]?.size ?? 10
  let top = first
  for (let index = first - 1; index >= 0 && index >= first - mostHeads; index -= 1) {
    const line = lines[index]
    const below = lines[index + 1]
    if (!line || !below || below.baseline - line.baseline > 2.4 * size) break
    const within = line.box[0] > left - size && line.box[2] < right + size
    const like = within && Math.abs(line.size - size) < 0.1 * size && !line.runs.some(run => run.value)
    const alone = line.runs.length === 1 && line.box[0] > from - 2 * size
    if (!like || !(alone || line.runs.length > 1) || sectionHead.test(line.runs[0]?.text ?? '')) break
    top = index
  }
  return lines.slice(top, first)
}

const mostHeads = 6

/** The beginning of the first row's label, where its numbers stand beside a later line of it. */
export function labelAbove(lines: readonly RunLine[], first: number, core: readonly RunLine[]): readonly RunLine[] {
  const from = numbersBegin(core)
  const left = Math.min(...core.map(line => line.box[0]))
  const opening = core[0]
  if (!opening || !isBody(opening)) return []
  let top = first
  for (let index = first - 1; index >= 0 && index >= first - mostHeads; index -= 1) {
    const [line, below] = [lines[index], lines[index + 1]]
    if (!line || !below || below.baseline - line.baseline > 1.7 * opening.size) break
    const fits = line.box[2] < from && line.box[0] > left - 1 && Math.abs(line.size - opening.size) < 0.1 * opening.size
    if (!fits || line.runs.length > 1 || sectionHead.test(line.runs[0]?.text ?? '')) break
    top = index
  }
  return lines.slice(top, first)
}

/** The rest of the last row's label: taken only where it stands close below and left of the numbers. */
export function labelsBelow(lines: readonly RunLine[], last: number, core: readonly RunLine[]): readonly RunLine[] {
  const from = numbersBegin(core)
  const left = Math.min(...core.map(line => line.box[0]))
  let bottom = last
  for (let index = last + 1; index < lines.length && index <= last + 3; index += 1) {
    const [line, above] = [lines[index], lines[index - 1]]
    if (!line || !above || line.baseline - above.baseline > 1.7 * line.size) break
    const fits = line.box[2] < from && line.box[0] > left - 1 && Math.abs(line.size - above.size) < 0.1 * line.size
    if (!fits || line.runs.length > 1 || sectionHead.test(line.runs[0]?.text ?? '')) break
    bottom = index
  }
  return lines.slice(last + 1, bottom + 1)
}
