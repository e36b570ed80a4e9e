import type { MessageTable } from './model.ts'

const nothingImported = {
  zh: '包没有改动，里面的报告一份也没有导入。',
  en: 'The bag is unchanged and nothing in it was imported.',
}
const askAgain = {
  zh: '请向交出方重新索取这个包，再导入一次。',
  en: 'Ask whoever handed it over for the bag again, then import it.',
}
const nothingExported = {
  zh: '没有留下半个包，归档库没有变动。',
  en: 'No half bag was left behind; the archive is unchanged.',
}

/** Bags, handed over and taken in. */
export const exchangeMessages = {
  'bag.noDeclaration': {
    severity: 'error',
    what: {
      zh: '“{bag}”里没有 bagit.txt，不是 BagIt 包。',
      en: '“{bag}” holds no bagit.txt and is no BagIt bag.',
    },
    kept: nothingImported,
    todo: askAgain,
  },
  'bag.badDeclaration': {
    severity: 'error',
    what: {
      zh: '包“{bag}”的 bagit.txt 不合规范，读不出版本与编码。',
      en: 'The bagit.txt of the bag “{bag}” does not say version and encoding as it must.',
    },
    kept: nothingImported,
    todo: askAgain,
  },
  'bag.fetch': {
    severity: 'error',
    what: {
      zh: '包“{bag}”有 fetch.txt，要从网上另取文件，开卷不联网，没有读取。',
      en: 'The bag “{bag}” has a fetch.txt: parts of it are to be fetched from the network, which Kaijuan never does.',
    },
    kept: nothingImported,
    todo: { zh: '请向交出方索取不缺文件的包。', en: 'Ask whoever handed it over for a bag with all its files.' },
  },
  'bag.special': {
    severity: 'error',
    what: {
      zh: '包“{bag}”里的“{file}”是链接或特殊文件，不是普通文件。',
      en: '“{file}” in the bag “{bag}” is a link or a special file.',
    },
    kept: nothingImported,
    todo: askAgain,
  },
  'bag.tooMany': {
    severity: 'error',
    what: {
      zh: '包“{bag}”里的文件超过 {count} 个或嵌套过深，没有读取。',
      en: 'The bag “{bag}” holds more than {count} files or is nested too deeply.',
    },
    kept: nothingImported,
    todo: { zh: '请交出方分几个包移交。', en: 'Ask for several smaller bags.' },
  },
  'bag.unsafePath': {
    severity: 'error',
    what: {
      zh: '包“{bag}”的 {manifest} 里有指向包外的路径“{file}”。',
      en: 'The {manifest} of the bag “{bag}” names a path outside the bag: “{file}”.',
    },
    kept: nothingImported,
    todo: askAgain,
  },
  'bag.badLine': {
    severity: 'error',
    what: {
      zh: '包“{bag}”的 {manifest} 有一行读不通：“{file}”。',
      en: 'A line of the {manifest} of the bag “{bag}” makes no sense: “{file}”.',
    },
    kept: nothingImported,
    todo: askAgain,
  },
  'bag.badInfo': {
    severity: 'error',
    what: { zh: '包“{bag}”的 bag-info.txt 不合规范。', en: 'The bag-info.txt of the bag “{bag}” is malformed.' },
    kept: nothingImported,
    todo: askAgain,
  },
  'bag.listedTwice': {
    severity: 'error',
    what: {
      zh: '包“{bag}”的 {manifest} 把“{file}”列了两次。',
      en: 'The {manifest} of the bag “{bag}” lists “{file}” twice.',
    },
    kept: nothingImported,
    todo: askAgain,
  },
  'bag.unlisted': {
    severity: 'error',
    what: {
      zh: '包“{bag}”的 {manifest} 没有列出“{file}”。',
      en: 'The {manifest} of the bag “{bag}” does not list “{file}”.',
    },
    kept: nothingImported,
    todo: askAgain,
  },
  'bag.noManifest': {
    severity: 'error',
    what: {
      zh: '包“{bag}”没有可用的摘要清单（manifest-sha512、sha256、sha1 或 md5）。',
      en: 'The bag “{bag}” has no manifest of a known algorithm (sha512, sha256, sha1 or md5).',
    },
    kept: nothingImported,
    todo: askAgain,
  },
  'bag.missing': {
    severity: 'error',
    what: { zh: '包“{bag}”缺文件“{file}”。', en: 'The bag “{bag}” lacks the file “{file}”.' },
    kept: nothingImported,
    todo: askAgain,
  },
  'bag.extra': {
    severity: 'error',
    what: {
      zh: '包“{bag}”里的“{file}”不在清单上，来历不明。',
      en: '“{file}” in the bag “{bag}” is in no manifest.',
    },
    kept: nothingImported,
    todo: askAgain,
  },
  'bag.altered': {
    severity: 'error',
    what: {
      zh: '包“{bag}”里的“{file}”与清单上的摘要不符，打包以后变过。',
      en: '“{file}” in the bag “{bag}” does not match its digest: it was changed after the bag was made.',
    },
    kept: nothingImported,
    todo: askAgain,
  },
  'bag.oxum': {
    severity: 'error',
    what: {
      zh: '包“{bag}”写明的字节数与件数（{told}）和实有的（{found}）不符。',
      en: 'Bytes and files of the bag “{bag}” ({found}) are not those it states ({told}).',
    },
    kept: nothingImported,
    todo: askAgain,
  },
  'bag.unreadable': {
    severity: 'error',
    what: { zh: '包“{bag}”里的“{file}”读不出来。', en: '“{file}” in the bag “{bag}” cannot be read.' },
    kept: nothingImported,
    todo: {
      zh: '请查看存放它的磁盘或权限，仍读不出就重新索取这个包。',
      en: 'Check the disk or the permissions; if it still cannot be read, ask for the bag again.',
    },
  },
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
  'bag.newer': {
    severity: 'error',
    what: {
      zh: '包“{bag}”是更新版本的开卷打的（第 {schema} 版），本版读不了。',
      en: 'The bag “{bag}” was made by a newer Kaijuan (schema {schema}).',
    },
    kept: nothingImported,
    todo: { zh: '请升级开卷后再导入。', en: 'Update Kaijuan, then import it.' },
  },
  'bag.nothingInside': {
    severity: 'error',
    what: { zh: '包“{bag}”完好，但里面没有报告。', en: 'The bag “{bag}” is whole, but there is no report in it.' },
    kept: nothingImported,
    todo: { zh: '请核对是不是拿错了包。', en: 'Check that it is the right bag.' },
  },
  'bag.recordNotProved': {
    severity: 'error',
    what: {
      zh: '包“{bag}”里“{file}”的封记、变更或日志前后对不上，这一份没有取回。',
      en: 'Seal, revisions or journal of “{file}” in the bag “{bag}” do not agree; this report was not restored.',
    },
    kept: {
      zh: '包没有改动，归档库里的报告也没有改动。',
      en: 'Neither the bag nor any report of the archive was changed.',
    },
    todo: askAgain,
  },
  'bag.recordOlder': {
    severity: 'info',
    what: {
      zh: '归档库里的“{name}”更新：库中变更 {here} 条，包“{bag}”里只有前 {there} 条，库中的不动。',
      en: 'The archive’s “{name}” is newer: {here} revisions, of which the bag “{bag}” has the first {there}. It stays.',
    },
  },
  'bag.recordNewer': {
    severity: 'error',
    what: {
      zh: '包“{bag}”里的“{name}”比归档库里的多出后来的变更（包中 {there} 条，库中 {here} 条），没有并入。',
      en: '“{name}” in the bag “{bag}” has later revisions than the archive’s own ({there} against {here}); they were not merged.',
    },
    kept: { zh: '归档库里的这一份照旧，包没有改动。', en: 'The archive’s own report and the bag are as they were.' },
    todo: {
      zh: '请把这个包导入一个新建的归档库，与这一份对照后，在本库里逐条更正。',
      en: 'Import the bag into a new archive, compare, and make the corrections here.',
    },
  },
  'bag.recordDiffers': {
    severity: 'error',
    what: {
      zh: '“{name}”在归档库和包“{bag}”里原件相同而沿革不同（库中变更 {here} 条，包中 {there} 条），没有并入。',
      en: '“{name}” has the same original here and in the bag “{bag}” but another history ({here} revisions here, {there} there); they were not merged.',
    },
    kept: { zh: '归档库里的这一份照旧，包没有改动。', en: 'The archive’s own report and the bag are as they were.' },
    todo: {
      zh: '请把这个包导入一个新建的归档库，与这一份对照后，在本库里逐条更正。',
      en: 'Import the bag into a new archive, compare, and make the corrections here.',
    },
  },
  'bag.recordRestored': {
    severity: 'info',
    what: {
      zh: '由包“{bag}”取回，连同变更 {revisions} 条。',
      en: 'Restored from the bag “{bag}” with {revisions} revisions.',
    },
  },
  'inspect.nothing': {
    severity: 'error',
    what: { zh: '没有可检测的报告。', en: 'There is no report to inspect.' },
    kept: { zh: '归档库没有变动。', en: 'The archive is unchanged.' },
    todo: { zh: '请放宽条件，或先导入报告。', en: 'Widen the conditions, or import reports first.' },
  },
  'inspect.tooMany': {
    severity: 'error',
    what: {
      zh: '共 {count} 份，超过窗口一次检测的 {limit} 份，没有检测。',
      en: 'There are {count} reports, more than the {limit} that the window inspects at once.',
    },
    kept: { zh: '归档库没有变动。', en: 'The archive is unchanged.' },
    todo: {
      zh: '请按年度分批检测，或用命令行 inspect，它不限份数。',
      en: 'Inspect year by year, or use inspect on the command line, which has no limit.',
    },
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
