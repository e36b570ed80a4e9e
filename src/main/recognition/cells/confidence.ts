import type { Cell } from '../../../shared/data/report.ts'

/**
 * How sure a cell is, in one place. A cell gets the least of what its text, its row's label, its column's head, its geometry
 * and its reader deserve. Below 0.9 (`doubtBelow`) a person is asked to look; nothing else depends on the exact figures, only
 * on their order.
 *
 * The rule behind them: one witness is not enough. A row is known by its label, a column by its head *and* by counting the
 * cells; where both agree the cell is sure, where only one speaks it is believed as far as it can be trusted alone, where they
 * contradict each other nobody is believed. `test/recognition/anyTable.test.ts` holds this to random damage: whatever happened to
 * a table, no wrong cell is 0.9 or more.
 */
export const confidences = {
  /** Head and count, label and text agree. Never 1: that is for what a person has confirmed. */
  sure: 0.99,
  /** Head alone, in a grid where nothing else is odd. */
  byHead: 0.96,
  /** Count alone, all heads seen in the form's order: plain text, where slots mean nothing. */
  byCount: 0.95,
  /** A misprinted label that is far nearer to this one than to any other, and one that is only clearly nearer. */
  nearLabel: 0.95,
  nearerLabel: 0.92,
  /** Read from digits that the layout parted (thousands in groups). */
  spacedThousands: 0.95,
  /** Two readings were possible and the sums of row and column both admit only this one. Still the least of the undoubted. */
  chosenBySums: 0.9,
  /** As above with a single sum: it may hold by chance. */
  oneSum: 0.89,
  /** A label cut short, a text cell, a counted row whose own sum fails, a count with only some heads. */
  likely: 0.85,
  /** One witness, and something odd about the row. */
  odd: 0.8,
  /** A figure merged over several rows, a comma in an unusual place. */
  merged: 0.7,
  /** A label that another row of the form fits as well; digits run together. */
  torn: 0.6,
  /** Head and count name different cells. */
  contradicted: 0.5,
  /** Whatever speaks for it, nobody may take it unseen: a machine made it out from a picture, or it stands among other reports. */
  unwitnessed: 0.5,
  /** Known neighbours prove the count wrong. */
  worthless: 0.4,
  /** The reading that was not taken, where another way of reading found it. */
  otherReading: 0.4,
  /** A picture stands where a figure is due. */
  pictured: 0.2,
} as const

/** A cell that is no surer than `most`; one that was not found stays as it is. */
export function noSurer(cell: Cell, most: number): Cell {
  return cell.state === 'absent' ? cell : { ...cell, confidence: Math.min(cell.confidence, most) }
}
