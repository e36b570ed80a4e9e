import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currentOf, redoTarget, reverseOf, undoTarget } from '../../src/shared/current.ts'
import { type CellKey, formCells } from '../../src/shared/form/index.ts'
import type { ArchiveRecord, Change, Revision, RevisionAct } from '../../src/shared/record.ts'
import { findCell, type Reading } from '../../src/shared/report.ts'
import { openCounts, reviewItems } from '../../src/shared/review.ts'
import { agreeingReport, withCells } from './reports.ts'

const report = agreeingReport('2021', (row, column) => (row.length + column.length) % 9)

function recordWith(revisions: readonly Revision[], extracted: typeof report | null = report): ArchiveRecord {
  return {
    schema: 1,
    id: '0123456789abcdef',
    source: { sha256: 'a'.repeat(64), bytes: 1, format: 'docx' },
    provenance: {
      name: 'a.docx',
      path: '/a.docx',
      modifiedAt: null,
      importedAt: '2024-03-12T01:00:00Z',
      importedBy: '许砚',
    },
    extraction: { reader: '1', at: '2024-03-12T01:00:00Z', document: null, report: extracted, messages: [] },
    revisions,
  }
}

function revision(number: number, act: RevisionAct, change: Change, reverses: number | null = null): Revision {
  return { number, at: '2024-03-18T01:00:00Z', who: '陆知远', why: '', act, reverses, change, previous: '', hash: '' }
}

const reading = (value: number): Reading => ({ state: 'number', value, raw: String(value) })
const keys = formCells('requests', '2021').map(cell => cell.key)

/** Carries out edits, undos and redos the way services do, so that the chain is one that can occur. */
function play(steps: readonly ('undo' | 'redo' | { cell: CellKey; value: number })[]): Revision[] {
  const revisions: Revision[] = []
  for (const step of steps) {
    const number = revisions.length + 1
    if (step === 'undo' || step === 'redo') {
      const target = step === 'undo' ? undoTarget(revisions) : redoTarget(revisions)
      if (target) revisions.push(revision(number, step, reverseOf(target.change), target.number))
    } else {
      const before = findCell(currentOf(recordWith(revisions)).report, step.cell)
      if (!before) throw new Error(step.cell)
      const { state, value, raw } = before
      revisions.push(
        revision(number, 'edit', {
          kind: 'cell',
          cell: step.cell,
          before: { state, value, raw },
          after: reading(step.value),
        }),
      )
    }
  }
  return revisions
}

const edits = fc.array(fc.record({ cell: fc.constantFrom(...keys.slice(0, 6)), value: fc.nat({ max: 99 }) }), {
  maxLength: 12,
})
const values = (revisions: readonly Revision[]) => currentOf(recordWith(revisions)).report.tables

describe('a record as it stands', () => {
  it('is the extraction while nothing was changed', () => {
    expect(currentOf(recordWith([])).report).toEqual(report)
    expect(currentOf(recordWith([])).status).toBe('pending')
    expect(currentOf(recordWith([], null)).status).toBe('unread')
  })

  it('is the extraction again after every edit was undone, and the same as before after all was redone', () => {
    fc.assert(
      fc.property(edits, steps => {
        const done = play(steps)
        const undone = play([...steps, ...steps.map(() => 'undo' as const)])
        const redone = play([...steps, ...steps.map(() => 'undo' as const), ...steps.map(() => 'redo' as const)])
        expect(values(undone).map(table => table.cells.map(cell => cell.value))).toEqual(
          report.tables.map(table => table.cells.map(cell => cell.value)),
        )
        expect(values(redone)).toEqual(values(done))
        expect(undoTarget(undone)).toBeNull()
        expect(redoTarget(redone)).toBeNull()
      }),
    )
  })

  it('forgets what could be redone as soon as something new is edited', () => {
    const [first, second] = [keys[0] ?? 'requests/a/b', keys[1] ?? 'requests/a/b'] as const
    const revisions = play([{ cell: first, value: 51 }, 'undo', { cell: second, value: 52 }])
    expect(redoTarget(revisions)).toBeNull()
    expect(undoTarget(revisions)?.number).toBe(3)
  })

  it('remembers what the machine had read, until the cell is put back', () => {
    const cell = keys[3] ?? 'requests/a/b'
    const machine = findCell(report, cell)?.value
    const changed = currentOf(recordWith(play([{ cell, value: 77 }])))
    expect(changed.corrected.get(cell)?.value).toBe(machine)
    expect(changed.status).toBe('reviewing')
    expect(currentOf(recordWith(play([{ cell, value: 77 }, 'undo']))).corrected.size).toBe(0)
  })

  it('lets a person type a table that the machine did not find', () => {
    const change: Change = {
      kind: 'cell',
      cell: 'proceedings/review/upheld',
      before: { state: 'absent', value: null, raw: null },
      after: reading(2),
    }
    const current = currentOf(recordWith([revision(1, 'edit', change)], null))
    expect(findCell(current.report, 'proceedings/review/upheld')?.value).toBe(2)
    expect(findCell(current.report, 'proceedings/review/corrected')?.state).toBe('absent')
  })
})

describe('the list of what to look at', () => {
  const doubtful = withCells(report, 'requests', cell =>
    cell.row === 'granted' && cell.column === 'individual' ? { confidence: 0.5 } : null,
  )

  it('holds findings and doubtful cells, and counts a doubt as a warning', () => {
    const current = currentOf(recordWith([], doubtful))
    expect(reviewItems(current).map(item => item.id)).toEqual(['doubt:requests/granted/individual'])
    expect(openCounts(current)).toEqual({ errors: 0, warnings: 1, hints: 0 })
  })

  it('settles a doubt by confirming the cell, and a finding by a verdict', () => {
    const confirm: Change = { kind: 'confirm', cells: ['requests/granted/individual'], before: false, after: true }
    expect(openCounts(currentOf(recordWith([revision(1, 'edit', confirm)], doubtful))).warnings).toBe(0)
    const wrong = withCells(report, 'proceedings', cell =>
      cell.column === 'total' && cell.row === 'review' ? { value: 999 } : null,
    )
    expect(openCounts(currentOf(recordWith([], wrong))).errors).toBe(1)
    const verdict: Change = {
      kind: 'verdict',
      finding: 'E4:proceedings/review',
      cells: [],
      before: null,
      after: { kind: 'sourceError', note: '' },
    }
    const judged = currentOf(recordWith([revision(1, 'edit', verdict)], wrong))
    expect(openCounts(judged).errors).toBe(0)
    expect(reviewItems(judged)).toHaveLength(1)
  })
})
