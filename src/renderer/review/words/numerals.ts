const chinese = '一二三四五六七八九十'

/** A small number in words as Chinese counts things: 两处, 三格; larger ones stay figures. */
export function places(n: number): string {
  return n === 2 ? '两' : n <= 10 ? (chinese[n - 1] ?? String(n)) : String(n)
}
