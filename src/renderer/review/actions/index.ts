import type { TableKey } from '../../../shared/form/index.ts'
import type { Desk, SourceTarget } from '../state/desk.ts'
import { createAnswers } from './answers.ts'
import { createMoving } from './moving.ts'
import { createRecordActs } from './recordActs.ts'
import { createTools, type Surroundings } from './tools.ts'
import { createTyping } from './typing.ts'

/** Everything a person can do at the review desk, by key, button or menu alike. No act ever accepts a computed value. */
export type Actions = ReturnType<typeof createActions>

export function createActions(surroundings: Surroundings) {
  const tools = createTools(surroundings)
  const leave = (): boolean => typing.commit(null)
  const typing = createTyping(tools, direction => moving.move(direction))
  const moving = createMoving(tools, leave, surroundings.nextRecord)
  const acts = createRecordActs(tools, { leave, giveUp: typing.giveUp, focus: cell => moving.focus(cell) })
  return {
    ...moving,
    ...typing,
    ...createAnswers(tools, leave),
    ...acts,
    typeByHand: (table: TableKey): void => {
      tools.patch({ byHand: new Set([...tools.get().byHand, table]), focus: null })
      moving.showTab(table)
      tools.grab()
    },
    showSource: (target: SourceTarget): void => tools.patch({ target }),
    /** Opens or closes 重新读取; one dialog at a time. */
    showReread: (rereading: boolean): void => tools.patch({ rereading, history: null, tracing: false }),
    /** Opens or closes 查看读法. */
    showTrace: (tracing: boolean): void => tools.patch({ tracing, history: null, rereading: false }),
    showHistory: (history: Desk['history']): void => tools.patch({ history }),
    /** 暂不存: what is not saved stays on the screen. */
    later: (): void => tools.patch({ problemShown: false }),
    retry: surroundings.saver.retry,
    /** Whether one may leave: what is being typed is taken first, and what could not be saved lives only here. */
    mayLeave: (): boolean => {
      if (!leave()) return false
      if (tools.get().problem) tools.patch({ problemShown: true })
      return tools.get().problem === null
    },
    say: tools.say,
  }
}
