import type { BrowserWindow } from 'electron'
import { afterEach, describe, expect, it } from 'vitest'
import { serveCalls, tell } from '../../src/main/ipc.ts'
import type { Api, CallName } from '../../src/shared/api.ts'
import { message } from '../../src/shared/messages/index.ts'
import { callNames as names } from '../../src/shared/names.ts'
import { failure, type Outcome, success } from '../../src/shared/outcome.ts'
import { ipcRenderer } from '../host/ipc.ts'

const own = { url: 'app://kaijuan/index.html', parent: null }

/** Serves an api whose every function notes that it was called. */
function serve(
  answer: (name: CallName, input: unknown) => Promise<Outcome<unknown>> = async () => success(null),
  answered?: Parameters<typeof serveCalls>[1],
) {
  const asked: (readonly [CallName, unknown])[] = []
  const handlers = names.map(name => [
    name,
    (input: unknown) => {
      asked.push([name, input])
      return answer(name, input)
    },
  ])
  serveCalls(Object.fromEntries(handlers) as unknown as Api, answered)
  return asked
}

const call = async (name: CallName, input: unknown): Promise<Outcome<unknown>> =>
  (await ipcRenderer.invoke(`kaijuan:${name}`, input)) as Outcome<unknown>

const problem = (answer: Outcome<unknown>): string => (answer.ok ? 'no problem' : answer.problem.code)

/** Input that the call accepts, for the calls that take none or a few words. */
const good: Partial<Record<CallName, unknown>> = {
  'app.state': null,
  'record.open': { id: '0123456789abcdef' },
  'import.paths': { paths: ['/reports/甲.doc'] },
}

// The page of the window calls, unless a test says otherwise; other files' tests share this process.
afterEach(() => {
  ipcRenderer.frame = own
})

describe('who may call', () => {
  it('is the page of the window', async () => {
    const asked = serve()
    for (const [name, input] of Object.entries(good))
      expect(problem(await call(name as CallName, input))).toBe('no problem')
    expect(asked).toEqual(Object.entries(good))
  })

  it.each([
    ['no frame at all', null],
    ['a frame within the page', { ...own, parent: own }],
    ['a frame within the page, of another origin', { url: 'https://example.invalid/', parent: own }],
    ['an origin that begins alike', { url: 'app://kaijuan.evil/index.html', parent: null }],
    ['an origin that goes on with a port', { url: 'app://kaijuan:8080/index.html', parent: null }],
    ['an origin that hides behind a name', { url: 'app://kaijuan@evil/index.html', parent: null }],
    ['the same name under another scheme', { url: 'https://kaijuan/index.html', parent: null }],
    ['an address that has ours in it', { url: 'https://example.invalid/?app://kaijuan/', parent: null }],
    ['a file', { url: 'file:///index.html', parent: null }],
    ['an empty page', { url: 'about:blank', parent: null }],
  ])('is not %s, whatever is called', async (_who, frame) => {
    const asked = serve()
    ipcRenderer.frame = frame
    for (const name of names)
      expect([name, problem(await call(name, good[name]))]).toEqual([name, 'app.untrustedCaller'])
    expect(asked).toEqual([])
  })
})

describe('the refusal of a caller', () => {
  it('says where it came from, as far as that is known', async () => {
    serve()
    const refused = async (frame: typeof ipcRenderer.frame) => {
      ipcRenderer.frame = frame
      const answer = await call('app.state', null)
      return answer.ok ? null : answer.problem.detail
    }
    expect(await refused({ url: 'https://example.invalid/', parent: null })).toBe('https://example.invalid/')
    expect(await refused(null)).toBe('')
  })
})

describe('what is called with', () => {
  it('is refused by every call where it breaks the contract, and the call is named', async () => {
    const asked = serve()
    for (const name of names) {
      const answer = await call(name, 42)
      expect([name, problem(answer)]).toEqual([name, 'app.badInput'])
      expect(answer.ok ? null : answer.problem.params).toEqual({ call: name })
    }
    expect(asked).toEqual([])
  })

  it.each<[CallName, unknown]>([
    ['app.state', undefined],
    ['app.saveSettings', { theme: 'pink' }],
    ['record.open', { id: '../../../etc/passwd' }],
    ['record.open', { id: '0123456789ABCDEF' }],
    ['import.paths', { paths: [] }],
    ['import.paths', { paths: ['a'.repeat(4097)] }],
    ['catalogue.list', { text: '', years: [], statuses: [], sort: 'name', descending: false, offset: -1, limit: 10 }],
    ['record.revise', { id: '0123456789abcdef', base: 0, act: 'edit', why: '', change: { kind: 'no such change' } }],
  ])('%s is refused %j', async (name, input) => {
    const asked = serve()
    expect(problem(await call(name, input))).toBe('app.badInput')
    expect(asked).toEqual([])
  })

  it('reaches the handler as the schema made it, without what the contract does not know', async () => {
    const asked = serve()
    await call('record.open', { id: '0123456789abcdef', path: '/etc/passwd' })
    expect(asked).toEqual([['record.open', { id: '0123456789abcdef' }]])
  })
})

describe('what a call answers', () => {
  it('is what the handler answered, value or problem', async () => {
    const answers: Outcome<unknown>[] = [success({ records: 3 }), failure(message('app.workRunning'))]
    for (const answer of answers) {
      serve(async () => answer)
      expect(await call('app.state', null)).toBe(answer)
    }
  })

  it('is a problem with the trace where the handler threw, never a rejection', async () => {
    const bug = new Error('a bug')
    const throwing = [
      () => {
        throw bug
      },
      () => Promise.reject(bug),
    ]
    for (const handler of throwing) {
      serve(handler)
      expect(await call('app.state', null)).toEqual(
        failure(message('app.unexpected', { call: 'app.state' }, null, bug.stack)),
      )
    }
    serve(() => Promise.reject('only words'))
    expect(await call('app.state', null)).toEqual(
      failure(message('app.unexpected', { call: 'app.state' }, null, 'only words')),
    )
  })
})

describe('who looks for faults', () => {
  it('hears how every call was answered, the refused ones too', async () => {
    const begun = performance.now()
    const heard: (readonly [CallName, string, boolean])[] = []
    serve(
      async name => (name === 'app.state' ? success(null) : failure(message('app.workRunning'))),
      (name, answer, ms) => heard.push([name, problem(answer), ms >= 0 && ms <= performance.now() - begun]),
    )
    await call('app.state', null)
    await call('import.view', null)
    await call('import.view', 42)
    ipcRenderer.frame = null
    await call('app.state', null)
    expect(heard).toEqual([
      ['app.state', 'no problem', true],
      ['import.view', 'app.workRunning', true],
      ['import.view', 'app.badInput', true],
      ['app.state', 'app.untrustedCaller', true],
    ])
  })
})

describe('what the window is told', () => {
  /** As much of a window as telling needs. */
  function standing(destroyed: boolean) {
    const sent: unknown[][] = []
    const window = { isDestroyed: () => destroyed, webContents: { send: (...said: unknown[]) => sent.push(said) } }
    return { sent, window: window as unknown as BrowserWindow }
  }

  it('goes out under the name of the event', () => {
    const { sent, window } = standing(false)
    tell(window, 'menu.command', { command: 'edit.undo' })
    expect(sent).toEqual([['kaijuan:menu.command', { command: 'edit.undo' }]])
  })

  it('is nothing where the window is gone', () => {
    const { sent, window } = standing(true)
    tell(window, 'menu.command', { command: 'edit.undo' })
    tell(null, 'menu.command', { command: 'edit.undo' })
    expect(sent).toEqual([])
  })
})
