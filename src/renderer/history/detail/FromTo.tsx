/** 53 → 58: what it was, struck, and what it became. */
export function FromTo({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <span className="ba">
      <s>{before}</s>
      <span className="dim" aria-hidden="true">
        →
      </span>
      <b>{after}</b>
    </span>
  )
}
