/** What was made for a key before, else what is made now. Nothing made may be undefined. */
export function getOrMake<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const before = known.get(key)
  if (before !== undefined) return before
  const made = make()
  known.set(key, made)
  return made
}
