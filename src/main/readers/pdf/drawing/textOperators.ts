import { identity, matrixOf } from './matrix.ts'
import { type FontFacts, moveText, type TextState } from './showText.ts'

/** Operators that change how the next text is shown. */

export const numberAt = (args: readonly unknown[], index: number): number => {
  const value = args[index]
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

export function withFont(
  text: TextState,
  fontOf: (name: string) => FontFacts,
  name: unknown,
  size: unknown,
): TextState {
  if (typeof name !== 'string' || typeof size !== 'number' || !Number.isFinite(size)) return text
  return { ...text, font: fontOf(name), size }
}

/** The text state after one of the operators of ISO 32000-1, 9.3 and 9.4.2, by pdf.js's names; the same for any other. */
export function afterTextOperator(
  name: string,
  args: readonly unknown[],
  text: TextState,
  fontOf: (name: string) => FontFacts,
): TextState {
  switch (name) {
    case 'beginText':
      return { ...text, matrix: identity, x: 0, y: 0, lineX: 0, lineY: 0 }
    case 'setCharSpacing':
      return { ...text, charSpacing: numberAt(args, 0) }
    case 'setWordSpacing':
      return { ...text, wordSpacing: numberAt(args, 0) }
    case 'setHScale':
      return { ...text, horizontalScale: numberAt(args, 0) / 100 }
    case 'setLeading':
      return { ...text, leading: -numberAt(args, 0) }
    case 'setTextRise':
      return { ...text, rise: numberAt(args, 0) }
    case 'setTextRenderingMode':
      return { ...text, invisible: numberAt(args, 0) === 3 }
    case 'setFont':
      return withFont(text, fontOf, args[0], args[1])
    case 'moveText':
      return moveText(text, numberAt(args, 0), numberAt(args, 1))
    case 'setLeadingMoveText':
      return moveText({ ...text, leading: numberAt(args, 1) }, numberAt(args, 0), numberAt(args, 1))
    case 'nextLine':
      return moveText(text, 0, text.leading)
    case 'setTextMatrix': {
      const matrix = matrixOf(args[0])
      return matrix ? { ...text, matrix, x: 0, y: 0, lineX: 0, lineY: 0 } : text
    }
    default:
      return text
  }
}
