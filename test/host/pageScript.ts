import { callNames, eventNames } from '../../src/shared/names.ts'

/**
 * Runs in the page before its own code and builds the same `window.kaijuan` that src/main/preload.ts exposes.
 * Plain JavaScript in a string, because it is evaluated by the browser.
 */
export const pageScript = `(() => {
  const names = ${JSON.stringify(callNames)}
  const events = ${JSON.stringify(eventNames)}
  const listeners = new Map()
  const bytesOf = async file => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    let text = ''
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768))
    return { name: file.name, base64: btoa(text) }
  }
  const upload = async files => globalThis.__kaijuanUpload(await Promise.all(files.map(bytesOf)))
  globalThis.__kaijuanEmit = (channel, payload) => {
    for (const listener of listeners.get(channel) ?? []) listener(payload)
  }
  globalThis.__kaijuanChoose = folder => new Promise(resolve => {
    const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true, webkitdirectory: folder })
    input.addEventListener('change', () => resolve(upload([...input.files])))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
  globalThis.kaijuan = Object.freeze({
    calls: Object.freeze(Object.fromEntries(names.map(name => [name, input => globalThis.__kaijuanInvoke('kaijuan:' + name, input)]))),
    on: (name, listener) => {
      if (!events.includes(name)) throw new Error('unknown event ' + name)
      const channel = 'kaijuan:' + name
      const known = listeners.get(channel) ?? new Set()
      known.add(listener)
      listeners.set(channel, known)
      return () => known.delete(listener)
    },
    // Whoever drives the page sets the paths of a drop beforehand; files a person drops are uploaded.
    pathsOf: async files => {
      const paths = globalThis.__kaijuanDropped
      globalThis.__kaijuanDropped = undefined
      return paths ?? upload(files)
    },
  })
})()`
