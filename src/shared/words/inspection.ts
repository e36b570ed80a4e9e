import type { InspectionKey, InspectionResult, Nature } from '../data/inspection.ts'

type Sentence = { readonly zh: string; readonly en: string }
const say = (zh: string, en: string): Sentence => ({ zh, en })

export const natureWords: Readonly<Record<Nature, Sentence>> = {
  authenticity: say('真实性', 'Authenticity'),
  integrity: say('完整性', 'Integrity'),
  usability: say('可用性', 'Usability'),
  safety: say('安全性', 'Safety'),
}

export const resultWords: Readonly<Record<InspectionResult, Sentence>> = {
  pass: say('通过', 'pass'),
  fail: say('不通过', 'fail'),
  notApplicable: say('不适用', 'not applicable'),
  notChecked: say('未检', 'not checked'),
}

/**
 * What each item checks, how, and on what it rests. The items follow the objects of DA/T 70—2018: metadata, content, the link between
 * them, and the package.
 */
export const itemWords: Readonly<
  Record<InspectionKey, { readonly name: Sentence; readonly method: Sentence; readonly basis: Sentence }>
> = {
  sourceDigest: {
    name: say('原件固化信息有效', 'Digest of the original holds'),
    method: say('逐字节重算 SHA-256，与收存时的比对', 'SHA-256 computed anew over every byte and compared'),
    basis: say('DA/T 70 内容真实性', 'DA/T 70, authenticity of content'),
  },
  sourceFacts: {
    name: say('电子属性与元数据一致', 'File and metadata agree'),
    method: say('实测格式与元数据所记的比对', 'format told from the bytes, compared with the metadata'),
    basis: say('DA/T 70 内容数据的电子属性一致性', 'DA/T 70, electronic properties of content'),
  },
  formatAndName: {
    name: say('格式与文件名相符', 'Format fits the file name'),
    method: say('按字节辨型，与扩展名比对', 'format told from the bytes, compared with the ending'),
    basis: say('DA/T 70 内容数据的电子属性一致性', 'DA/T 70, electronic properties of content'),
  },
  revisionChain: {
    name: say('变更链完整', 'Chain of revisions is whole'),
    method: say('逐条重算变更摘要，核对前后相接', 'hash of each revision computed anew, links followed'),
    basis: say('DA/T 70 元数据真实性', 'DA/T 70, authenticity of metadata'),
  },
  journalProof: {
    name: say('记录与日志相互印证', 'Record and journal bear each other out'),
    method: say('记录的封记、变更摘要与日志逐条比对', 'seal and hashes of the record compared with the journal'),
    basis: say('DA/T 70 元数据与内容关联真实性', 'DA/T 70, link of metadata and content'),
  },
  metadataValues: {
    name: say('元数据取值合理', 'Metadata values are sound'),
    method: say(
      '核对年度范围、日期格式、日期不早于年度',
      'range of the year, form of the date, date not before the year',
    ),
    basis: say('DA/T 70 元数据准确性；DA/T 46', 'DA/T 70, accuracy of metadata; DA/T 46'),
  },
  byteCount: {
    name: say('字节数相符', 'Number of bytes agrees'),
    method: say('原件实有字节数与收存时的比对', 'bytes of the original counted and compared'),
    basis: say('DA/T 70 数据总量', 'DA/T 70, amount of data'),
  },
  requiredMetadata: {
    name: say('必填元数据齐全', 'Required metadata are there'),
    method: say('逐项看题名、责任者、年度、日期', 'title, body, year and date looked at one by one'),
    basis: say('DA/T 70 元数据完整性；DA/T 46', 'DA/T 70, completeness of metadata; DA/T 46'),
  },
  provenance: {
    name: say('来源信息齐全', 'Provenance is complete'),
    method: say('逐项看原名、收存时间、收存人、读取程序', 'name, time, person and reader looked at'),
    basis: say('DA/T 70 元数据完整性；DA/T 46', 'DA/T 70, completeness of metadata; DA/T 46'),
  },
  process: {
    name: say('过程信息齐全', 'Process is documented'),
    method: say('核对收存与每条变更都在日志上', 'import and each revision looked for in the journal'),
    basis: say('DA/T 70 过程信息完整性', 'DA/T 70, completeness of process information'),
  },
  content: {
    name: say('内容数据齐全', 'Content is complete'),
    method: say('按官方格式看六个部分和三张表是否都在', 'the six sections and three tables of the form looked for'),
    basis: say('DA/T 70 内容完整性；国办公开办函〔2021〕30号', 'DA/T 70, completeness of content; the official form'),
  },
  readable: {
    name: say('原件可读', 'The original can be read'),
    method: say('此刻重新打开原件并读取全文', 'the original opened and read whole, now'),
    basis: say('DA/T 70 内容可用性', 'DA/T 70, usability of content'),
  },
  format: {
    name: say('格式可识别', 'The format is known'),
    method: say('按字节辨型', 'format told from the bytes'),
    basis: say('DA/T 70 内容数据格式', 'DA/T 70, format of content'),
  },
  encryption: {
    name: say('未加密', 'Not encrypted'),
    method: say('打开时看是否需要密码', 'whether opening needs a password'),
    basis: say('DA/T 70 信息包可用性', 'DA/T 70, usability of the package'),
  },
  encoding: {
    name: say('文字无乱码', 'No characters lost'),
    method: say('在读出的全文里找无法解码的字符（U+FFFD）', 'characters that could not be decoded (U+FFFD) counted'),
    basis: say('DA/T 70 内容可用性', 'DA/T 70, usability of content'),
  },
  recordReadable: {
    name: say('元数据可访问', 'Metadata can be read'),
    method: say('打开记录文件，核对封记与结构', 'record opened, its seal and shape checked'),
    basis: say('DA/T 70 元数据可用性', 'DA/T 70, usability of metadata'),
  },
  macros: {
    name: say('不含宏', 'No macros'),
    method: say('在文件内部找 VBA 工程、Basic 库', 'VBA projects and Basic libraries looked for'),
    basis: say('DA/T 70 安全性（恶意代码）', 'DA/T 70, safety (malicious code)'),
  },
  scripts: {
    name: say('不含脚本', 'No scripts'),
    method: say(
      '找脚本元素、事件属性、PDF 的 JavaScript 与启动动作',
      'script elements, event attributes, PDF actions looked for',
    ),
    basis: say('DA/T 70 安全性（恶意代码）', 'DA/T 70, safety (malicious code)'),
  },
  embedded: {
    name: say('不含嵌入对象', 'No embedded objects'),
    method: say('找嵌入的文件、OLE 对象与控件', 'embedded files, OLE objects and controls looked for'),
    basis: say('DA/T 70 安全性（恶意代码）', 'DA/T 70, safety (malicious code)'),
  },
  external: {
    name: say('不引用外部资源', 'Nothing fetched from elsewhere'),
    method: say(
      '找打开时会另取的模板、图片、数据（普通超链接不算）',
      'templates, pictures and data that opening would fetch (plain links apart)',
    ),
    basis: say('DA/T 70 内容完整性、安全性', 'DA/T 70, completeness and safety'),
  },
  readOnly: {
    name: say('原件只读存放', 'The original is kept read-only'),
    method: say('看归档库中文件的写权限', 'write permissions of the file in the archive looked at'),
    basis: say('DA/T 70 过程安全性', 'DA/T 70, safety of the process'),
  },
  personalData: {
    name: say('正文不含个人信息', 'No personal data in the prose'),
    method: say(
      '在正文里找身份证号（校验位）、手机号、银行卡号（Luhn 校验）',
      'identity numbers (check digit), mobile numbers and bank cards (Luhn) looked for in the prose',
    ),
    basis: say('《政府信息公开条例》第十五条；个人信息保护法', 'article 15 of the Regulations; law on personal data'),
  },
  virus: {
    name: say('病毒', 'Viruses'),
    method: say('本程序不查杀病毒', 'this application does not scan for viruses'),
    basis: say('DA/T 70 安全性（病毒感染）', 'DA/T 70, safety (viruses)'),
  },
}
