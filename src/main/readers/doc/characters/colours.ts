import { type Ground, type Rgb, white } from '../../common/sight.ts'
import { u8, u16 } from '../bytes.ts'

/** Colours and shadings as binary Word documents write them. */

/** [MS-DOC] 2.9.119, Ico: the sixteen colours of old; 0 is automatic. */
const oldColours: readonly (Rgb | null)[] = [
  null,
  0,
  0x0000ff,
  0x00ffff,
  0x00ff00,
  0xff00ff,
  0xff0000,
  0xffff00,
  white,
  0x00008b,
  0x008b8b,
  0x006400,
  0x8b008b,
  0x8b0000,
  0x808000,
  0xa9a9a9,
  0xc0c0c0,
]

/** One of the old colours; null: automatic, or none of them. */
export const oldColour = (number: number): Rgb | null => oldColours[number] ?? null

/** [MS-DOC] 2.9.43, COLORREF: red, green, blue, and 0xFF where the colour is automatic. */
export function colourRef(bytes: Uint8Array, at: number): Rgb | null {
  if (u8(bytes, at + 3) === 0xff) return null
  return (u8(bytes, at) << 16) | (u8(bytes, at + 1) << 8) | u8(bytes, at + 2)
}

/** [MS-DOC] 2.9.121, Ipat: 0 shows the colour behind alone, 1 the one in front alone. */
function groundOf(pattern: number, front: Rgb | null, behind: Rgb | null): Ground | undefined {
  if (pattern === 0) return behind ?? undefined
  return pattern === 1 ? (front ?? 0) : 'unknown'
}

export const shadingSize = 10
const nil = 0xffff

/** [MS-DOC] 2.9.245, Shd. Undefined: not shaded. */
export function shading(bytes: Uint8Array, at: number): Ground | undefined {
  const pattern = u16(bytes, at + 8)
  return pattern === nil ? undefined : groundOf(pattern, colourRef(bytes, at), colourRef(bytes, at + 4))
}

export const oldShadingSize = 2

/** [MS-DOC] 2.9.246, Shd80: five bits for each colour and six for the pattern. */
export function oldShading(bytes: Uint8Array, at: number): Ground | undefined {
  const all = u16(bytes, at)
  return all === nil ? undefined : groundOf(all >>> 10, oldColour(all & 31), oldColour((all >>> 5) & 31))
}
