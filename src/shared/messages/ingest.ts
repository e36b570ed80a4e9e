import type { MessageTable } from './model.ts'
import { originalKept } from './said.ts'

/** Accepting files: queue, limits, duplicates. */
export const ingestMessages = {
  'ingest.tooLarge': {
    severity: 'error',
    what: {
      zh: '“{file}”有 {size} MB，超过可读的 {limit} MB，没有读取。',
      en: '“{file}” has {size} MB, more than the {limit} MB that are read.',
    },
    kept: originalKept,
    todo: { zh: '请把其中的图片压小或拆开后再导入。', en: 'Shrink its pictures or split it, then import it again.' },
  },
  'ingest.nothingFound': {
    severity: 'error',
    what: { zh: '“{name}”里没有可收存的文件。', en: 'There is no file to keep in “{name}”.' },
    kept: { zh: '归档库没有变动。', en: 'The archive is unchanged.' },
    todo: {
      zh: '请另选文件或文件夹，隐藏文件和临时文件不收。',
      en: 'Choose other files; hidden and temporary files are left out.',
    },
  },
  'ingest.tooManyFiles': {
    severity: 'error',
    what: {
      zh: '“{name}”里的文件超过 {count} 个，未开始导入。',
      en: '“{name}” holds more than {count} files; nothing was imported.',
    },
    kept: { zh: '归档库没有变动。', en: 'The archive is unchanged.' },
    todo: { zh: '请分几个文件夹导入。', en: 'Import it folder by folder.' },
  },
  'ingest.damagedCopy': {
    severity: 'error',
    what: {
      zh: '“{file}”收存后的字节与原摘要不符，未读取。',
      en: 'The kept copy of “{file}” does not match its digest and was not read.',
    },
    kept: { zh: '拖入的文件没有改动。', en: 'The file you dropped is unchanged.' },
    todo: { zh: '请检查归档库所在磁盘，再核验全库。', en: 'Check the disk of the archive, then verify it.' },
  },
  'ingest.noSample': {
    severity: 'error',
    what: {
      zh: '没有找到随程序附带的样例报告。',
      en: 'The sample report that comes with the application was not found.',
    },
    kept: { zh: '归档库没有变动。', en: 'The archive is unchanged.' },
    todo: { zh: '请重新安装，或直接导入自己的报告。', en: 'Install again, or import a report of your own.' },
  },
  'ingest.rereadWorse': {
    severity: 'error',
    what: { zh: '“{file}”这次没有读出，没有换上。', en: '“{file}” could not be read this time; nothing was replaced.' },
    kept: { zh: '原来的读法和原件都在。', en: 'The earlier reading and the original are kept.' },
    todo: {
      zh: '请打开这份报告，单独重新读取看原因。',
      en: 'Open this report and read it again by itself to see why.',
    },
  },
  'ingest.sourceMended': {
    severity: 'info',
    what: {
      zh: '“{name}”收存的原件有损或缺失，已由这份文件补好。',
      en: 'The kept original of “{name}” was damaged or missing; this file has put it right.',
    },
  },
  'ingest.handedOver': {
    severity: 'info',
    what: {
      zh: '{count} 项已交给打开着这个归档库的另一个开卷导入。',
      en: '{count} items were given to the other Kaijuan that has this archive open.',
    },
    todo: { zh: '请到那个窗口查看。', en: 'See its window.' },
  },
  'ingest.notHandedOver': {
    severity: 'error',
    what: {
      zh: '归档库正由另一个开卷打开，它没有接手这些文件，没有导入。',
      en: 'Another Kaijuan has the archive open and did not take these files; nothing was imported.',
    },
    kept: { zh: '归档库和这些文件都没有改动。', en: 'Neither the archive nor these files were changed.' },
    todo: { zh: '请关闭另一个开卷，再导入一次。', en: 'Close the other Kaijuan and import again.' },
  },
  'ingest.holderGone': {
    severity: 'error',
    what: {
      zh: '接手这些文件的另一个开卷已关闭，没有说明结果。',
      en: 'The other Kaijuan that took these files was closed before it told what became of them.',
    },
    kept: {
      zh: '已收存的都在册，这些文件没有改动。',
      en: 'What was taken in is stored; these files were not changed.',
    },
    todo: {
      zh: '请再导入一次，已收存的会列为重复。',
      en: 'Import them again; those already taken in are told as duplicates.',
    },
  },
} as const satisfies MessageTable
