import type { CallName, EventName, ServiceEvent } from './api.ts'

/**
 * The names of the contract, for those who need them while running: preload makes a function of each call and listens to these events
 * only. Each name of the types stands here; one that is missing does not compile.
 */

const listOf =
  <Name extends string>() =>
  <const Names extends readonly Name[]>(
    names: Names & (Exclude<Name, Names[number]> extends never ? unknown : { missing: Exclude<Name, Names[number]> }),
  ): readonly Name[] =>
    names

export const callNames = listOf<CallName>()([
  'app.state',
  'app.saveSettings',
  'app.uncaught',
  'diagnosis.look',
  'diagnosis.save',
  'import.paths',
  'import.choose',
  'import.sample',
  'import.view',
  'import.arrived',
  'import.cancel',
  'import.retry',
  'import.clear',
  'catalogue.list',
  'catalogue.nextOpen',
  'record.open',
  'record.revise',
  'record.undo',
  'record.redo',
  'record.unlock',
  'record.reread',
  'record.trace',
  'record.showSource',
  'search.run',
  'journal.list',
  'export.choose',
  'export.run',
  'export.cancel',
  'export.show',
  'inspect.run',
  'inspect.cancel',
  'inspect.open',
  'inspect.save',
  'archive.verify',
  'archive.stopVerify',
  'archive.chooseFolder',
  'archive.backup',
  'archive.restore',
  'archive.use',
  'reread.preview',
  'reread.list',
  'reread.take',
  'work.stop',
])

export const eventNames = listOf<EventName>()([
  'import.changed',
  'record.changed',
  'archive.changed',
  'verify.progress',
  'export.progress',
  'work.progress',
  'inspect.progress',
  'menu.command',
])

/** What services tell, all of which is handed on to the window. */
export const serviceEvents: readonly ServiceEvent[] = eventNames.filter(name => name !== 'menu.command')
