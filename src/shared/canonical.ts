/**
 * Canonical JSON after RFC 8785 as far as our data needs it: object members sorted by UTF-16 code unit, no white space,
 * `undefined` members left out. Hashes are taken over this text, so it must never change.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  // Built up piece by piece, without lists of members: a record has thousands of objects, and each is hashed at its import.
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${canonicalJson(item ?? null)}`
    return `[${text}]`
  }
  for (const name of namesInOrder(value)) {
    const item = (value as Readonly<Record<string, unknown>>)[name]
    if (item !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(item)}`
  }
  return `{${text}}`
}

/** Names by UTF-16 code unit, which is how strings compare. Many objects are written in that order already. */
function namesInOrder(value: object): readonly string[] {
  const names = Object.keys(value)
  let before = ''
  for (const name of names) {
    if (name < before) return names.sort()
    before = name
  }
  return names
}
