import type { MessageTable } from './model.ts'

/** What the entrance of reading says: type, size, encoding, limits. */
export const readingMessages = {
  'read.empty': {
    severity: 'error',
    what: { zh: '“{file}”是空文件，里面没有任何内容。', en: '“{file}” is empty.' },
    kept: { zh: '原件已照原样收存，一个字节也没有丢。', en: 'The original is kept exactly as it was.' },
    todo: { zh: '请向报送单位要一份完整的。', en: 'Ask the sender for a complete copy.' },
  },
  'read.unknownFormat': {
    severity: 'error',
    what: { zh: '“{file}”不是能读的格式。', en: '“{file}” is of no format that can be read.' },
    kept: { zh: '原件已照原样收存，一个字节也没有丢。', en: 'The original is kept exactly as it was.' },
    todo: { zh: '请另存为 DOCX 或 PDF 后再导入。', en: 'Save it as DOCX or PDF and import it again.' },
  },
  'read.otherFormat': {
    severity: 'warning',
    what: {
      zh: '名为 {extension}，实为{format}，已按{format}读取',
      en: 'Named {extension} but really {format}; read as {format}',
    },
  },
  'read.tookTooLong': {
    severity: 'error',
    what: {
      zh: '“{file}”读了 {seconds} 秒还没有读完，已停止读取。',
      en: 'Reading “{file}” was stopped after {seconds} seconds.',
    },
    kept: { zh: '原件已照原样收存，一个字节也没有丢。', en: 'The original is kept exactly as it was.' },
    todo: { zh: '请另存为 PDF 或拆小后再导入。', en: 'Save it as PDF or split it, then import it again.' },
  },
  'read.tookTooMuchMemory': {
    severity: 'error',
    what: {
      zh: '读“{file}”用的内存超过 {megabytes} MB，已停止读取。',
      en: 'Reading “{file}” was stopped: it needed more than {megabytes} MB.',
    },
    kept: { zh: '原件已照原样收存，一个字节也没有丢。', en: 'The original is kept exactly as it was.' },
    todo: { zh: '请另存为 PDF 或拆小后再导入。', en: 'Save it as PDF or split it, then import it again.' },
  },
  'read.crashed': {
    severity: 'error',
    what: { zh: '读“{file}”时程序出了意外。', en: 'Reading “{file}” failed unexpectedly.' },
    kept: { zh: '原件已照原样收存，一个字节也没有丢。', en: 'The original is kept exactly as it was.' },
    todo: {
      zh: '请把“详情”抄给维护者；可先对着原件手工录入。',
      en: 'Please report the details; the tables can be typed in by hand.',
    },
  },
} as const satisfies MessageTable
