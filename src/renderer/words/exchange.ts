import { bytes, count } from '../ui/format.ts'

export const exchangeZh = {
  exportTitle: '导出',
  inspectTitle: '四性检测',
  which: '哪些报告',
  one: (name: string) => `当前这一份：${name}`,
  arrived: (n: number) => `收件单上的 ${count(n)} 份`,
  listed: (n: number) => `目录所列 ${count(n)} 份`,
  all: (n: number) => `全库 ${count(n)} 份`,
  form: '成什么',
  formats: { bag: 'BagIt 包', csv: '数据表 CSV' },
  formatWhy: {
    bag: '一个文件夹：原件、记录、元数据与过程，附摘要清单，可再导入，任何 BagIt 工具都能查验。',
    csv: '一个文件：三张表的全部格子，一格一行，只含数据，不能再导入。',
  },
  where: '放在哪里',
  noPlace: '还没有选',
  choose: '选位置…',
  chooseAgain: '另选位置…',
  run: (n: number) => `导出 ${count(n)} 份`,
  step: {
    write: (done: number, of: number) => `正在写入，${count(done)} / ${count(of)} 份`,
    check: (done: number, of: number) => `正在读回核对，${count(done)} / ${count(of)} 个文件`,
  },
  counting: '正在准备',
  close: '关闭',
  done: {
    bag: (n: number, files: number, size: number) =>
      `已打包 ${count(n)} 份，文件 ${count(files)} 个，${bytes(size)}，写完已逐件核对`,
    csv: (n: number, _files: number, size: number) => `已写出 ${count(n)} 份的全部格子，${bytes(size)}`,
  },
  left: (n: number) => `${count(n)} 份有损，没有放进去`,
  show: '在文件夹中显示',
  inspectWhy: '现在重新打开每份原件，逐项查真实性、完整性、可用性、安全性，照实列出，不改任何东西。依 DA/T 70—2018。',
  inspect: (n: number) => `检测 ${count(n)} 份`,
  inspecting: (done: number, of: number) => `正在检测，${count(done)} / ${count(of)} 份`,
  inspected: (n: number, failed: number) =>
    failed === 0
      ? `检测了 ${count(n)} 份，没有不通过的项目`
      : `检测了 ${count(n)} 份，其中 ${count(failed)} 份有不通过的项目`,
  table: '各性质的结果',
  nature: '性质',
  item: '项目',
  result: '结果',
  found: '所见',
  provedAt: '证于',
  details: (name: string, failed: number, n: number) =>
    failed === 0 ? `${name}，${count(n)} 项` : `${name}，不通过 ${count(failed)} 项`,
  save: '存成可打印的一页…',
  saved: (path: string, n: number) =>
    n === 1 ? `已存为 ${path}，旁边另有同名 JSON` : `${count(n)} 份报告已存在一处，第一份是 ${path}，各有同名 JSON`,
  before: '上一份报告',
  after: '下一份报告',
  which1: (at: number, of: number) => `第 ${count(at)} / ${count(of)} 份报告，每份至多 1,000 份记录`,
  opening: '正在打开检测报告',
  stopped: (done: number, of: number) =>
    `中途停下：${count(of)} 份里检测了 ${count(done)} 份，查过的都在报告里，其余可再检测。`,
  verified: (at: string, whole: boolean) => `全库核验：${at}，${whole ? '全部相符' : '有不符'}`,
  inspectedAt: (at: string, who: string, byItself: boolean) =>
    `${at} 检测，${byItself ? '收件后自动进行，' : ''}${who}`,
  neverVerified: '全库核验：还没有做过',
  openExport: '导出…',
  openInspect: '四性检测…',
}

const several = (n: number, thing: string) => `${count(n)} ${thing}${n === 1 ? '' : 's'}`

export const exchangeEn: typeof exchangeZh = {
  exportTitle: 'Export',
  inspectTitle: 'Inspection',
  which: 'Which reports',
  one: name => `This one: ${name}`,
  arrived: n => `The ${count(n)} on the import list`,
  listed: n => `The ${count(n)} listed in the catalogue`,
  all: n => `The whole archive, ${count(n)}`,
  form: 'As what',
  formats: { bag: 'BagIt bag', csv: 'CSV table' },
  formatWhy: {
    bag: 'A folder with originals, records, metadata and history, and manifests: it can be imported again, and any BagIt tool can check it.',
    csv: 'One file with every cell of the three tables, one a line: data alone, it cannot be imported again.',
  },
  where: 'Where',
  noPlace: 'not chosen yet',
  choose: 'Choose…',
  chooseAgain: 'Choose another…',
  run: n => `Export ${count(n)}`,
  step: {
    write: (done, of) => `Writing, ${count(done)} of ${count(of)} reports`,
    check: (done, of) => `Reading back, ${count(done)} of ${count(of)} files`,
  },
  counting: 'Getting ready',
  close: 'Close',
  done: {
    bag: (n, files, size) =>
      `${several(n, 'report')}, ${several(files, 'file')}, ${bytes(size)}; verified after writing`,
    csv: (n, _files, size) => `Every cell of ${several(n, 'report')}, ${bytes(size)}`,
  },
  left: n => `${count(n)} damaged, left out`,
  show: 'Show in folder',
  inspectWhy:
    'Every original is opened anew and looked at item by item: authenticity, integrity, usability, safety. Nothing is changed. After DA/T 70—2018.',
  inspect: n => `Inspect ${count(n)}`,
  inspecting: (done, of) => `Inspecting, ${count(done)} of ${count(of)}`,
  inspected: (n, failed) =>
    failed === 0 ? `${count(n)} inspected, nothing failed` : `${count(n)} inspected, ${count(failed)} with failures`,
  table: 'Results by property',
  nature: 'Property',
  item: 'Item',
  result: 'Result',
  found: 'What was found',
  provedAt: 'Proved at',
  details: (name, failed, n) => (failed === 0 ? `${name}, ${count(n)} items` : `${name}, ${count(failed)} failed`),
  save: 'Save as a printable page…',
  saved: (path, n) =>
    n === 1
      ? `Saved as ${path}, with a JSON file beside it`
      : `${count(n)} reports saved together, the first as ${path}, each with a JSON file beside it`,
  before: 'Previous report',
  after: 'Next report',
  which1: (at, of) => `Report ${count(at)} of ${count(of)}, at most 1,000 records each`,
  opening: 'Opening the report',
  stopped: (done, of) =>
    `Stopped: ${count(done)} of ${count(of)} were inspected and are in the report; the others can be inspected again.`,
  inspectedAt: (at, who, byItself) => `Inspected ${at}${byItself ? ' by itself after an import' : ''}, ${who}`,
  verified: (at, whole) => `Whole archive verified: ${at}, ${whole ? 'all whole' : 'damage found'}`,
  neverVerified: 'Whole archive verified: never',
  openExport: 'Export…',
  openInspect: 'Inspect…',
}
