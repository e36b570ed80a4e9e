import { expect, test } from 'vitest'
import { settled } from '../../../src/main/readers/pdf/settled.ts'

const soon = 20

test('work that ends has its outcome, good or bad', async () => {
  await expect(settled(Promise.resolve(7), soon)).resolves.toBe(7)
  await expect(settled(Promise.reject(new Error('broken')), soon)).rejects.toThrow('broken')
})

test('a promise that nothing can settle any more fails, and is not waited for until the worker is ended', async () => {
  await expect(settled(new Promise(() => undefined), soon)).rejects.toThrow('does not come')
})

test('work that keeps its thread busy is waited for, however long it takes', async () => {
  const busy = async (): Promise<string> => {
    for (let turn = 0; turn < 40; turn += 1) {
      const until = performance.now() + 5
      while (performance.now() < until);
      await new Promise(resolve => setImmediate(resolve))
    }
    return 'done'
  }
  await expect(settled(busy(), soon)).resolves.toBe('done')
})
