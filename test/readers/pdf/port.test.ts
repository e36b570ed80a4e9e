import { expect, test } from 'vitest'
import { newWay } from '../../../src/main/readers/pdf/opening/port.ts'

type End = ReturnType<typeof newWay>['caller']

/** A way, and what has been heard at the caller's end of it. */
function listening() {
  const way = newWay()
  const heard: unknown[] = []
  way.caller.addEventListener('message', event => heard.push(event.data))
  return { ...way, parser: way.parser as End, heard }
}

const arrived = () => new Promise(resolve => setImmediate(resolve))

test('operators arrive as they were sent, though the parser then empties its lists', async () => {
  const { parser, heard } = listening()
  const glyph = { unicode: '一' }
  const [fnArray, argsArray] = [[44], [[[glyph]]]]
  parser.postMessage({ stream: 4, streamId: 1, chunk: { fnArray, argsArray, lastChunk: false, length: 1 } })
  fnArray.length = 0
  argsArray.length = 0
  await arrived()
  expect(heard).toEqual([
    { stream: 4, streamId: 1, chunk: { fnArray: [44], argsArray: [[[glyph]]], lastChunk: false, length: 1 } },
  ])
})

test('a list counts as whole when its last piece was sent, and not before', () => {
  const { parser, wholeLists } = listening()
  const piece = (lastChunk: boolean) => ({ chunk: { fnArray: [], argsArray: [], lastChunk } })
  parser.postMessage(piece(false))
  expect(wholeLists()).toBe(0)
  parser.postMessage(piece(true))
  expect(wholeLists()).toBe(1)
})

test('fonts are handed over, anything else is copied and what it transfers taken', async () => {
  const { parser, heard } = listening()
  const font = { action: 'commonobj', data: ['g_d0_f1', 'Font', { buffer: new ArrayBuffer(8) }] }
  const data = new Uint8Array([1, 2])
  parser.postMessage(font)
  parser.postMessage({ action: 'GetDocRequest', data }, [data.buffer])
  await arrived()
  expect(heard[0]).toBe(font)
  expect(heard[1]).toEqual({ action: 'GetDocRequest', data: new Uint8Array([1, 2]) })
  expect(data.byteLength).toBe(0)
})

test('messages arrive in order, later than they are sent, and only at the other end', async () => {
  const { caller, parser, heard } = listening()
  const before: unknown[] = []
  parser.addEventListener('message', event => before.push(event.data))
  parser.postMessage({ number: 1 })
  parser.postMessage({ number: 2 })
  caller.postMessage({ number: 3 })
  expect([heard, before]).toEqual([[], []])
  await arrived()
  expect([heard, before]).toEqual([[{ number: 1 }, { number: 2 }], [{ number: 3 }]])
})

test('who has stopped listening hears nothing more', async () => {
  const { caller, parser, heard } = listening()
  const stop = new AbortController()
  const gone: unknown[] = []
  const listener = (event: { readonly data: unknown }) => gone.push(event.data)
  caller.addEventListener('message', listener)
  caller.removeEventListener('message', listener)
  caller.addEventListener('message', listener, { signal: stop.signal })
  stop.abort()
  parser.postMessage({ number: 1 })
  await arrived()
  expect([heard.length, gone.length]).toEqual([1, 0])
})
