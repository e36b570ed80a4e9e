import type { Tracer } from '../../../../shared/trace/steps.ts'
import type { TaggedDrawing } from '../model.ts'
import { failIfIdle } from '../opening/failIfIdle.ts'
import { type PageParts, partsOf } from './pageParts.ts'

/** Draws one page and sorts its parts; null where the library fails. Only that may fail: what goes wrong in sorting is a bug and goes on up. */
export async function tryPage(draw: () => Promise<TaggedDrawing>, trace?: Tracer): Promise<PageParts | null> {
  let drawing: TaggedDrawing
  try {
    drawing = await failIfIdle(draw())
  } catch {
    return null
  }
  const parts = partsOf(drawing)
  if (!parts.open && !trace) return parts
  const tables = parts.open ? await drawing.tagged() : []
  return tables.length > 0 || trace ? partsOf(drawing, tables, trace) : parts
}
