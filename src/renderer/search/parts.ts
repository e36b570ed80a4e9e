/** The query as a person sees it: words, phrases and conditions, each one of which can be dropped by itself. */
export function queryParts(text: string): readonly string[] {
  return (text.match(/-?[“"”][^“"”]*[“"”]?|[^\s　]+/gu) ?? []).filter(part => part.trim() !== '')
}

/** The query without its part at this place. */
export function withoutPart(text: string, at: number): string {
  return queryParts(text)
    .filter((_, index) => index !== at)
    .join(' ')
}
