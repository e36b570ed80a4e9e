import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { message } from '../../src/shared/messages/index.ts'
import { failure, success } from '../../src/shared/outcome.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())
afterEach(() => stage.forget())

const first = '00112233aabbccdd'
const second = '99887766ffeeddcc'
const ask = (after: string | null, resting = false) => stage.show({ name: 'call', props: { after, resting } })
const asked = (at: number) => stage.asked('catalogue.nextOpen', at)
const reload = () => stage.page.getByRole('button', { name: '再问' }).click()
const known = async () =>
  Promise.all(['答', '难处', '忙'].map(async label => (await stage.told(label).textContent()) ?? ''))

describe('a call', () => {
  it('is busy until it is answered, and then holds the answer', async () => {
    await ask(null)
    const call = await asked(0)
    expect(call.input).toEqual({ after: null })
    expect(await known()).toEqual(['无', '无', '是'])
    await call.answer(success(first))
    expect(await known()).toEqual([first, '无', '否'])
  })

  it('is not made while there is nothing to ask, and is made once there is', async () => {
    await ask(null, true)
    expect(await stage.count()).toBe(0)
    await ask(second)
    expect((await asked(0)).input).toEqual({ after: second })
  })

  it('is made once for one question, however often its place is drawn', async () => {
    await ask(first)
    await ask(first)
    await (await asked(0)).answer(success(second))
    await ask(first)
    expect(await stage.count()).toBe(1)
  })

  it('keeps the last good answer while another is under way, and beside a problem', async () => {
    await ask(null)
    await (await asked(0)).answer(success(first))
    await ask(first)
    expect(await known()).toEqual([first, '无', '是'])
    await (await asked(1)).answer(failure(message('window.noAnswer')))
    expect(await known()).toEqual([first, 'window.noAnswer', '否'])
    await reload()
    // A press is answered when the browser has drawn it; what is asked for stays open until then.
    await expect.poll(known).toEqual([first, 'window.noAnswer', '是'])
    await (await asked(2)).answer(success(null))
    expect(await known()).toEqual(['无', '无', '否'])
  })

  it('takes the answer to the newest question only, whichever comes last', async () => {
    await ask(first)
    await ask(second)
    const [older, newer] = [await asked(0), await asked(1)]
    expect(newer.input).toEqual({ after: second })
    await older.answer(success('0000000000000001'))
    expect(await known()).toEqual(['无', '无', '是'])
    await newer.answer(success('0000000000000002'))
    expect(await known()).toEqual(['0000000000000002', '无', '否'])
    await ask(first)
    await reload()
    await (await asked(3)).answer(success('0000000000000004'))
    await (await asked(2)).answer(failure(message('window.noAnswer')))
    expect(await known()).toEqual(['0000000000000004', '无', '否'])
  })

  it('drops an answer that comes when there is nothing to ask any more', async () => {
    await ask(first)
    await ask(first, true)
    await (await asked(0)).answer(success(second))
    expect((await known())[0]).toBe('无')
  })

  it('tells a call that broke as a problem', async () => {
    await ask(null)
    await (await asked(0)).reject()
    expect(await known()).toEqual(['无', 'window.noAnswer', '否'])
  })

  it('that is answered after its place was left does no harm, and a place that comes back asks anew', async () => {
    await ask(null)
    await stage.clear()
    await (await asked(0)).answer(success(first))
    await ask(null)
    expect(await known()).toEqual(['无', '无', '是'])
    await (await asked(1)).answer(success(second))
    expect(await known()).toEqual([second, '无', '否'])
  })
})

it('did so without an error that a person would not have seen', () => {
  expect(stage.problems).toEqual([])
})
