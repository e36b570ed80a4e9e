/** One line of a label, and a row of numbers, by the height they stand at. */
export type LabelLine = { readonly y: number; readonly text: string; readonly size: number }

/** Which lines of labels belong to which row of numbers. */
export type Pairing = {
  /** For each row of numbers the lines of its label, as indexes; none where it has no label. */
  readonly labels: readonly (readonly number[])[]
  /** Labels that no row of numbers belongs to: rows whose values are blank. */
  readonly lone: readonly (readonly number[])[]
  /** Rows whose label could as well be another one. */
  readonly doubtful: ReadonlySet<number>
}

/** Where numbers stand beside a label of several lines. A table does it one way throughout. */
const ways = ['middle', 'first', 'last'] as const
type Way = (typeof ways)[number]

/** Lines of one label at most; label lines times rows at most, for made-up files. */
const longestLabel = 6
const mostPairs = 20_000
/** In em: how far a number may be from where the table's way puts it, and how far lines of one label are apart. */
const tolerance = 0.35
const leading = 2
/** What it costs to leave a row or a label alone; to begin a number of its own in the middle of a label; not to begin with one. */
const alone = 1
const inner = 0.6
const unnumbered = 0.3
/** Ways that cost no more than this above the best are as likely. */
const asLikely = 0.5

const numbered =
  /^\s*([（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|[（(]\d{1,2}[）)]|\d{1,2}[.．、)](?!\d)|第[一二三四五六七八九十]+)/u

type Step = { readonly cost: number; readonly labels: number; readonly row: boolean }

/** Pairs labels with rows of numbers, top to bottom. `parted` says that a ruling line runs between two heights. */
export function pairLabels(
  labels: readonly LabelLine[],
  rows: readonly number[],
  parted: (y: number, other: number) => boolean,
): Pairing | null {
  if (labels.length * rows.length > mostPairs) return null
  const begins = labels.map(label => numbered.test(label.text))
  const usual = begins.filter(Boolean).length > 0.4 * labels.length
  const found = ways.map(way => solve(labels, rows, parted, way, begins, usual)).sort((a, b) => a.cost - b.cost)
  const best = found[0]
  if (!best) return null
  const doubtful = new Set<number>()
  for (const other of found.slice(1)) {
    if (other.cost > best.cost + asLikely) continue
    best.labels.forEach((own, row) => {
      if (own.join() !== other.labels[row]?.join()) doubtful.add(row)
    })
  }
  return { labels: best.labels, lone: best.lone, doubtful }
}

function placeOf(way: Way, first: number, last: number): number {
  switch (way) {
    case 'first':
      return first
    case 'last':
      return last
    case 'middle':
      return (first + last) / 2
  }
}

function solve(
  labels: readonly LabelLine[],
  rows: readonly number[],
  parted: (y: number, other: number) => boolean,
  way: Way,
  begins: readonly boolean[],
  usual: boolean,
) {
  const width = rows.length + 1
  // The best way to deal with the first `taken` label lines and `row` rows, and its last step.
  const best: Step[] = [{ cost: 0, labels: 0, row: false }]
  const costAt = (taken: number, row: number) => best[taken * width + row]?.cost ?? Number.POSITIVE_INFINITY
  const offer = (taken: number, row: number, step: Step) => {
    if (step.cost < costAt(taken, row)) best[taken * width + row] = step
  }
  for (let taken = 0; taken <= labels.length; taken += 1) {
    for (let row = 0; row <= rows.length; row += 1) {
      const base = costAt(taken, row)
      if (base === Number.POSITIVE_INFINITY) continue
      const y = rows[row]
      if (y !== undefined) offer(taken, row + 1, { cost: base + alone, labels: 0, row: true })
      const first = labels[taken]
      if (!first) continue
      let words = usual && !begins[taken] ? unnumbered : 0
      for (let count = 1; count <= longestLabel; count += 1) {
        const last = labels[taken + count - 1]
        if (!last) break
        const before = labels[taken + count - 2]
        if (count > 1 && before) {
          if (last.y - before.y > leading * last.size || parted(before.y, last.y)) break
          if (begins[taken + count - 1]) words += inner
        }
        offer(taken + count, row, { cost: base + alone + words, labels: count, row: false })
        if (y === undefined) continue
        const off = Math.abs(placeOf(way, first.y, last.y) - y) / last.size
        if (off <= tolerance && !parted(first.y, y) && !parted(y, last.y))
          offer(taken + count, row + 1, { cost: base + off + words, labels: count, row: true })
      }
    }
  }
  return { ...retrace(best, labels.length, rows.length), cost: costAt(labels.length, rows.length) }
}

function retrace(best: readonly Step[], labelCount: number, rowCount: number) {
  const labels: number[][] = Array.from({ length: rowCount }, () => [])
  const lone: number[][] = []
  let taken = labelCount
  let row = rowCount
  while (taken > 0 || row > 0) {
    const step = best[taken * (rowCount + 1) + row]
    if (!step || (step.labels === 0 && !step.row)) break
    const lines = Array.from({ length: step.labels }, (_, index) => taken - step.labels + index)
    if (step.row) labels[row - 1] = lines
    else lone.unshift(lines)
    taken -= step.labels
    if (step.row) row -= 1
  }
  return { labels, lone }
}
