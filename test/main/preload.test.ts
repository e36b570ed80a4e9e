import type { EventEmitter } from 'node:events'
import { beforeAll, describe, expect, it } from 'vitest'
import { serveCalls } from '../../src/main/ipc.ts'
import type { Api, Bridge } from '../../src/shared/api.ts'
import { callNames, eventNames } from '../../src/shared/names.ts'
import { success } from '../../src/shared/outcome.ts'
import { exposed, ipcRenderer } from '../host/ipc.ts'

describe('what the window’s page is given', () => {
  let bridge: Bridge<object>

  beforeAll(async () => {
    exposed.clear()
    await import('../../src/main/preload.ts')
    bridge = exposed.get('kaijuan') as Bridge<object>
  })

  it('is one object with the calls, the events and the paths of dropped files, and nothing else', () => {
    expect([...exposed.keys()]).toEqual(['kaijuan'])
    expect(Object.keys(bridge).sort()).toEqual(['calls', 'on', 'pathsOf'])
    expect(Object.keys(bridge.calls).sort()).toEqual(callNames.toSorted())
  })

  it('reaches with each call the handler of that name, and brings its answer back', async () => {
    const echo = callNames.map(name => [name, async (input: unknown) => success({ name, input })])
    serveCalls(Object.fromEntries(echo) as unknown as Api)
    expect(await bridge.calls['app.state'](null)).toEqual(success({ name: 'app.state', input: null }))
    const id = '0123456789abcdef'
    expect(await bridge.calls['record.open']({ id })).toEqual(success({ name: 'record.open', input: { id } }))
  })

  it('hears what main tells without the event that carries it, until it stops listening', () => {
    const main: EventEmitter = ipcRenderer
    for (const name of eventNames) {
      const heard: unknown[][] = []
      const stop = bridge.on(name, (...said: unknown[]) => heard.push(said))
      main.emit(`kaijuan:${name}`, { sender: 'the page must not have this' }, { said: name })
      stop()
      main.emit(`kaijuan:${name}`, {}, { said: 'too late' })
      expect(heard).toEqual([[{ said: name }]])
    }
  })

  it('listens to nothing that the contract does not name', () => {
    const on = bridge.on as (name: string, listener: () => void) => () => void
    expect(() => on('update.available', () => undefined)).toThrow('unknown event update.available')
    expect(ipcRenderer.eventNames()).toEqual([])
  })

  it('learns where dropped files lie, and nothing of files that lie nowhere', async () => {
    expect(await bridge.pathsOf([{ path: '/reports/甲.doc' }, {}, { path: '/reports/乙' }])).toEqual([
      '/reports/甲.doc',
      '/reports/乙',
    ])
  })
})
