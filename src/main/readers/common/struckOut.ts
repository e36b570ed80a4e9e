/**
 * Text struck out. Each character gets the stroke it is seen with (U+0336), so that a figure struck out and the one written after it
 * are never read as one: 7̶0 is not 70.
 */

/** The characters with their strokes. White space and what already has one stay as they are. */
export function withStrokes(text: string): string {
  return text.replace(/[\p{L}\p{N}](?!\u0336)/gu, '$&\u0336')
}
