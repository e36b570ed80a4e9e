/** Chains of sectors, [MS-CFB] 2.3: the table says for every sector which one comes next. */

export type Chain = {
  readonly sectors: readonly number[]
  /** The chain came to its end mark (or to the length asked for) and not to a loop or a place outside the table. */
  readonly whole: boolean
}

/** Follows a chain for at most `limit` sectors; stops where it would visit a sector twice. */
export function chainOf(table: Uint32Array, start: number, limit: number): Chain {
  const sectors: number[] = []
  const visited = new Uint8Array(table.length)
  let sector = start
  while (sectors.length < limit && sector < table.length && visited[sector] === 0) {
    visited[sector] = 1
    sectors.push(sector)
    sector = table[sector] ?? endOfChain
  }
  return { sectors, whole: sector === endOfChain || sectors.length >= limit }
}

const endOfChain = 0xfffffffe

/**
 * Sectors one after the other, at most `size` bytes; ends at the first sector of which the file holds nothing. Where they follow each
 * other in the file, as they mostly do, nothing is copied.
 */
export function joinSectors(
  bytes: Uint8Array,
  sectors: readonly number[],
  sectorSize: number,
  size: number,
  origin: number = sectorSize,
): Uint8Array {
  const wanted = Math.min(size, sectors.length * sectorSize, bytes.length)
  let joined: Uint8Array | null = null
  let length = 0
  let index = 0
  while (index < sectors.length) {
    const first = sectors[index] ?? 0
    let count = 1
    while (sectors[index + count] === first + count) count++
    const at = origin + first * sectorSize
    const stretch = Math.min(count * sectorSize, wanted - length)
    const part = bytes.subarray(at, at + stretch)
    if (count === sectors.length) return part
    joined ??= new Uint8Array(wanted)
    joined.set(part, length)
    length += part.length
    if (part.length < stretch) break
    index += count
  }
  return joined?.subarray(0, length) ?? new Uint8Array()
}
