/** Cuts text into plain and marked pieces; ranges that overlap or run out of the text are mended, not trusted. */
export function markedPieces(
  text: string,
  marks: readonly (readonly [number, number])[],
): readonly { readonly text: string; readonly marked: boolean; readonly at: number }[] {
  const pieces: { text: string; marked: boolean; at: number }[] = []
  let here = 0
  const put = (to: number, marked: boolean) => {
    if (to > here) pieces.push({ text: text.slice(here, to), marked, at: here })
    here = Math.max(here, to)
  }
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0])) {
    put(Math.min(from, text.length), false)
    put(Math.min(to, text.length), true)
  }
  put(text.length, false)
  return pieces
}

/** Where words stand in a text, for marking them in the source. Case and width do not count. */
export function wordMarks(text: string, words: readonly string[]): readonly (readonly [number, number])[] {
  const fold = (value: string) => value.toLowerCase()
  const hay = fold(text)
  const found: [number, number][] = []
  for (const word of words) {
    const needle = fold(word)
    if (needle === '' || hay.length !== text.length) continue
    for (let at = hay.indexOf(needle); at !== -1 && found.length < 500; at = hay.indexOf(needle, at + needle.length)) {
      found.push([at, at + needle.length])
    }
  }
  return found
}
