import type { MessageTable } from '../model.ts'

const nothingExported = {
  zh: '没有留下半个包，归档库没有变动。',
  en: 'No half bag was left behind; the archive is unchanged.',
} as const

/** Handing reports over. */
export const exportingMessages = {
  'export.targetTaken': {
    severity: 'error',
    what: {
      zh: '“{folder}”已经存在而且不空，没有导出。',
      en: '“{folder}” exists and is not empty; nothing was exported.',
    },
    kept: nothingExported,
    todo: { zh: '请另起一个名字或另选一处。', en: 'Choose another name or place.' },
  },
  'export.insideArchive': {
    severity: 'error',
    what: {
      zh: '“{folder}”在归档库里面，导出的东西不能放在归档库内。',
      en: '“{folder}” lies in the archive; what is exported must lie outside it.',
    },
    kept: nothingExported,
    todo: { zh: '请另选归档库以外的一处。', en: 'Choose a place outside the archive.' },
  },
  'export.diskFull': {
    severity: 'error',
    what: { zh: '“{folder}”所在磁盘已满，没有导出。', en: 'The disk of “{folder}” is full; nothing was exported.' },
    kept: nothingExported,
    todo: {
      zh: '请腾出空间或另选一处，再导出一次。',
      en: 'Free some space or choose another place, then export again.',
    },
  },
  'export.notWritable': {
    severity: 'error',
    what: {
      zh: '“{folder}”所在的文件夹不存在或不许写入，没有导出。',
      en: 'The folder of “{folder}” does not exist or cannot be written; nothing was exported.',
    },
    kept: nothingExported,
    todo: { zh: '请另选一处，或开通写入权限。', en: 'Choose another place or allow writing.' },
  },
  'export.writeFailed': {
    severity: 'error',
    what: { zh: '写入“{folder}”时磁盘出错，没有导出。', en: 'Writing to “{folder}” failed; nothing was exported.' },
    kept: nothingExported,
    todo: { zh: '请查看磁盘是否连好，再导出一次。', en: 'Check the disk and its connection, then export again.' },
  },
  'export.notAsWritten': {
    severity: 'error',
    what: {
      zh: '写好的“{folder}”读回来与写入的不符，已删去。',
      en: 'What was written to “{folder}” did not read back the same and was removed.',
    },
    kept: nothingExported,
    todo: { zh: '请检查这块磁盘，换一处再导出。', en: 'Check this disk and export to another place.' },
  },
  'export.cancelled': {
    severity: 'info',
    what: { zh: '已取消导出到“{folder}”。', en: 'The export to “{folder}” was cancelled.' },
    kept: nothingExported,
  },
  'export.sourceLeftOut': {
    severity: 'error',
    what: {
      zh: '“{name}”的原件与摘要不符或读不出，没有放进包里。',
      en: 'The original of “{name}” does not match its digest or cannot be read; the report was left out of the bag.',
    },
    kept: { zh: '其余报告已照常导出。', en: 'All other reports were exported.' },
    todo: {
      zh: '请先核验全库，取回原件后再导出这一份。',
      en: 'Verify the archive and bring the original back, then export it.',
    },
  },
  'export.busy': {
    severity: 'error',
    what: { zh: '另一次导出还在进行。', en: 'Another export is under way.' },
    kept: { zh: '进行中的导出不受影响。', en: 'The export under way goes on.' },
    todo: { zh: '请等它完成或先取消它。', en: 'Wait for it to end, or cancel it first.' },
  },
  'export.nothing': {
    severity: 'error',
    what: { zh: '没有可导出的报告。', en: 'There is no report to export.' },
    kept: nothingExported,
    todo: { zh: '请放宽条件，或先导入报告。', en: 'Widen the conditions, or import reports first.' },
  },
} as const satisfies MessageTable
