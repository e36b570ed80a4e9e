import { expect, test } from 'vitest'
import { failIfIdle, type IdleWatch } from '../../../src/main/readers/pdf/opening/failIfIdle.ts'

/** A watch whose looks the test makes, and whether it still goes on. */
function handWatch() {
  let looking: ((idle: boolean) => void) | null = null
  const watch: IdleWatch = look => {
    looking = look
    return () => {
      looking = null
    }
  }
  const look = (...idle: readonly boolean[]): void => {
    for (const was of idle) looking?.(was)
  }
  return { watch, look, goesOn: () => looking !== null }
}

const hanging = () => new Promise<never>(() => undefined)
/** Whether it has failed by now. */
async function failed(work: Promise<unknown>): Promise<boolean> {
  const pending = Symbol('pending')
  const outcome = work.then(
    () => pending,
    () => 'failed',
  )
  return (await Promise.race([outcome, new Promise(resolve => setImmediate(resolve, pending))])) === 'failed'
}

test('work that ends has its outcome, good or bad, and is watched no more', async () => {
  const good = handWatch()
  await expect(failIfIdle(Promise.resolve(7), good.watch)).resolves.toBe(7)
  expect(good.goesOn()).toBe(false)
  const bad = handWatch()
  await expect(failIfIdle(Promise.reject(new Error('broken')), bad.watch)).rejects.toThrow('broken')
  expect(bad.goesOn()).toBe(false)
})

test('a promise that nothing can settle any more fails after four idle looks, and is not waited for until the worker is ended', async () => {
  const { watch, look, goesOn } = handWatch()
  const work = failIfIdle(hanging(), watch)
  look(true, true, true)
  expect(await failed(work)).toBe(false)
  look(true)
  await expect(work).rejects.toThrow('does not come')
  expect(goesOn()).toBe(false)
})

test('work that keeps its thread busy is waited for, however long it takes', async () => {
  const { watch, look, goesOn } = handWatch()
  const { promise, resolve } = Promise.withResolvers<string>()
  const work = failIfIdle(promise, watch)
  for (let round = 0; round < 100; round += 1) look(true, true, true, false)
  expect([await failed(work), goesOn()]).toEqual([false, true])
  resolve('done')
  await expect(work).resolves.toBe('done')
})

test('an idle thread is noticed by itself', async () => {
  await expect(failIfIdle(hanging())).rejects.toThrow('does not come')
})
