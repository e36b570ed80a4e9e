/** Figures by which a step was decided, by the name they have in the code. */
export const toleranceNames = [
  ...([
    'sameLine',
    'separates',
    'stickOut',
    'sideTolerance',
    'widestGap',
    'columnGap',
    'sameEdge',
    'rejoined',
  ] as const),
  ...(['nearlyAsGood', 'leastScore', 'skippedRowCost', 'tallestHead', 'overlap', 'doubtBelow', 'mostWays'] as const),
  ...(['byCount', 'likely', 'mostConfidence'] as const),
] as const
export type ToleranceName = (typeof toleranceNames)[number]
export type Tolerances = Readonly<Partial<Record<ToleranceName, number>>>
