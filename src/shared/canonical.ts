/**
 * Canonical JSON after RFC 8785 as far as our data needs it: object members sorted by UTF-16 code unit, no white space,
 * `undefined` members left out. Hashes are taken over this text, so it must never change.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(item => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, item]) => `${JSON.stringify(name)}:${canonicalJson(item)}`)
    return `{${members.join(',')}}`
  }
  return JSON.stringify(value)
}
