/** File names that every system can hold, as near to the original ones as can be. */

/** Bytes of a name: ext4 and most others allow 255; what is left over is for numbers that make it unique. */
const mostBytes = 200

/** Windows refuses these, with any ending. */
const devices = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)/i

/**
 * Characters no name of a bag has: those that Windows refuses, control and direction characters, and %. RFC 8493 would have % written
 * as %25, but bagit-python (as of 1.9) does not decode that, and a bag must be valid for whoever checks it.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
const unsafe = /[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

function cutToBytes(text: string, most: number): string {
  let kept = ''
  let bytes = 0
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > most) break
    kept += character
  }
  return kept
}

/** A name in a form that is safe in a bag; never empty. */
export function safeName(name: string, fallback: string): string {
  // NTFS allows halves of characters, which no other name can hold.
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replaceAll('%', '％')
    .replace(unsafe, '_')
    .replace(/^[\s.~]+|[\s.]+$/g, '')
  if (plain === '') return fallback
  const ending = /\.[\p{L}\p{N}]{1,12}$/u.exec(plain)?.[0] ?? ''
  const stem = plain.slice(0, plain.length - ending.length)
  const cut = `${cutToBytes(stem, mostBytes - Buffer.byteLength(ending)).trimEnd()}${ending}`
  return devices.test(cut) ? `_${cut}` : cut
}

/** Gives each name once, however letters are cased: `a.doc`, `A (2).doc`. */
export function uniqueNames(taken: Iterable<string> = []): (name: string) => string {
  const used = new Set([...taken].map(name => name.toLowerCase()))
  return name => {
    const ending = /\.[^.]{1,12}$/.exec(name)?.[0] ?? ''
    const stem = name.slice(0, name.length - ending.length)
    let unique = name
    for (let number = 2; used.has(unique.toLowerCase()); number++) unique = `${stem} (${number})${ending}`
    used.add(unique.toLowerCase())
    return unique
  }
}
