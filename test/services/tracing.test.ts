import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stepsOf } from '../../src/shared/trace/steps.ts'
import { imported, problem, qinghe, services, tempFolder, value } from './support.ts'

describe('how a kept source is read', () => {
  it('is told step by step, without the pictures of pages, and nothing in the archive changes', async () => {
    const app = await services()
    const [item] = await imported(app, qinghe)
    const id = item?.record ?? ''
    const before = value(await app.api['record.open']({ id })).record
    const told = value(await app.api['record.trace']({ id }))
    expect(told?.newer).toBe(false)
    expect(told && stepsOf(told.trace, 'table').map(step => step.table)).toEqual([
      'disclosure',
      'requests',
      'proceedings',
    ])
    expect(value(await app.api['record.open']({ id })).record).toEqual(before)
  })

  it('says so where other readers have read what the record keeps', async () => {
    const folder = join(await tempFolder(), 'archive')
    const old = await services({ folder })
    const [item] = await imported(old, qinghe)
    await old.close()
    const app = await services({ folder, version: 'newer' })
    expect(value(await app.api['record.trace']({ id: item?.record ?? '' }))?.newer).toBe(true)
  })

  it('ends when told to, and when it is asked anew', async () => {
    const app = await services()
    const [item] = await imported(app, qinghe)
    const id = item?.record ?? ''
    const first = app.api['record.trace']({ id })
    const second = app.api['record.trace']({ id })
    expect(problem(await first)).toBe('app.workStopped')
    expect(value(await app.api['record.trace']({ id: null }))).toBeNull()
    expect(problem(await second)).toBe('app.workStopped')
    expect(value(await app.api['record.trace']({ id }))?.trace.steps.length).toBeGreaterThan(0)
  })

  it('is not told of a copy that is not the one that was kept', async () => {
    const app = await services()
    const [item] = await imported(app, qinghe)
    const id = item?.record ?? ''
    const source = value(await app.sourceFile(id))
    await chmod(source.path, 0o600)
    await writeFile(source.path, 'something else')
    expect(problem(await app.api['record.trace']({ id }))).toBe('ingest.damagedCopy')
    expect(problem(await app.api['record.trace']({ id: '0123456789abcdef' }))).not.toBe('no problem')
  })
})
