import { randomInt } from 'node:crypto'

/**
 * The seed of random rounds: the one that is given (`--seed`, or KAIJUAN_SEED for tests), so that a failure can be had again, else a new
 * one. It is told in either case.
 */
export function seedOf(rounds: string, given: string | undefined = process.env.KAIJUAN_SEED): string {
  const seed = given ?? String(randomInt(2 ** 31))
  console.error(`${rounds}: seed ${seed}`)
  return seed
}
