import type { MessageTable } from './model.ts'

/** 四性检测. */
export const inspectingMessages = {
  'inspect.nothing': {
    severity: 'error',
    what: { zh: '没有可检测的报告。', en: 'There is no report to inspect.' },
    kept: { zh: '归档库没有变动。', en: 'The archive is unchanged.' },
    todo: { zh: '请放宽条件，或先导入报告。', en: 'Widen the conditions, or import reports first.' },
  },
  'inspect.busy': {
    severity: 'error',
    what: { zh: '另一次四性检测还在进行。', en: 'Another inspection is under way.' },
    kept: { zh: '进行中的检测不受影响。', en: 'The one under way goes on.' },
    todo: { zh: '请等它完成或先取消它。', en: 'Wait for it to end, or cancel it first.' },
  },
  'inspect.cancelled': {
    severity: 'info',
    what: { zh: '已取消四性检测。', en: 'The inspection was cancelled.' },
  },
} as const satisfies MessageTable
