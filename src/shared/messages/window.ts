import type { MessageTable } from './model.ts'

/** What the window itself has to say. */
export const windowMessages = {
  'window.noAnswer': {
    severity: 'error',
    what: { zh: '这一步没有得到程序的答复。', en: 'The application did not answer this request.' },
    kept: { zh: '此前存下的全部在册，原件未动。', en: 'Everything saved before is safe; originals are untouched.' },
    todo: { zh: '请再试一次，仍不行就重新打开开卷。', en: 'Try again; if it fails again, restart Kaijuan.' },
  },
} as const satisfies MessageTable
