import type { MessageTable } from '../model.ts'

const nothingImported = {
  zh: '包没有改动，里面的报告一份也没有导入。',
  en: 'The bag is unchanged and nothing in it was imported.',
} as const
export const askAgain = {
  zh: '请向交出方重新索取这个包，再导入一次。',
  en: 'Ask whoever handed it over for the bag again, then import it.',
} as const

/** A bag as such: its tag files, manifests and bytes. */
export const bagFilesMessages = {
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
} as const satisfies MessageTable
