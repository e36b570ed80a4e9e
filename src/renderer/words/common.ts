import type { SourceFormat } from '../../shared/data/document.ts'
import { statusWords, tableWords } from '../../shared/words/record.ts'
import { count } from '../ui/format.ts'
import type { Proof } from '../ui/frame/proof.ts'

const two = (value: number) => String(value).padStart(2, '0')
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const plural = (n: number, one: string, many: string) => `${count(n)} ${n === 1 ? one : many}`

/** Words that more than one place uses. */
export const commonZh = {
  common: {
    name: '开卷',
    close: '关闭',
    tryAgain: '再试一次',
    retry: '重试',
    undo: '撤销',
    busy: '正在读取',
    allKeys: '全部按键',
    nothing: '—',
    readOnly: '此处只能看',
    shortDate: (at: Date) => `${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    and: '，',
    neverVerified: '归档库尚未核验',
    proof: (proof: Exclude<Proof, { kind: 'never' }>) => {
      const day = (at: Date) => `${two(at.getMonth() + 1)}-${two(at.getDate())}`
      switch (proof.kind) {
        case 'damaged':
          return `有 ${count(proof.count)} 处与收存时不符，见沿革`
        case 'damagedAt':
          return `${day(proof.at)} 核验有损，见沿革`
        case 'whole':
          return `归档库 ${day(proof.at)} 核验完整${proof.late ? '，已逾 90 日' : ''}`
        case 'between':
          return `归档库 ${day(proof.since)} 至 ${day(proof.at)} 逐件核过，全部完整${proof.late ? '，已逾 90 日' : ''}`
      }
    },
    quiet: (done: number, of: number) => `后台重核 ${count(done)} / ${count(of)}`,
    year: (year: number | null) => (year === null ? '年度不详' : String(year)),
    noYear: '不详',
    noYearShort: '不详',
    notes: (n: number) => (n === 1 ? '打开时的情况' : `打开时的情况 ${count(n)} 件`),
    notesShow: '看说明',
    notesTitle: '打开归档库时',
    indexing: '正在重建目录与全文',
    indexed: (done: number, of: number) => `${count(done)} / ${count(of)}，做完之前目录和检索还不全，核对和收件照常`,
    indexingEmpty: '报告都在，正在重新列出',
    clear: '清除',
    clearAll: '全部清除',
    up: '↑ ↓',
    space: '空格',
  },
  rail: {
    label: '去处',
    import: '收件',
    catalogue: '目录',
    review: '核对',
    search: '检索',
    history: '沿革',
    settings: '设置',
    importing: (n: number) => `${count(n)} 份在收`,
    open: (n: number) => `${count(n)} 份待核或核对中`,
  },
  status: statusWords.zh,
  format: {
    docx: 'DOCX',
    doc: 'DOC',
    pdf: 'PDF',
    html: '网页',
    text: 'TXT',
    rtf: 'RTF',
    odt: 'ODT',
    mhtml: 'MHTML',
    wordxml: 'XML',
    unknown: '—',
  } as Record<SourceFormat, string>,
  table: tableWords.zh,
  problem: {
    title: '这里没有读出来',
    what: '出了何事',
    kept: '哪些无恙',
    todo: '请这样做',
    detail: '详情，供报修时抄录',
    notSaved: '这一处更正没有存下来',
    later: '暂不存',
    saveAgain: '再存一次',
    stillHere: (pending: string) => `本处更正 ${pending} 仍在屏上，未丢。`,
  },
  review: {
    nothingOpen: '没有待核的报告',
    nothingOpenWhy: '归档库里的疑点都定了。',
    nothingYet: '还没有收入报告，收入后有疑点的会列在这里。',
    toCatalogue: '到目录',
    toImport: '到收件',
  },
}

export const commonEn: typeof commonZh = {
  common: {
    name: 'Kaijuan',
    close: 'Close',
    tryAgain: 'Try again',
    retry: 'Retry',
    undo: 'Undo',
    busy: 'Reading',
    allKeys: 'All keys',
    nothing: '—',
    readOnly: 'Read-only',
    shortDate: at => `${at.getDate()} ${months[at.getMonth()] ?? ''}`,
    and: ', ',
    neverVerified: 'Archive not verified yet',
    proof: proof => {
      const day = (at: Date) => `${at.getDate()} ${months[at.getMonth()] ?? ''}`
      switch (proof.kind) {
        case 'damaged':
          return `${count(proof.count)} not as archived, see History`
        case 'damagedAt':
          return `Damage found ${day(proof.at)}, see History`
        case 'whole':
          return `Archive whole ${day(proof.at)}${proof.late ? ', over 90 days ago' : ''}`
        case 'between':
          return `Archive found whole piece by piece, ${day(proof.since)} to ${day(proof.at)}${proof.late ? ', over 90 days ago' : ''}`
      }
    },
    quiet: (done, of) => `verifying quietly ${count(done)} of ${count(of)}`,
    year: year => (year === null ? 'year unknown' : String(year)),
    noYear: 'unknown',
    noYearShort: 'none',
    notes: n => (n === 1 ? 'At opening' : `At opening, ${count(n)} notes`),
    notesShow: 'Details',
    notesTitle: 'When the archive was opened',
    indexing: 'Rebuilding catalogue and full text',
    indexed: (done, of) =>
      `${count(done)} of ${count(of)}; until then lists and searches are incomplete, review and import go on`,
    indexingEmpty: 'All reports are there and are being listed again',
    clear: 'Clear',
    clearAll: 'Clear all',
    up: '↑ ↓',
    space: 'Space',
  },
  rail: {
    label: 'Places',
    import: 'Import',
    catalogue: 'Reports',
    review: 'Review',
    search: 'Search',
    history: 'History',
    settings: 'Settings',
    importing: n => `${plural(n, 'file', 'files')} under way`,
    open: n => `${plural(n, 'report', 'reports')} to review`,
  },
  status: statusWords.en,
  format: {
    docx: 'DOCX',
    doc: 'DOC',
    pdf: 'PDF',
    html: 'Web page',
    text: 'TXT',
    rtf: 'RTF',
    odt: 'ODT',
    mhtml: 'MHTML',
    wordxml: 'XML',
    unknown: '—',
  },
  table: tableWords.en,
  problem: {
    title: 'This could not be shown',
    what: 'What happened',
    kept: 'What is safe',
    todo: 'What to do',
    detail: 'Details, for a repair',
    notSaved: 'This change was not saved',
    later: 'Not now',
    saveAgain: 'Save again',
    stillHere: pending => ` The change ${pending} is still on the screen.`,
  },
  review: {
    nothingOpen: 'No report is waiting for review',
    nothingOpenWhy: 'Every finding in the archive is settled.',
    nothingYet: 'No report was imported yet. Those with findings will be waiting here.',
    toCatalogue: 'To the reports',
    toImport: 'To import',
  },
}
