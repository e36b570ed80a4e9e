/** Chains of sectors, [MS-CFB] 2.3: the table says for every sector which one comes next. */

export type Chain = {
  readonly sectors: readonly number[]
  /** The chain came to its end mark (or to the length asked for) and not to a loop or a place outside the table. */
  readonly whole: boolean
}

/** Follows a chain for at most `limit` sectors; stops where it would visit a sector twice. */
export function chainOf(table: Uint32Array, start: number, limit: number): Chain {
  const sectors: number[] = []
  const visited = new Set<number>()
  let sector = start
  while (sectors.length < limit && sector < table.length && !visited.has(sector)) {
    visited.add(sector)
    sectors.push(sector)
    sector = table[sector] ?? endOfChain
  }
  return { sectors, whole: sector === endOfChain || sectors.length >= limit }
}

const endOfChain = 0xfffffffe

/** Copies sectors one after the other, at most `size` bytes; ends at the first sector of which the file holds nothing. */
export function joinSectors(
  bytes: Uint8Array,
  sectors: readonly number[],
  sectorSize: number,
  size: number,
  origin: number = sectorSize,
): Uint8Array {
  const joined = new Uint8Array(Math.min(size, sectors.length * sectorSize, bytes.length))
  let length = 0
  for (const sector of sectors) {
    const at = origin + sector * sectorSize
    const part = bytes.subarray(at, Math.min(at + sectorSize, at + joined.length - length))
    joined.set(part, length)
    length += part.length
    if (part.length < sectorSize) break
  }
  return joined.subarray(0, length)
}
