import type { Equivalent } from '../judge.ts'

const open = 'src/main/archive/journal/journal.ts'
const reading = 'src/main/archive/journal/reading.ts'
const summary = 'src/main/archive/journal/summary.ts'
const places = 'src/main/archive/journal/entryPlaces.ts'
const loading = 'src/main/archive/journal/loading.ts'

const neverEmpty =
  'What is remembered ends with the last entry, so it is empty only in an empty journal, and there no number is below that of the last.'
const onlyMemory =
  'Between 256 and 512 entries are remembered; how many of them at a moment decides only what is read from the disk again.'

/** Mutants of the room `journal` that change nothing, each with the reason. */
export const journal: readonly Equivalent[] = [
  ...['!last || !end → false', '!last || !end → !last && !end'].map(change => ({
    ...{ file: open, change },
    reason:
      'There is something new to sum up only after an entry, and with an entry there are a last one and an end; the types ask.',
  })),
  {
    ...{ file: open, change: '!until → false', line: 'if (!until) return found' },
    reason:
      'Asked only for a number below that of the last entry, and where there is a last entry there is an end; the types ask.',
  },
  {
    ...{ file: open, change: '\'more\' → ""' },
    reason: 'Whoever reads backwards goes on at any answer but “enough”.',
  },
  ...[
    'number >= (last?.number ?? 0) → false',
    'number >= (last?.number ?? 0) → number > (last?.number ?? 0)',
    'recent[0]?.number → recent[0].number',
    'first !== undefined → true',
  ].map(change => ({ file: open, change, reason: neverEmpty })),
  ...[
    'recent.length > 2 * mostRecent → true',
    'recent.length > 2 * mostRecent → recent.length >= 2 * mostRecent',
    'recent.length > 2 * mostRecent → recent.length <= 2 * mostRecent',
    '2 * mostRecent → 2 / mostRecent',
    '-mostRecent → +mostRecent',
  ].map(change => ({ file: open, change, reason: onlyMemory })),
  {
    ...{ file: loading, change: '{ year: 0, length: 0 } → {}' },
    reason: 'No year is below or equal to one that is not there, as none is below or equal to 0.',
  },
  {
    ...{ file: loading, change: 'summary?.verified → summary.verified' },
    reason: 'What was summed is only there with its summary; the types ask.',
  },
  {
    ...{ file: loading, change: 'size - cut → size + cut' },
    reason: 'Where the file ends, less is given than was asked for.',
  },
  ...['got < length → got <= length', 'position < end → position <= end'].map(change => ({
    ...{ file: reading, change },
    reason: 'Once more nothing is asked for, nothing comes, and that ends it.',
  })),
  ...['rest.length > 0 → true', 'rest.length > 0 → rest.length >= 0'].map(change => ({
    ...{ file: reading, change, line: 'const bytes: Buffer = rest.length > 0 ? Buffer.concat([rest, more]) : more' },
    reason: 'With no rest before it, what was read is only copied.',
  })),
  {
    ...{ file: summary, change: 'size === null → false' },
    reason: 'No size counts as 0, which is less than any length a summary can have; the types ask.',
  },
  ...['\'verify\' → ""', '\'\' → "Stryker was here!"'].map(change => ({
    ...{ file: places, change },
    reason: 'Each entry that was put has a kind and somebody; the types ask for something where nothing was put.',
  })),
  {
    ...{ file: places, change: '[] → ["Stryker was here"]' },
    reason: 'People are found by their place in the list, which begins one later then.',
  },
]
