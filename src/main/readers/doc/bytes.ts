/**
 * Little-endian reads that never throw. Outside the bytes they read 0, so that a structure cut short ends in values its own
 * checks refuse; structures whose size matters check it with `fits` first.
 */

export function u8(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0
}

export function u16(bytes: Uint8Array, at: number): number {
  return u8(bytes, at) | (u8(bytes, at + 1) << 8)
}

export function i16(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) << 16) >> 16
}

export function u32(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0
}

/** Whether `size` bytes from `at` on lie inside. */
export function fits(bytes: Uint8Array, at: number, size: number): boolean {
  return at >= 0 && size >= 0 && at + size <= bytes.length
}
