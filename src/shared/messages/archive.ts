import type { MessageTable } from './model.ts'

const nothingChanged = {
  zh: '归档库和这个文件都没有改动。',
  en: 'Neither the archive nor this file was changed.',
}
const allStored = {
  zh: '此前存下的全部在册，原件未动。',
  en: 'Everything stored before is still there; the originals are untouched.',
}
const restUnharmed = {
  zh: '其他报告、原件和记录没有改动。',
  en: 'All other reports, originals and entries are as they were.',
}
const fromBackup = {
  zh: '请从备份取回这个文件，放回原处，再验证一次。',
  en: 'Bring this file back from a backup, then verify again.',
}

/** The archive on disk. */
export const archiveMessages = {
  'archive.diskFull': {
    severity: 'error',
    what: {
      zh: '存放归档库的磁盘已满，这一步没有存下来。',
      en: 'The disk of the archive is full; this step was not stored.',
    },
    kept: allStored,
    todo: {
      zh: '请在“{folder}”所在磁盘腾出约 200 MB 后再试一次。',
      en: 'Free about 200 MB on the disk of “{folder}”, then try again.',
    },
  },
  'archive.folderReadOnly': {
    severity: 'error',
    what: {
      zh: '归档库文件夹“{folder}”不许写入，此处只能看。',
      en: 'The archive folder “{folder}” cannot be written.',
    },
    kept: allStored,
    todo: {
      zh: '请给这个文件夹开通写入权限，或取下写保护，再试一次。',
      en: 'Allow writing to this folder or remove the write protection, then try again.',
    },
  },
  'archive.writeFailed': {
    severity: 'error',
    what: {
      zh: '写入归档库“{folder}”时磁盘出错，这一步没有存下来。',
      en: 'Writing to the archive “{folder}” failed; this step was not stored.',
    },
    kept: allStored,
    todo: {
      zh: '请查看磁盘是否连好、是否有坏道，再试一次，仍不行就把“详情”抄给维护者。',
      en: 'Check the disk and its connection and try again; if it fails again, report the details.',
    },
  },
  'archive.fileGone': {
    severity: 'error',
    what: {
      zh: '“{file}”已不在原处，可能被移走、改名或删除。',
      en: '“{file}” is no longer there; it may have been moved, renamed or deleted.',
    },
    kept: { zh: '归档库没有改动。', en: 'The archive was not changed.' },
    todo: { zh: '请找到这个文件后重新拖进来。', en: 'Find the file and drop it again.' },
  },
  'archive.fileDenied': {
    severity: 'error',
    what: {
      zh: '“{file}”打不开，没有读取权限或正被别的程序占用。',
      en: '“{file}” cannot be opened: no permission, or another program holds it.',
    },
    kept: nothingChanged,
    todo: {
      zh: '请开通读取权限或关掉占用它的程序后重试。',
      en: 'Allow reading it or close the other program, then try again.',
    },
  },
  'archive.fileIsFolder': {
    severity: 'error',
    what: { zh: '“{file}”是文件夹，不是文件。', en: '“{file}” is a folder, not a file.' },
    kept: nothingChanged,
    todo: { zh: '请打开这个文件夹，把里面的文件拖进来。', en: 'Open this folder and drop the files in it.' },
  },
  'archive.fileIsSpecial': {
    severity: 'error',
    what: { zh: '“{file}”是设备或管道，不是普通文件。', en: '“{file}” is a device or a pipe, not a plain file.' },
    kept: nothingChanged,
    todo: { zh: '请把内容另存为普通文件后再导入。', en: 'Save its content as a plain file and import that.' },
  },
  'archive.fileTooLarge': {
    severity: 'error',
    what: {
      zh: '“{file}”超过 {gigabytes} GB，没有收存。',
      en: '“{file}” is larger than {gigabytes} GB and was not taken in.',
    },
    kept: nothingChanged,
    todo: {
      zh: '请确认它是年度报告，拆小后再导入。',
      en: 'Make sure it is an annual report, split it, then import it.',
    },
  },
  'archive.fileUnreadable': {
    severity: 'error',
    what: { zh: '“{file}”读到一半出错，没有收存。', en: 'Reading “{file}” failed half way; it was not taken in.' },
    kept: nothingChanged,
    todo: {
      zh: '请查看存放它的磁盘或 U 盘，换一份拷贝再导入。',
      en: 'Check the disk it is on, and import another copy.',
    },
  },
  'archive.changedWhileReading': {
    severity: 'error',
    what: {
      zh: '“{file}”正在被改写，读了两遍都不一样，没有收存。',
      en: '“{file}” is being written to; it changed during two attempts and was not taken in.',
    },
    kept: nothingChanged,
    todo: {
      zh: '请等另一个程序存完并关闭它，再导入。',
      en: 'Wait until the other program has saved and closed it, then import it.',
    },
  },
  'archive.cancelled': {
    severity: 'info',
    what: { zh: '已取消“{file}”。', en: '“{file}” was cancelled.' },
  },
  'archive.verifyCancelled': {
    severity: 'info',
    what: { zh: '验证已取消。', en: 'Verification was cancelled.' },
  },
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
  'archive.damagedRecord': {
    severity: 'error',
    what: {
      zh: '记录文件“{file}”已损坏，打不开这份报告。',
      en: 'The record file “{file}” is damaged; this report cannot be opened.',
    },
    kept: { zh: '原件和其他报告没有改动。', en: 'Its original and all other reports are as they were.' },
    todo: fromBackup,
  },
  'archive.recordUnknown': {
    severity: 'error',
    what: { zh: '归档库里没有编号 {id} 的报告。', en: 'The archive has no report {id}.' },
    kept: restUnharmed,
    todo: { zh: '请回到目录重新选一份。', en: 'Choose another one in the catalogue.' },
  },
  'archive.recordPresent': {
    severity: 'error',
    what: {
      zh: '“{name}”已在归档库里，没有另存。',
      en: '“{name}” is in the archive already and was not stored again.',
    },
    kept: { zh: '已有的一份没有改动。', en: 'The one that is there was not changed.' },
    todo: { zh: '请打开已有的一份。', en: 'Open the one that is there.' },
  },
  'archive.recordMovedOn': {
    severity: 'error',
    what: {
      zh: '“{name}”刚在别处改过，这一处没有存下来。',
      en: '“{name}” was changed elsewhere just now; this change was not stored.',
    },
    kept: { zh: '别处的改动和此前存下的都在册。', en: 'The other change and all earlier ones are stored.' },
    todo: { zh: '请看过最新的数字后再改一次。', en: 'Look at the latest numbers and make the change again.' },
  },
  'archive.tornLine': {
    severity: 'info',
    what: {
      zh: '上次意外中断，未写完的一步已从 {file} 移到 {torn}，此前存下的全部在册',
      en: 'The last session was cut off; an unfinished step was moved from {file} to {torn}, everything stored before is there',
    },
  },
  'archive.sourceMissing': {
    severity: 'error',
    what: { zh: '“{name}”的原件不见了。', en: 'The original of “{name}” is missing.' },
    kept: restUnharmed,
    todo: {
      zh: '请从备份取回 {source} 开头的原件，或重新导入同一份文件。',
      en: 'Bring the original that begins with {source} back from a backup, or import the same file again.',
    },
  },
  'archive.sourceAltered': {
    severity: 'error',
    what: { zh: '“{name}”的原件已不是收存时的样子。', en: 'The original of “{name}” is no longer what was kept.' },
    kept: restUnharmed,
    todo: {
      zh: '请从备份取回 {source} 开头的原件，再验证一次。',
      en: 'Bring the original that begins with {source} back from a backup, then verify again.',
    },
  },
  'archive.sourceUnreadable': {
    severity: 'error',
    what: { zh: '“{name}”的原件读不出来。', en: 'The original of “{name}” cannot be read.' },
    kept: restUnharmed,
    todo: {
      zh: '请查看磁盘，或从备份取回 {source} 开头的原件。',
      en: 'Check the disk, or bring the original that begins with {source} back from a backup.',
    },
  },
  'archive.sourceWithoutRecord': {
    severity: 'warning',
    what: {
      zh: '原件 {source} 已收存，还没有记录，多半是导入时中断，重新导入同一份文件即可补上',
      en: 'The original {source} is kept but has no record, probably an interrupted import; import the same file again',
    },
  },
  'archive.recordMissing': {
    severity: 'error',
    what: { zh: '“{name}”的记录不见了。', en: 'The record of “{name}” is missing.' },
    kept: restUnharmed,
    todo: { zh: '请从备份取回 {file}，再验证一次。', en: 'Bring {file} back from a backup, then verify again.' },
  },
  'archive.recordAltered': {
    severity: 'error',
    what: {
      zh: '“{name}”的机读结果已不是导入时写下的样子。',
      en: 'What was read from “{name}” is no longer what was written at import.',
    },
    kept: restUnharmed,
    todo: { zh: '请从备份取回 {file}，再验证一次。', en: 'Bring {file} back from a backup, then verify again.' },
  },
  'archive.recordNotInJournal': {
    severity: 'error',
    what: { zh: '“{name}”的导入没有记在沿革里。', en: 'The history does not know the import of “{name}”.' },
    kept: restUnharmed,
    todo: {
      zh: '请查看是谁放进了 {file}，或从备份取回 log 文件夹。',
      en: 'Find out who put {file} there, or bring the folder log back from a backup.',
    },
  },
  'archive.revisionNotInJournal': {
    severity: 'error',
    what: {
      zh: '“{name}”的第 {revision} 处改动没有记在沿革里。',
      en: 'The history does not know change {revision} of “{name}”.',
    },
    kept: restUnharmed,
    todo: {
      zh: '请对着原件核对这份报告，或从备份取回 {file}。',
      en: 'Check this report against its original, or bring {file} back from a backup.',
    },
  },
  'archive.revisionDiffers': {
    severity: 'error',
    what: {
      zh: '“{name}”的第 {revision} 处改动与沿革第 {entry} 条不符。',
      en: 'Change {revision} of “{name}” is not what history entry {entry} says.',
    },
    kept: restUnharmed,
    todo: {
      zh: '请对着原件核对这份报告，或从备份取回 {file}。',
      en: 'Check this report against its original, or bring {file} back from a backup.',
    },
  },
  'archive.alteredBefore': {
    severity: 'error',
    what: {
      zh: '“{name}”在沿革第 {entry} 条之前被别的程序改过。',
      en: 'Something else altered “{name}” before history entry {entry}.',
    },
    kept: restUnharmed,
    todo: {
      zh: '请对着原件核对这份报告，记录在 {file}。',
      en: 'Check this report against its original; its record is {file}.',
    },
  },
  'archive.headAltered': {
    severity: 'error',
    what: {
      zh: '“{folder}”里的 archive.json 已不是写下时的样子。',
      en: 'archive.json in “{folder}” is no longer what was written.',
    },
    kept: restUnharmed,
    todo: {
      zh: '请关闭开卷再打开，会用最近的留存取回这个文件。',
      en: 'Close Kaijuan and open it again; it brings this file back from its latest copy.',
    },
  },
  'archive.headRestored': {
    severity: 'warning',
    what: {
      zh: '“{folder}”里的 archive.json 已损坏，用 {day} 的留存取回，此后改过的设置请再查看一遍',
      en: 'archive.json in “{folder}” was damaged and brought back from the copy of {day}; look through settings changed since then',
    },
  },
  'archive.copyDamaged': {
    severity: 'warning',
    what: {
      zh: '留存文件 {file} 已损坏，归档库本身不受影响，下次留存时会另写一份',
      en: 'The kept copy {file} is damaged; the archive itself is not affected, and a new copy is written next time',
    },
  },
  'archive.generationCancelled': {
    severity: 'info',
    what: { zh: '留存已取消，下次接着做。', en: 'Keeping a copy was cancelled; it goes on next time.' },
  },
  'archive.notRecoverable': {
    severity: 'error',
    what: {
      zh: '“{name}”没有可用的留存，取不回来。',
      en: 'There is no usable kept copy of “{name}”; it could not be brought back.',
    },
    kept: restUnharmed,
    todo: {
      zh: '请从备份取回 {file}，或对着原件重新读取这份报告。',
      en: 'Bring {file} back from a backup, or read this report again from its original.',
    },
  },
  'archive.backupCancelled': {
    severity: 'info',
    what: { zh: '备份已取消，下次接着做。', en: 'The backup was cancelled; it goes on next time.' },
  },
  'archive.backupInside': {
    severity: 'error',
    what: {
      zh: '“{folder}”与归档库互相包含，没有备份。',
      en: '“{folder}” lies inside the archive or around it; nothing was backed up.',
    },
    kept: { zh: '归档库没有改动。', en: 'The archive was not changed.' },
    todo: {
      zh: '请另选一个文件夹，最好在另一块磁盘上。',
      en: 'Choose another folder, best on another disk.',
    },
  },
  'archive.backupNotEmpty': {
    severity: 'error',
    what: {
      zh: '“{folder}”里有别的文件，不是这个归档库的备份，没有写入。',
      en: '“{folder}” holds other files and no backup of this archive; nothing was written.',
    },
    kept: { zh: '那里的文件和归档库都没有改动。', en: 'Neither the files there nor the archive were changed.' },
    todo: { zh: '请选一个空文件夹。', en: 'Choose an empty folder.' },
  },
  'archive.conflictCopy': {
    severity: 'warning',
    what: {
      zh: '{file} 是同步程序留下的冲突副本，没有并入，归档库照原来的文件使用',
      en: '{file} is a conflicted copy left by a synchronising program; it was not merged, the archive uses the original file',
    },
    kept: allStored,
    todo: {
      zh: '请查看是谁在另一台电脑上改过，确认无用后把它移出归档库，并停止同步这个文件夹。',
      en: 'Find out who changed it on another computer, move the copy out of the archive and stop synchronising this folder.',
    },
  },
  'archive.journalEndDamaged': {
    severity: 'error',
    what: {
      zh: '沿革（{file}）的末尾不是上次关闭时的样子，凭据留在 {torn}。',
      en: 'The end of the history ({file}) is not what it was at the last closing; the proof is kept in {torn}.',
    },
    kept: { zh: '原件和记录没有改动。', en: 'Originals and records are as they were.' },
    todo: {
      zh: '请从备份取回 log 文件夹，查明后把 {torn} 移走，再验证一次。',
      en: 'Bring the folder log back from a backup, move {torn} away when it is explained, then verify again.',
    },
  },
  'archive.journalLine': {
    severity: 'error',
    what: {
      zh: '沿革文件 {file} 第 {line} 行已不是写下时的样子，或前面缺了行。',
      en: 'Line {line} of {file} is not what was written, or lines before it are missing.',
    },
    kept: restUnharmed,
    todo: { zh: '请从备份取回这个文件，再验证一次。', en: 'Bring this file back from a backup, then verify again.' },
  },
} as const satisfies MessageTable
