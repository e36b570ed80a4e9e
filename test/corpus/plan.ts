import { layDraft, printedAt, type Start, startDraft, truthOf } from './draft.ts'
import { type CorpusFormat, corpusFormats, type Draft, type Truth } from './model.ts'
import type { Quirk } from './quirk.ts'
import { quirksOfHands } from './quirksOfHands.ts'
import { quirksOfLabels } from './quirksOfLabels.ts'
import { quirksOfLayout } from './quirksOfLayout.ts'
import { quirksOfManner } from './quirksOfManner.ts'
import { quirksOfNumbers } from './quirksOfNumbers.ts'
import { makeRandom } from './random.ts'

/** Which files the corpus holds: each quirk alone in each of its formats, and random combinations. */

export const quirks: readonly Quirk[] = [
  ...quirksOfNumbers,
  ...quirksOfLabels,
  ...quirksOfLayout,
  ...quirksOfHands,
  ...quirksOfManner,
]

export type PlannedFile = {
  readonly id: string
  readonly format: CorpusFormat
  readonly edition: Start['edition']
  readonly quirks: readonly Quirk[]
  /** Drawn by hand; other PDFs and all .doc go through an office program. */
  readonly drawn: boolean
  readonly lossy: boolean
}

export type PlanSize = { readonly seeds: number; readonly combinations: number }

const phases = ['numbers', 'layout', 'manner'] as const
const slug = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '-')

function file(format: CorpusFormat, chosen: readonly Quirk[], edition: Start['edition'], label: string): PlannedFile {
  return {
    id: `${format}-${slug(label)}`,
    format,
    edition,
    quirks: chosen,
    drawn: chosen.some(item => item.drawn === true),
    lossy: chosen.some(item => item.lossy === true),
  }
}

const editionsOf = (quirk: Quirk): readonly Start['edition'][] =>
  quirk.edition ? [quirk.edition] : ['2021', '2019', 'mixed']

/** Quirks that fit each other: two to five, one shape of text at most. */
function combination(format: CorpusFormat, number: number): PlannedFile {
  const random = makeRandom(`combination ${format} ${number}`)
  const fitting = quirks.filter(item => item.combines && item.formats.includes(format))
  const shapes = fitting.filter(item => item.textShape !== undefined)
  const others = random.some(
    fitting.filter(item => item.textShape === undefined),
    random.whole(2, 5),
  )
  const chosen = format === 'txt' ? [...others, random.pick(shapes)] : others
  const edition = chosen.find(item => item.edition)?.edition ?? random.pick(['2021', '2021', '2019', 'mixed'] as const)
  return file(format, chosen, edition, `combination-${number}`)
}

export function planCorpus({ seeds, combinations }: PlanSize): readonly PlannedFile[] {
  const plain = corpusFormats.flatMap(format =>
    (['2021', '2019', 'mixed'] as const).map(edition => file(format, [], edition, `plain-${edition}`)),
  )
  const single = quirks.flatMap(quirk =>
    quirk.formats.flatMap(format =>
      Array.from({ length: seeds }, (_, seed) => {
        const editions = editionsOf(quirk)
        const edition = editions[seed % editions.length] ?? '2021'
        return file(format, [quirk], edition, `${quirk.name}-${edition}-${seed + 1}`)
      }),
    ),
  )
  const combined = corpusFormats.flatMap(format =>
    Array.from({ length: combinations }, (_, number) => combination(format, number + 1)),
  )
  return [...plain, ...single, ...combined]
}

/** Shapes of text that write no blanks down: a row with a blank no longer tells which cell is which. */
function markLost(draft: Draft): void {
  const shape = draft.manner.textShape
  const rowOf = (key: string) => (key.startsWith('proceedings/') ? 'proceedings' : key.slice(0, key.lastIndexOf('/')))
  const lossyRow = (text: string) => text.trim() === '' || /\S[ \u3000]+\S/.test(text)
  const lost = new Set<string>()
  for (const key of draft.numbers.keys()) if (lossyRow(printedAt(draft, key).text)) lost.add(rowOf(key))
  for (const key of draft.numbers.keys())
    if (shape === 'glued' || lost.has(rowOf(key))) draft.printed.set(key, { ...printedAt(draft, key), lost: true })
}

/** The draft and the truth of one planned file. Always the same for the same plan. */
export function makeDraft(planned: PlannedFile): { readonly draft: Draft; readonly truth: Truth } {
  const draft = startDraft({ seed: planned.id, edition: planned.edition })
  for (const phase of phases) {
    // Manner comes last but decides nothing about blocks before; layout needs the numbers printed.
    if (phase === 'layout') layDraft(draft)
    for (const quirk of planned.quirks) if (quirk.phase === phase) quirk.apply(draft)
  }
  if (planned.format === 'txt' && ['lines', 'blanks', 'glued'].includes(draft.manner.textShape)) markLost(draft)
  return { draft, truth: truthOf(draft) }
}
