import { type CommandId, type CommandOf, type CommandPlace, commands } from '../../../shared/commands.ts'
import { useEvent } from '../data.ts'
import { isWindowKey, useKeys } from './keys.ts'

/** What a place does for each of its commands; one left out does not compile. `false` leaves the key to whatever else wants it. */
export type Answers<Place extends CommandPlace> = Readonly<Record<CommandOf<Place>, () => unknown>>

type Some = Readonly<Partial<Record<CommandId, () => unknown>>>

/** Runs commands by their keys and by the menu while the component is shown. `more`: other keys for the same. */
export function useCommands(answers: Some, more: Readonly<Record<string, CommandId>> = {}): void {
  const bound = [
    ...commands.flatMap(({ keys, id }) => (keys !== null && isWindowKey(keys) ? [[keys, id] as const] : [])),
    ...Object.entries(more),
  ]
  useKeys(Object.fromEntries(bound.flatMap(([keys, id]) => (answers[id] ? [[keys, answers[id]]] : []))))
  useEvent('menu.command', ({ command }) => void answers[command]?.())
}
