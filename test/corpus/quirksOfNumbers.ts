import { type CellKey, findFormCell, splitCellKey } from '../../src/shared/form/index.ts'
import { type CellTruth, type Draft, setApart } from './model.ts'
import { everywhere, type Quirk, withCells } from './quirk.ts'

/** What is printed in cells. */

type Print = (value: number, draft: Draft) => { readonly text: string } & Partial<CellTruth>

const keysOf = (draft: Draft, wanted: (value: number, key: CellKey) => boolean): readonly CellKey[] =>
  [...draft.numbers].flatMap(([key, value]) => (wanted(value, key) && !draft.printed.has(key) ? [key] : []))

function print(draft: Draft, keys: readonly CellKey[], as: Print): void {
  for (const key of keys) {
    const value = draft.numbers.get(key) ?? 0
    const made = as(value, draft)
    draft.printed.set(key, { state: 'number', value, raw: made.text, also: [], lost: false, ...made })
  }
}

function quirk(name: string, count: number, wanted: (value: number, key: CellKey) => boolean, as: Print): Quirk {
  const apply = (draft: Draft) => print(draft, draft.random.some(keysOf(draft, wanted), count), as)
  return { name, phase: 'numbers', formats: everywhere, combines: true, apply }
}

const empty =
  (text: string, state: 'blank' | 'dash'): Print =>
  () => ({ text, state, value: null })
const zero = (value: number) => value === 0
const any = () => true
const whole = (value: number) => Number.isInteger(value) && value >= 0
const quantityOf = (key: CellKey) => {
  const edition = (['2021', '2019'] as const).find(item => findFormCell(key, item))
  return edition ? findFormCell(key, edition)?.column.quantity : undefined
}
const wide = (text: string) => text.replace(/[0-9.,-]/g, one => String.fromCharCode(one.charCodeAt(0) + 0xfee0))

/** Gives some decision counts and one row of figures many digits before they are printed. */
function enlarge(draft: Draft): void {
  for (const key of keysOf(draft, (_, item) => item.startsWith('disclosure/') && quantityOf(item) === 'count'))
    draft.numbers.set(key, draft.random.whole(1000, 3_000_000))
}

/** Changes parts so that sums no longer agree, as reports that were added up wrongly. */
function breakSums(draft: Draft): void {
  const keys = keysOf(draft, (_, key) => !key.startsWith('disclosure/'))
  for (const key of draft.random.some(keys, 3))
    draft.numbers.set(key, (draft.numbers.get(key) ?? 0) + draft.random.whole(1, 30))
  const totals = keys.filter(key => splitCellKey(key)?.column === 'total')
  for (const key of draft.random.some(totals, 2))
    draft.numbers.set(key, (draft.numbers.get(key) ?? 0) + draft.random.whole(1, 9))
}

export const quirksOfNumbers: readonly Quirk[] = [
  { name: 'sums that do not add up', phase: 'numbers', formats: everywhere, combines: true, apply: breakSums },
  quirk('blank', 14, zero, empty('', 'blank')),
  quirk('blank in place of a figure', 5, any, empty('', 'blank')),
  quirk('slash', 12, zero, empty('/', 'dash')),
  quirk('dash', 12, zero, empty('—', 'dash')),
  quirk('long dash', 12, zero, empty('——', 'dash')),
  quirk('none as 无', 8, zero, empty('无', 'dash')),
  quirk('double zero', 8, zero, () => ({ text: '00' })),
  quirk('wide digits', 40, any, value => ({ text: wide(String(value)) })),
  {
    ...quirk('thousands separators', 20, any, value => ({
      text: value.toLocaleString('en-US', { maximumFractionDigits: 4 }),
    })),
    apply: draft => {
      enlarge(draft)
      print(
        draft,
        keysOf(draft, value => value >= 1000),
        value => ({
          text: value.toLocaleString('en-US', { maximumFractionDigits: 4 }),
        }),
      )
    },
  },
  quirk('wide blanks around figures', 30, any, value => ({ text: `\u3000${value} ` })),
  {
    ...quirk('a blank inside a figure', 8, any, () => ({ text: '' })),
    apply: draft => {
      enlarge(draft)
      const long = draft.random.some(
        keysOf(draft, value => whole(value) && value >= 100),
        8,
      )
      print(draft, long, value => {
        const digits = String(value)
        return { text: `${digits.slice(0, -2)}${draft.random.pick([' ', '\u3000'])}${digits.slice(-2)}`, also: [value] }
      })
    },
  },
  {
    ...quirk('a line break inside a figure', 6, any, () => ({ text: '' })),
    apply: draft => {
      enlarge(draft)
      const long = draft.random.some(
        keysOf(draft, value => whole(value) && value >= 100),
        6,
      )
      print(draft, long, value => ({
        text: `${String(value).slice(0, -1)}\n${String(value).slice(-1)}`,
        also: [value],
      }))
    },
  },
  {
    ...quirk(
      'four decimals',
      4,
      (_, key) => quantityOf(key) === 'amount',
      () => ({ text: '' }),
    ),
    apply: draft =>
      print(
        draft,
        keysOf(draft, (_, key) => quantityOf(key) === 'amount'),
        () => {
          const text = `${draft.random.whole(1, 9999)}.${String(draft.random.whole(1000, 9999))}`
          return { text, value: Number(text) }
        },
      ),
  },
  {
    ...quirk('negative change', 12, any, () => ({ text: '' })),
    edition: '2019',
    apply: draft =>
      print(
        draft,
        keysOf(draft, (_, key) => quantityOf(key) === 'change'),
        () => {
          const value = -draft.random.whole(1, 900)
          return { text: draft.random.pick(['-', '－', '−']) + String(-value), value }
        },
      ),
  },
  quirk('units in a cell', 8, whole, value => ({ text: `${value}件`, state: 'text', value: null, also: [value] })),
  {
    ...quirk('yuan and 万 in a cell', 3, any, () => ({ text: '' })),
    apply: draft =>
      print(
        draft,
        keysOf(draft, (_, key) => quantityOf(key) === 'amount'),
        () => {
          const value = draft.random.whole(1, 999) * 1000
          const yuan = draft.random.chance(0.5)
          return {
            text: yuan ? `${value}元` : `${value / 10000}万`,
            state: 'text',
            value: null,
            also: [value, value / 10000],
          }
        },
      ),
  },
  quirk('a note in a cell', 6, whole, (value, draft) => {
    const inner = draft.random.whole(1, 29)
    return { text: `${value}（含自然失效${inner}件）`, state: 'text', value: null, also: [value] }
  }),
  quirk('a raised mark on a figure', 6, whole, (value, draft) => ({
    text: value + setApart('raised', draft.random.pick(['1', '2', '①', '*', '[1]'])),
    also: [value],
  })),
  {
    ...quirk('a tracked change in a figure', 8, whole, (value, draft) => ({
      text: setApart('removed', String(draft.random.whole(1, 99))) + setApart('added', String(value)),
      also: [value],
    })),
    formats: ['docx', 'doc'],
  },
  {
    ...quirk('hidden text beside a figure', 8, whole, (value, draft) => ({
      text: value + setApart('hidden', String(draft.random.whole(1, 99))),
      also: [value],
    })),
    formats: withCells,
  },
  {
    ...quirk('a struck-out figure before the new one', 8, whole, (value, draft) => ({
      text: setApart('struck', String(draft.random.whole(1, 99))) + value,
      also: [value],
    })),
    formats: ['html', 'docx', 'doc', 'pdf'],
  },
  {
    ...quirk('figures computed by fields', 30, whole, value => ({ text: setApart('computed', String(value)) })),
    // An office program computes them anew when it prints, so that a PDF would show other figures.
    formats: ['docx', 'doc'],
  },
]
