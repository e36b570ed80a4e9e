import { type ImportChange, type ImportView, withImportChange } from '../../shared/data/importing.ts'

/**
 * How the window keeps the import list without being sent all of it each time: it asks for the whole once, puts in what main tells
 * since, and asks again where a change was missed. What it has stays on the screen while it asks.
 */
export type Following = {
  /** How often the whole was asked for: whoever follows asks when this goes up. */
  readonly round: number
} & (
  | {
      readonly kind: 'asking'
      readonly view: ImportView | null
      /** Told since it asked, oldest first: the answer may be older than these, or hold them already. */
      readonly told: readonly ImportChange[]
    }
  | { readonly kind: 'following'; readonly view: ImportView }
)

export type News =
  | { readonly kind: 'changed'; readonly change: ImportChange }
  | { readonly kind: 'whole'; readonly view: ImportView }
  | { readonly kind: 'again' }

export const opening: Following = { kind: 'asking', round: 1, view: null, told: [] }

function changed(now: Following, change: ImportChange): Following {
  if (now.kind === 'asking') return { ...now, told: [...now.told, change] }
  const view = withImportChange(now.view, change)
  return view ? { ...now, view } : { kind: 'asking', round: now.round + 1, view: now.view, told: [change] }
}

/** What follows from news: main told of a change or answered with the whole list, or a person wants it asked again. */
export function followed(now: Following, news: News): Following {
  switch (news.kind) {
    case 'changed':
      return changed(now, news.change)
    case 'whole': {
      if (now.kind === 'asking') {
        return now.told.reduce(changed, { kind: 'following', round: now.round, view: news.view })
      }
      // A late answer to an older question.
      return news.view.sequence < now.view.sequence ? now : { ...now, view: news.view }
    }
    case 'again':
      return { kind: 'asking', round: now.round + 1, view: now.view, told: now.kind === 'asking' ? now.told : [] }
  }
}
