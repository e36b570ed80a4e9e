import type { Api, Bridge } from '../shared/api.ts'

/** The only file that reads what preload put on the window. */

declare global {
  interface Window {
    readonly kaijuan?: Bridge<File>
  }
}

function bridge(): Bridge<File> {
  const found = window.kaijuan
  if (!found) throw new Error('The window was opened without its bridge to main')
  return found
}

export const api: Api = bridge().calls
export const on: Bridge<File>['on'] = bridge().on
export const pathsOf: Bridge<File>['pathsOf'] = bridge().pathsOf
