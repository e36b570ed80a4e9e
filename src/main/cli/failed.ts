import { type Message, messageText } from '../../shared/messages/index.ts'
import type { ExitStatus, Io } from './io.ts'

/** Says what went wrong and ends with it. */
export function failed(io: Io, problem: Message): ExitStatus {
  io.log(messageText(problem, io.language))
  return 1
}
