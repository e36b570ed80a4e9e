import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mutantOf } from './mutate/index.ts'
import { readSeeds } from './mutate/seeds.ts'
import type { Job, Result } from './result.ts'
import { standardHosts, supervise } from './supervise.ts'

export type Fuzzing = { readonly count: number; readonly seed: number; readonly first: number; readonly hosts: number }

/** Makes mutants, reads each under guard and hands its result over with its path, which is gone after `onResult`. */
export async function fuzz(
  { count, seed, first, hosts }: Fuzzing,
  onResult: (result: Result, did: string) => void | Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kaijuan-fuzz-'))
  const seeds = await readSeeds()
  const done = new Map<string, string>()
  async function* jobs(): AsyncGenerator<Job> {
    for (let index = first; index < first + count; index++) {
      const { name, bytes, did } = await mutantOf(seeds, seed, index)
      const path = join(folder, name)
      await writeFile(path, bytes)
      done.set(path, did)
      yield { path, name }
    }
  }
  await supervise(jobs(), { ...standardHosts, count: hosts }, async result => {
    await onResult(result, done.get(result.path) ?? '')
    done.delete(result.path)
    await rm(result.path)
  })
  await rm(folder, { recursive: true, force: true })
}
