import type { MessageTable } from '../model.ts'
import { compareWithOriginal, originalKept } from '../said.ts'

/** What the entrance of reading says: type, size, encoding, limits. */
export const readingMessages = {
  'read.empty': {
    severity: 'error',
    what: { zh: '“{file}”是空文件，里面没有任何内容。', en: '“{file}” is empty.' },
    kept: originalKept,
    todo: { zh: '请向报送单位要一份完整的。', en: 'Ask the sender for a complete copy.' },
  },
  'read.unknownFormat': {
    severity: 'error',
    what: { zh: '“{file}”不是能读的格式。', en: '“{file}” is of no format that can be read.' },
    kept: originalKept,
    todo: { zh: '请另存为 DOCX 或 PDF 后再导入。', en: 'Save it as DOCX or PDF and import it again.' },
  },
  'read.otherFormat': {
    severity: 'warning',
    what: {
      zh: '名为 {extension}，实为{format}，已按{format}读取。',
      en: 'Named {extension} but really {formatEnglish}; it was read as {formatEnglish}.',
    },
    todo: {
      zh: '若读出的内容不对，请用能打开它的软件另存为 DOCX 或 PDF 后再导入。',
      en: 'If what was read is wrong, open it in a program that can, save it as DOCX or PDF and import that.',
    },
  },
  'read.lostCharacters': {
    severity: 'warning',
    what: {
      zh: '有 {count} 处字符无法辨认（按 {encoding} 解码），最前几处在（行:字）{places}。',
      en: '{count} characters could not be decoded ({encoding}), the first at (line:column) {places}.',
    },
    todo: compareWithOriginal,
  },
  'read.mixedEncodings': {
    severity: 'warning',
    what: {
      zh: '文件里混用了 UTF-8 和 GBK 两种编码，已逐段解码。',
      en: 'The file mixes UTF-8 and GBK; each piece was decoded by itself.',
    },
    todo: compareWithOriginal,
  },
  'read.guessedEncoding': {
    severity: 'info',
    what: { zh: '编码未注明，按 {encoding} 读取。', en: 'The encoding is not stated; it was read as {encoding}.' },
  },
  'read.notYet': {
    severity: 'error',
    what: {
      zh: '“{file}”是 {format} 文件，本软件还不能读取。',
      en: '“{file}” is a {formatEnglish} file, which cannot be read yet.',
    },
    kept: originalKept,
    todo: {
      zh: '请用能打开它的软件另存为 DOCX 或 PDF，再导入。',
      en: 'Open it in the program that made it, save it as DOCX or PDF and import that.',
    },
  },
  'read.picture': {
    severity: 'error',
    what: {
      zh: '“{file}”是一张图片（{format}），里面没有找到可读取的文字。',
      en: '“{file}” is a picture ({formatEnglish}); no text was found in it.',
    },
    kept: originalKept,
    todo: {
      zh: '请向报送单位要 DOCX 或 PDF 电子版，也可对着图片手工录入。',
      en: 'Ask the sender for a DOCX or PDF, or type the tables in from the picture.',
    },
  },
  'read.packed': {
    severity: 'error',
    what: {
      zh: '“{file}”是压缩包（{format}），不是单份报告。',
      en: '“{file}” is an archive ({formatEnglish}), not a report.',
    },
    kept: originalKept,
    todo: { zh: '请解压后把里面的报告分别导入。', en: 'Unpack it and import the reports inside.' },
  },
  'read.tookTooLong': {
    severity: 'error',
    what: {
      zh: '“{file}”读了 {seconds} 秒还没有读完，已停止读取。',
      en: 'Reading “{file}” was stopped after {seconds} seconds.',
    },
    kept: originalKept,
    todo: { zh: '请另存为 PDF 或拆小后再导入。', en: 'Save it as PDF or split it, then import it again.' },
  },
  'read.tookTooMuchMemory': {
    severity: 'error',
    what: {
      zh: '读“{file}”用的内存超过 {megabytes} MB，已停止读取。',
      en: 'Reading “{file}” was stopped: it needed more than {megabytes} MB.',
    },
    kept: originalKept,
    todo: { zh: '请另存为 PDF 或拆小后再导入。', en: 'Save it as PDF or split it, then import it again.' },
  },
  'read.crashed': {
    severity: 'error',
    what: { zh: '读“{file}”时程序出了意外。', en: 'Reading “{file}” failed unexpectedly.' },
    kept: originalKept,
    todo: {
      zh: '请把“详情”抄给维护者；可先对着原件手工录入。',
      en: 'Please report the details; the tables can be typed in by hand.',
    },
  },
} as const satisfies MessageTable
