type MeterProps = { readonly label: string; readonly done: number; readonly of: number }

/** How far long work is, as a bar. It has its place before there is anything to count. */
export function Meter({ label, done, of }: MeterProps) {
  return (
    <div
      className="meter"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(1, of)}
      aria-valuenow={done}
    >
      <i style={{ width: of > 0 ? `${(done / of) * 100}%` : '0' }} />
    </div>
  )
}
