import { type Ground, type Sight, sightOf } from '../common/sight.ts'
import { type ColourTable, plainLook, type Shading } from './looks.ts'
import type { State } from './state.ts'
import type { Stories } from './stories.ts'

/** What a person sees of the text of RTF: its colour on that of its own ground, its paragraph, its cell or the page. */

function groundOf({ back, pattern }: Shading, colours: ColourTable): Ground | null {
  return pattern ? 'unknown' : colours.of(back)
}

/** What the cell being written stands on. That of an inner table is said behind its text only. */
function cellGround({ nesting }: State, stories: Stories, colours: ColourTable): Ground | null {
  const shading = (nesting ?? 1) > 1 ? null : stories.row.shadingOf(stories.current.cell)
  return shading ? groundOf(shading, colours) : 'unknown'
}

/** How the text that comes is seen. */
export function sightIn(state: State, stories: Stories, colours: ColourTable, page: Ground): Sight {
  const { look, shading } = state
  if (look === plainLook) return 'seen'
  if (look.tiny) return 'unseen'
  const colour = colours.of(look.colour)
  if (colour === null) return 'seen'
  const ground =
    colours.of(look.highlight) ??
    groundOf(look, colours) ??
    groundOf(shading, colours) ??
    (state.inTable ? cellGround(state, stories, colours) : null) ??
    // A text box may be filled.
    (stories.inner ? 'unknown' : page)
  return sightOf(colour, ground)
}
