import type { MessageTable } from '../model.ts'
import { allStored } from './kept.ts'

/** Opening an archive: who holds it, what was put right, what stands beside it. */
export const archiveOpeningMessages = {
  'archive.heldByOther': {
    severity: 'warning',
    what: {
      zh: '归档库正由另一个开卷打开，此处只能看。',
      en: 'Another Kaijuan has this archive open; here it can only be read.',
    },
    kept: { zh: '已存下的都能查看。', en: 'Everything stored can be read.' },
    todo: {
      zh: '请关闭另一个开卷（进程 {pid}，{since} 打开）后重试。',
      en: 'Close the other Kaijuan (process {pid}, open since {since}), then try again.',
    },
  },
  'archive.heldElsewhere': {
    severity: 'warning',
    what: {
      zh: '归档库正由电脑“{host}”上的开卷打开，此处只能看。',
      en: 'Kaijuan on the computer “{host}” has this archive open; here it can only be read.',
    },
    kept: { zh: '已存下的都能查看。', en: 'Everything stored can be read.' },
    todo: {
      zh: '请在“{host}”上关闭开卷（进程 {pid}，{since} 打开）后重试。那里确实没有开着，就删去归档库文件夹里的 archive.lock。',
      en: 'Close Kaijuan on “{host}” (process {pid}, open since {since}), then try again. If it is surely not open there, delete archive.lock in the archive folder.',
    },
  },
  'archive.noLongerHeld': {
    severity: 'warning',
    what: {
      zh: '打开归档库的另一个开卷已关闭，这个窗口仍只能看。',
      en: 'The other Kaijuan has closed the archive; this window can still only read it.',
    },
    kept: { zh: '已存下的都能查看。', en: 'Everything stored can be read.' },
    todo: {
      zh: '要改动，就关闭这个窗口，再打开开卷。',
      en: 'To make changes, close this window and open Kaijuan again.',
    },
  },
  'archive.openedToRead': {
    severity: 'info',
    what: { zh: '归档库按只看方式打开。', en: 'The archive was opened for reading only.' },
  },
  'archive.closed': {
    severity: 'error',
    what: { zh: '归档库已关闭，这一步没有存下来。', en: 'The archive is closed; this step was not stored.' },
    kept: allStored,
    todo: { zh: '请重新打开归档库再做一次。', en: 'Open the archive again and repeat the step.' },
  },
  'archive.newerVersion': {
    severity: 'warning',
    what: {
      zh: '归档库由更新版本的开卷写成（格式 {schema}），此处只能看。',
      en: 'The archive was written by a newer Kaijuan (format {schema}); here it can only be read.',
    },
    kept: { zh: '归档库没有改动。', en: 'The archive was not changed.' },
    todo: { zh: '请换用更新版本的开卷。', en: 'Use a newer version of Kaijuan.' },
  },
  'archive.damagedHead': {
    severity: 'error',
    what: {
      zh: '“{folder}”里的 archive.json 已损坏，归档库没有打开。',
      en: 'archive.json in “{folder}” is damaged; the archive was not opened.',
    },
    kept: { zh: '原件、记录和沿革都没有改动。', en: 'Originals, records and history are as they were.' },
    todo: {
      zh: '请从备份取回 archive.json，或把“详情”抄给维护者。',
      en: 'Bring archive.json back from a backup, or report the details.',
    },
  },
  'archive.headMissing': {
    severity: 'error',
    what: {
      zh: '“{folder}”里有原件和记录，缺 archive.json，归档库没有打开。',
      en: '“{folder}” holds originals and records but no archive.json; the archive was not opened.',
    },
    kept: { zh: '原件、记录和沿革都没有改动。', en: 'Originals, records and history are as they were.' },
    todo: {
      zh: '请从备份取回 archive.json 放回这个文件夹。',
      en: 'Bring archive.json back from a backup into this folder.',
    },
  },
  'archive.noArchive': {
    severity: 'error',
    what: { zh: '“{folder}”里没有归档库。', en: 'There is no archive in “{folder}”.' },
    kept: { zh: '这个文件夹没有改动。', en: 'The folder was not changed.' },
    todo: {
      zh: '请选归档库所在的文件夹，即有 archive.json 的那个。',
      en: 'Choose the folder of the archive, the one with archive.json.',
    },
  },
  'archive.cannotCreate': {
    severity: 'error',
    what: { zh: '在“{folder}”里建不成归档库。', en: 'No archive could be created in “{folder}”.' },
    kept: { zh: '已有的文件没有改动。', en: 'No existing file was changed.' },
    todo: {
      zh: '请另选一个能写入的文件夹，并查看磁盘是否已满。',
      en: 'Choose a folder that can be written, and check whether the disk is full.',
    },
  },
  'archive.cannotOpen': {
    severity: 'error',
    what: {
      zh: '归档库“{folder}”读不出来，没有打开。',
      en: 'The archive “{folder}” cannot be read and was not opened.',
    },
    kept: { zh: '里面的文件没有改动。', en: 'No file in it was changed.' },
    todo: {
      zh: '请查看磁盘是否连好、是否有读取权限，再试一次。',
      en: 'Check the disk and the permission to read, then try again.',
    },
  },
  'archive.tornLine': {
    severity: 'info',
    what: {
      zh: '上次意外中断，未写完的一步已从 {file} 移到 {torn}，此前存下的全部在册。',
      en: 'The last session was cut off; an unfinished step was moved from {file} to {torn}, everything stored before is there.',
    },
  },
  'archive.headRestored': {
    severity: 'warning',
    what: {
      zh: '“{folder}”里的 archive.json 已损坏，用 {day} 的留存取回。',
      en: 'archive.json in “{folder}” was damaged and brought back from the copy of {day}.',
    },
    todo: { zh: '此后改过的设置请再查看一遍。', en: 'Look through settings changed since then.' },
  },
  'archive.recordRepaired': {
    severity: 'warning',
    what: {
      zh: '“{name}”的记录文件有损，已据 {day} 的留存与沿革复原，此前存下的一处不少。',
      en: 'The record file of “{name}” was damaged and was put back from the copy of {day} and the history; nothing stored is missing.',
    },
    kept: { zh: '原件和其他报告没有改动。', en: 'Its original and all other reports are as they were.' },
    todo: {
      zh: '请到沿革核验一遍，看别处是否也有损。磁盘若已老旧，请先备份到另一块磁盘。',
      en: 'Verify the archive in History to see whether anything else is damaged. If the disk is old, back up to another one first.',
    },
  },
  'archive.conflictCopy': {
    severity: 'warning',
    what: {
      zh: '{file} 是同步程序留下的冲突副本，没有并入，归档库照原来的文件使用。',
      en: '{file} is a conflicted copy left by a synchronising program; it was not merged, the archive uses the original file.',
    },
    kept: allStored,
    todo: {
      zh: '请查看是谁在另一台电脑上改过，确认无用后把它移出归档库，并停止同步这个文件夹。',
      en: 'Find out who changed it on another computer, move the copy out of the archive and stop synchronising this folder.',
    },
  },
} as const satisfies MessageTable
