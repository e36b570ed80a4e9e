/**
 * What the keeper of the index is doing, as states and steps between them. While it is filling, lists are incomplete; closed, it stays so
 * whatever ends afterwards.
 */

export type Indexing = { readonly done: number; readonly of: number }

export type Keeping = {
  /** Writes of the archive that are under way. */
  readonly writes: number
  /** Damage is put right once; an index that is damaged again waits for the next start. */
  readonly repaired: boolean
} & (
  | { readonly kind: 'following' }
  /** `far`: null until it is known. */
  | { readonly kind: 'filling'; readonly far: Indexing | null }
  | { readonly kind: 'closed' }
)

export const opened: Keeping = { kind: 'following', writes: 0, repaired: false }

const rest = ({ writes, repaired }: Keeping) => ({ writes, repaired })

export const fillingBegan = (now: Keeping): Keeping =>
  now.kind === 'closed' ? now : { kind: 'filling', far: null, ...rest(now) }

export const cameFar = (now: Keeping, done: number, of: number): Keeping =>
  now.kind === 'filling' ? { ...now, far: { done: Math.round(done), of } } : now

export const fillingEnded = (now: Keeping): Keeping =>
  now.kind === 'filling' ? { kind: 'following', ...rest(now) } : now

export const writeBegan = (now: Keeping): Keeping => ({ ...now, writes: now.writes + 1 })
export const writeEnded = (now: Keeping): Keeping => ({ ...now, writes: now.writes - 1 })

export const closed = (now: Keeping): Keeping => ({ kind: 'closed', ...rest(now) })

/** Whether damage that was found now is to be put right. */
export const mayRepair = (now: Keeping): boolean => now.kind !== 'closed' && !now.repaired
export const repairBegan = (now: Keeping): Keeping => ({ ...now, repaired: true })

/**
 * Whether the index may note that it goes up to the journal's last entry, but for `own` writes of whoever asks: that entry may be of
 * another one, whose record is not indexed yet.
 */
export const mayNote = (now: Keeping, own: 0 | 1): boolean => now.kind === 'following' && now.writes <= own

export const far = (now: Keeping): Indexing | null => (now.kind === 'filling' ? now.far : null)
