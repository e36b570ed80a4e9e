/** A list of numbers in a typed array that grows: a tenth of the memory of a list of objects, at a million journal entries. */
export type NumberList = { readonly push: (value: number) => void; readonly at: (index: number) => number }

type Numbers = Float64Array | Uint32Array | Uint16Array | Uint8Array

export function makeNumberList(make: (length: number) => Numbers): NumberList {
  let values = make(1024)
  let length = 0
  return {
    push: value => {
      if (length === values.length) {
        const larger = make(values.length * 2)
        larger.set(values)
        values = larger
      }
      values[length++] = value
    },
    at: index => values[index] ?? 0,
  }
}
