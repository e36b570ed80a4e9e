import type { MessageTable } from './model.ts'

/** The application's own edge: calls between window and main. */
export const appMessages = {
  'app.untrustedCaller': {
    severity: 'error',
    what: {
      zh: '有不属于本窗口的页面发来请求，已拒绝。',
      en: 'A page that is not this window sent a request; it was refused.',
    },
    kept: { zh: '归档库没有任何改动。', en: 'Nothing in the archive changed.' },
    todo: {
      zh: '请关闭应用再打开，若再出现，把“详情”抄给维护者。',
      en: 'Restart the application; if it happens again, report the details.',
    },
  },
  'app.badInput': {
    severity: 'error',
    what: {
      zh: '窗口发来的请求“{call}”格式不对，没有执行。',
      en: 'The request “{call}” was malformed and was not carried out.',
    },
    kept: { zh: '归档库没有任何改动。', en: 'Nothing in the archive changed.' },
    todo: { zh: '请把“详情”抄给维护者。', en: 'Please report the details.' },
  },
  'app.unexpected': {
    severity: 'error',
    what: { zh: '执行“{call}”时程序出了意外。', en: '“{call}” failed unexpectedly.' },
    kept: { zh: '此前存下的全部在册，原件未动。', en: 'Everything saved before is safe; originals are untouched.' },
    todo: {
      zh: '可再试一次，若再出现，把“详情”抄给维护者。',
      en: 'Try again; if it happens again, report the details.',
    },
  },
  'app.cannotOpenSource': {
    severity: 'error',
    what: { zh: '系统没能打开原件“{file}”。', en: 'The system could not open the original “{file}”.' },
    kept: { zh: '原件仍在归档库中，未动。', en: 'The original is in the archive, untouched.' },
    todo: { zh: '可改用“在文件夹中显示”，再选程序打开。', en: 'Show it in its folder and choose a program there.' },
  },
  'app.workRunning': {
    severity: 'error',
    what: { zh: '同样的事正在做，没有再开一次。', en: 'The same work is under way; it was not begun again.' },
    kept: { zh: '正在做的照常继续。', en: 'What is under way goes on.' },
    todo: { zh: '请等它做完，或先停下它。', en: 'Wait until it has finished, or stop it first.' },
  },
  'app.workStopped': {
    severity: 'info',
    what: { zh: '已停下，做过的都留着，再做时接着做。', en: 'Stopped; what was done stays, and it goes on next time.' },
  },
  'app.cannotRemember': {
    severity: 'error',
    what: { zh: '没能记下要用“{folder}”里的归档库。', en: 'That “{folder}” is to be used could not be remembered.' },
    kept: { zh: '两个归档库都没有改动。', en: 'Neither archive was changed.' },
    todo: {
      zh: '请查看应用数据所在的磁盘，再试一次，或用 --archive 打开它。',
      en: 'Check the disk of the application data and try again, or open it with --archive.',
    },
  },
} as const satisfies MessageTable
