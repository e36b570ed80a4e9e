import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  absentTable,
  currentOf,
  redoTarget,
  reverseOf,
  standsConfirmed,
  undoTarget,
} from '../../src/shared/current/current.ts'
import { openCounts, reviewItems } from '../../src/shared/current/review.ts'
import type { ArchiveRecord, Change, Revision, RevisionAct } from '../../src/shared/data/record.ts'
import { findCell, type Reading } from '../../src/shared/data/report.ts'
import { type CellKey, formCells } from '../../src/shared/form/index.ts'
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

/** What a person can see of a record, status aside: an undo leaves a report that was looked at 核对中. */
const seen = (record: ArchiveRecord) => {
  const { status: _, ...rest } = currentOf(record)
  return rest
}

const doubted = keys[0] ?? 'requests/a/b'
const kinds: readonly Change[] = [
  {
    kind: 'cell',
    cell: doubted,
    before: {
      state: 'number',
      value: findCell(report, doubted)?.value ?? 0,
      raw: findCell(report, doubted)?.raw ?? '',
    },
    after: { state: 'dash', value: null, raw: '—' },
  },
  { kind: 'confirm', cells: [doubted, keys[1] ?? doubted], before: false, after: true },
  {
    kind: 'verdict',
    finding: 'E4:proceedings/review',
    cells: ['proceedings/review/total'],
    before: null,
    after: { kind: 'sourceError', note: '原文如此' },
  },
  { kind: 'field', field: 'year', before: report.year, after: 2022 },
  { kind: 'status', before: 'pending', after: 'reviewed' },
]

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

  it.each(kinds.map(change => [change.kind, change] as const))(
    'gives back what was when a change of kind %s is undone, and has it again when it is redone',
    (_, change) => {
      const edited = [revision(1, 'edit', change)]
      const undone = [...edited, revision(2, 'undo', reverseOf(change), 1)]
      const redone = [...undone, revision(3, 'redo', reverseOf(reverseOf(change)), 2)]
      const [before, after] = [currentOf(recordWith([])), currentOf(recordWith(edited))]
      expect(after).not.toEqual(before)
      expect(seen(recordWith(undone))).toEqual(seen(recordWith([])))
      expect(currentOf(recordWith(redone))).toEqual(after)
      expect(reverseOf(reverseOf(change))).toEqual(change)
    },
  )

  it('is 核对中 once anybody changed anything, and what a person says it is from then on', () => {
    const [cell, , , , reviewed] = kinds
    if (!cell || reviewed?.kind !== 'status') throw new Error('kinds')
    const statusOf = (...changes: Change[]) =>
      currentOf(recordWith(changes.map((change, at) => revision(at + 1, 'edit', change)))).status
    for (const change of kinds.slice(0, 4)) expect([change.kind, statusOf(change)]).toEqual([change.kind, 'reviewing'])
    expect(statusOf(reviewed)).toBe('reviewed')
    expect(statusOf(reviewed, cell)).toBe('reviewed')
    expect(statusOf(reviewed, reverseOf(reviewed))).toBe('pending')
    expect(statusOf({ ...reviewed, after: 'pending' }, cell)).toBe('reviewing')
    expect(currentOf(recordWith([revision(1, 'edit', cell)], null)).status).toBe('unread')
  })

  it('keeps a verdict with its finding and the cells it spoke of, until it is taken back', () => {
    const verdict = kinds[2]
    if (verdict?.kind !== 'verdict') throw new Error('kinds')
    const other: Change = { ...verdict, finding: 'E4:proceedings/directLitigation', cells: [] }
    const both = [revision(1, 'edit', verdict), revision(2, 'edit', other)]
    expect([...currentOf(recordWith(both)).verdicts]).toEqual([
      [verdict.finding, { verdict: verdict.after, cells: verdict.cells }],
      [other.finding, { verdict: verdict.after, cells: [] }],
    ])
    const taken = currentOf(recordWith([...both, revision(3, 'edit', reverseOf(verdict))]))
    expect([...taken.verdicts.keys()]).toEqual([other.finding])
  })

  it('holds what was confirmed, cell by cell', () => {
    const [a, b] = [doubted, keys[1] ?? doubted]
    const confirm = (cells: readonly CellKey[], after: boolean): Change => ({
      kind: 'confirm',
      cells,
      before: !after,
      after,
    })
    const current = currentOf(
      recordWith([revision(1, 'edit', confirm([a, b], true)), revision(2, 'edit', confirm([a], false))]),
    )
    expect([...current.confirmed]).toEqual([b])
    expect([standsConfirmed(current, a), standsConfirmed(current, b)]).toEqual([false, true])
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

  it('shows what was typed as sure, and leaves all other cells as the machine read them', () => {
    const cell = keys[3] ?? doubted
    const unsure = withCells(report, 'requests', () => ({ confidence: 0.5 }))
    const current = currentOf(recordWith(play([{ cell, value: 77 }]), unsure))
    expect(findCell(current.report, cell)).toEqual({ ...findCell(unsure, cell), ...reading(77), confidence: 1 })
    expect(findCell(current.report, doubted)).toBe(findCell(unsure, doubted))
    expect([...current.corrected.keys()]).toEqual([cell])
  })

  it('takes back what was redone, and redoes it once more', () => {
    const cell = keys[3] ?? doubted
    const twice = play([{ cell, value: 1 }, { cell, value: 2 }, 'undo', 'undo', 'redo', 'undo', 'redo', 'redo'])
    expect(findCell(currentOf(recordWith(twice)).report, cell)?.value).toBe(2)
    expect(undoTarget(twice)?.number).toBe(8)
    expect(undoTarget([])).toBeNull()
    expect(redoTarget(twice.slice(0, 4))?.number).toBe(4)
    const restored = [...twice.slice(0, 3), ...kinds.slice(0, 1).map(change => revision(4, 'restore', change))]
    expect([undoTarget(restored)?.number, redoTarget(restored)]).toEqual([4, null])
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
    expect(current.report).toEqual({
      ...{ title: null, organization: null, year: null, publishedOn: null, region: null, kind: null, period: null },
      ...{ documentNumber: null, sections: [], fieldAnchors: {}, unsure: [] },
      tables: [
        {
          ...absentTable('proceedings', '2021'),
          cells: absentTable('proceedings', '2021').cells.map((cell, at) =>
            at === 0 ? { ...cell, ...reading(2) } : cell,
          ),
        },
      ],
    })
  })

  it('types into the form of the report’s own year, all of whose cells nobody has read yet', () => {
    const typedIn = (year: number | null) => {
      const change: Change = {
        kind: 'cell',
        cell: 'requests/granted/total',
        before: { state: 'absent', value: null, raw: null },
        after: reading(2),
      }
      const { report: typed } = currentOf(recordWith([revision(1, 'edit', change)], { ...report, year, tables: [] }))
      return typed.tables.map(table => `${table.key} ${table.edition}`)
    }
    expect([2020, 2021, null].map(typedIn)).toEqual([['requests 2019'], ['requests 2021'], ['requests 2021']])
    const cells = absentTable('disclosure', '2021').cells
    expect(cells).toHaveLength(10)
    for (const { row: _row, column: _column, ...rest } of cells)
      expect(rest).toEqual({ state: 'absent', value: null, raw: null, confidence: 1, alternatives: [], anchor: null })
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
