import type { Session, WebContents } from 'electron'
import { applicationOrigin } from '../protocol.ts'

/** The window's doors to the outside: nothing leaves the machine, nothing else is shown, nothing is permitted. */

/** Addresses whose contents were made by the window itself. */
const madeHere = /^(blob|data):/
/** The pages of the developer tools, which come with Electron. */
const developerTools = /^devtools:/

/**
 * Refuses every permission and cancels every request that is not the window's own.
 * @param tools developer tools may be opened, so their pages may load.
 */
export function closeDoors(session: Session, tools: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    const own = url.startsWith(`${applicationOrigin}/`) || madeHere.test(url) || (tools && developerTools.test(url))
    decide({ cancel: !own })
  })
}

/** Keeps one window on its page: it goes nowhere, opens no other window and holds no guest. */
export function keepOnItsPage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
}
