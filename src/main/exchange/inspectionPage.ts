import {
  countResults,
  type Inspection,
  type InspectionReport,
  type InspectionResult,
  inspectionResults,
  natures,
} from '../../shared/data/inspection.ts'
import { nameAndYear } from '../../shared/facts/recordName.ts'
import { escaped } from '../../shared/markup.ts'
import { type Language, messageText } from '../../shared/messages/index.ts'
import { itemWords, natureWords, resultWords } from '../../shared/words/inspection.ts'

/**
 * The report as one page that needs nothing else: opened in any browser, printed on A4. Colours are those of the application's light
 * theme; a result is told by its word, never by colour alone.
 */

const style = `
@page { size: A4; margin: 18mm 15mm }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 182mm; padding: 8mm 0; color: #22261f; background: #fff;
  font: 10pt/1.55 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; font-variant-numeric: tabular-nums }
h1, h2 { font-family: "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; font-weight: 700 }
h1 { font-size: 18pt; text-align: center; margin: 0 0 4mm }
h2 { font-size: 12.5pt; margin: 8mm 0 1mm; break-after: avoid }
p { margin: 0 0 2mm } .sub { color: #60645a; font-size: 9pt; overflow-wrap: anywhere }
table { width: calc(100% - 1px); border-collapse: collapse; margin: 2mm 0 0; table-layout: fixed }
th, td { border: 0.4pt solid #857e6f; padding: 1.2mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { font-weight: 700; background: #f4f1e8 } tr { break-inside: avoid } thead { display: table-header-group }
.items th:nth-child(1) { width: 12% } .items th:nth-child(2) { width: 22% } .items th:nth-child(4) { width: 11% }
.items th:nth-child(5) { width: 29% }
.counts :is(th, td):not(:first-child) { text-align: right } .counts tr:last-child td { font-weight: 700 }
.pass { color: #2c6b43 } .fail { color: #b0341c; font-weight: 700 } .notApplicable { color: #60645a } .notChecked { color: #855400 }
.sign { display: flex; gap: 20mm; margin-top: 12mm } .sign span { flex: 1; border-bottom: 0.4pt solid #22261f; padding-bottom: 1mm }
@media print { body { padding: 0; max-width: none } }
`

const words = {
  zh: {
    title: '电子档案四性检测报告',
    about: (at: string, who: string) => `检测时间 ${at}，检测人 ${who}`,
    standard:
      '检测项目依 DA/T 70—2018《文书类电子档案检测一般要求》的检测对象设置，逐项列出方法、结果与依据。未检的项目如实列为未检。',
    verified: (at: string, whole: boolean) => `归档库最近一次全库核验：${at}，${whole ? '全部相符' : '发现不符'}`,
    never: '归档库还没有做过全库核验。',
    heads: ['性质', '检测项目', '检测方法', '结果', '所见', '依据'],
    record: '报告',
    sum: '合计',
    proved: (at: string) => `证于 ${at}`,
    sign: ['检测人', '审核人', '日期'],
    problems: '打不开的记录',
  },
  en: {
    title: 'Inspection of digital records: four properties',
    about: (at: string, who: string) => `Inspected at ${at} by ${who}`,
    standard:
      'The items follow the objects of DA/T 70—2018; method, result and basis of each are given. What was not checked is called so.',
    verified: (at: string, whole: boolean) =>
      `Last verification of the whole archive: ${at}, ${whole ? 'all whole' : 'damage found'}`,
    never: 'The archive was never verified as a whole.',
    heads: ['Property', 'Item', 'Method', 'Result', 'What was found', 'Basis'],
    record: 'Report',
    sum: 'Total',
    proved: (at: string) => `proved at ${at}`,
    sign: ['Inspected by', 'Approved by', 'Date'],
    problems: 'Records that could not be opened',
  },
} as const

/** To the minute, with the zone: a printed page is read in another one. */
const utc = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`
const cell = (text: string, kind = ''): string => `<td${kind ? ` class="${kind}"` : ''}>${escaped(text)}</td>`
const row = (cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`
const head = (names: readonly string[]): string =>
  `<thead>${row(names.map(name => `<th>${escaped(name)}</th>`))}</thead>`

function recordSection(inspection: Inspection, language: Language): string {
  const say = words[language]
  const rows = inspection.items.map(item => {
    const about = itemWords[item.key]
    return row([
      cell(natureWords[item.nature][language]),
      `<td>${escaped(about.name[language])}<div class="sub">${escaped(about.basis[language])}</div></td>`,
      cell(about.method[language], 'sub'),
      cell(resultWords[item.result][language], item.result),
      `<td>${escaped(item.detail[language])}${item.at ? `<div class="sub">${escaped(say.proved(utc(item.at)))}</div>` : ''}</td>`,
    ])
  })
  return `<section><h2>${escaped(nameAndYear(inspection.name, inspection.year))}</h2><p class="sub">${escaped(inspection.title ?? '')} ${escaped(inspection.fileName)}<br>SHA-256 ${inspection.sha256}</p>
<table class="items">${head(say.heads.slice(0, 5))}<tbody>${rows.join('')}</tbody></table></section>`
}

function overview(report: InspectionReport, language: Language): string {
  const say = words[language]
  const counted = (items: Inspection['items']) => {
    const counts = countResults(items)
    return inspectionResults.map((result: InspectionResult) =>
      cell(String(counts[result]), counts[result] > 0 ? result : ''),
    )
  }
  const all = report.inspections.flatMap(one => one.items)
  const byNature = natures.map(nature =>
    row([cell(natureWords[nature][language]), ...counted(all.filter(item => item.nature === nature))]),
  )
  const names = [say.heads[0] ?? '', ...inspectionResults.map(result => resultWords[result][language])]
  return `<table class="counts">${head(names)}<tbody>${byNature.join('')}${row([cell(say.sum), ...counted(all)])}</tbody></table>`
}

/** The whole page, self-contained: no script, nothing fetched. */
export function inspectionPage(report: InspectionReport, language: Language): string {
  const say = words[language]
  const { verified, problems } = report
  const failed =
    problems.length > 0
      ? `<h2>${say.problems}</h2>${problems.map(problem => `<p class="fail">${escaped(messageText(problem, language))}</p>`).join('')}`
      : ''
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${say.title}</title><style>${style}</style></head><body>
<h1>${say.title}</h1>
<p>${escaped(say.about(utc(report.at), report.who))}<br>${escaped(report.software)}，${escaped(report.archive)}</p>
<p class="sub">${say.standard}</p>
<p>${escaped(verified ? say.verified(utc(verified.at), verified.whole) : say.never)}</p>
${overview(report, language)}
${failed}
${report.inspections.map(one => recordSection(one, language)).join('\n')}
<div class="sign">${say.sign.map(name => `<span>${name}</span>`).join('')}</div>
</body></html>
`
}
