/** Remembers the answers of functions that are asked the same again and again. */

/** Longer texts are prose, and each is asked about only once or twice. */
const longest = 120
/** More than the different cells and labels of a report; a hostile one does not fill the memory. */
const most = 4_000

/**
 * The same function of a text, which remembers its answers: labels, heads and figures are asked about again for each table, edition
 * and row, and are the same in every report. Only for functions of nothing but the text, whose answers nobody changes.
 */
export function memoized<Value extends object | string | boolean>(
  answer: (text: string) => Value,
): (text: string) => Value {
  const known = new Map<string, Value>()
  return text => {
    if (text.length > longest) return answer(text)
    const before = known.get(text)
    if (before !== undefined) return before
    // A text cut out of a larger one keeps that in memory, and so does an answer made of it: both are of a copy.
    const own = ` ${text}`.slice(1)
    const made = answer(own)
    if (known.size >= most) known.clear()
    known.set(own, made)
    return made
  }
}
