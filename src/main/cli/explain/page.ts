import { type ExtractStatus, extractStatus } from '../../../shared/extract/output.ts'
import { escaped } from '../../../shared/markup.ts'
import { type Language, messageText } from '../../../shared/messages/index.ts'
import { stepsOf, type Trace } from '../../../shared/trace/steps.ts'
import { type StoryGroup, wholeStory } from '../../../shared/trace/wholeStory.ts'
import { traceWords } from '../../../shared/words/trace/index.ts'
import { pagePicture, pictureKey } from './picture.ts'
import { style } from './style.ts'
import { cellsOf, formOf, gridsOf } from './tables.ts'
import type { Explained } from './text.ts'

/** The steps of one reading as one page that needs nothing else: no script, nothing fetched, every text of the source escaped. */

/** Longer lists are folded. */
const mostOpen = 16

const statusWords: Readonly<Record<Language, Readonly<Record<ExtractStatus, string>>>> = {
  zh: { ok: '读出', partial: '部分读出', failed: '失败' },
  en: { ok: 'read', partial: 'partly read', failed: 'failed' },
}

function listOf({ lines, tolerances }: StoryGroup): string {
  const items = lines.map(line => {
    const kind = line.doubtful ? 'doubt' : line.chosen ? 'chosen' : ''
    const place = line.place === '' ? '' : `<span class="place">${escaped(line.place)}</span>`
    return `<li${kind ? ` class="${kind}"` : ''}>${escaped(line.told)}${place}</li>`
  })
  return `<ul>${items.join('')}</ul>${tolerances === '' ? '' : `<p class="limits">${escaped(tolerances)}</p>`}`
}

function groupOf(group: StoryGroup, level: 'h2' | 'h3'): string {
  const title = `<${level}>${escaped(group.title)}</${level}>`
  const open = group.lines.length <= mostOpen ? ' open' : ''
  return `<details${open}><summary>${title}<span class="n">${group.lines.length}</span></summary>${listOf(group)}</details>`
}

function pictures(trace: Trace, language: Language): string {
  const words = traceWords[language]
  const pages = stepsOf(trace, 'page')
  if (pages.length === 0) return ''
  const anchors = stepsOf(trace, 'table').flatMap(step => step.cells.flatMap(cell => cell.anchor ?? []))
  const drawn = pages.map(page => {
    const figures = anchors.flatMap(({ page: at, box }) => (at === page.number && box ? [box] : []))
    return pagePicture(page, figures, language)
  })
  return `<section id="pages"><h2>${escaped(words.heads.pictures)}</h2>${pictureKey(language)}<div class="pages">${drawn.join('')}</div></section>`
}

function tableSection(trace: Trace, groups: readonly StoryGroup[], language: Language): string {
  const words = traceWords[language]
  const [first] = groups
  const step = stepsOf(trace, 'table').find(item => item.table === first?.table)
  if (!first?.table) return ''
  const title = `${words.table[first.table]}${step ? words.beside(words.edition(step.edition)) : ''}`
  const read = step
    ? `${formOf(trace, step, language)}<details><summary><h3>${escaped(words.heads.cells)}</h3><span class="n">${step.cells.length}</span></summary>${cellsOf(trace, step, language)}</details>`
    : ''
  return `<section id="${first.table}"><h2>${escaped(title)}</h2>${read}${groups.map(group => groupOf(group, 'h3')).join('')}</section>`
}

/** The whole page. */
export function explainPage(explained: Explained, language: Language): string {
  const { file, sha256, format, messages, trace } = explained
  const words = traceWords[language]
  const groups = wholeStory(trace, language)
  const tables = [...new Set(groups.flatMap(group => group.table ?? []))]
  const grids = gridsOf(trace, language)
  const said = messages.map(item => {
    return `<li${item.severity === 'error' ? ' class="fail"' : ''}>${escaped(messageText(item, language, 'inPlace'))}</li>`
  })
  const links = [
    ...(stepsOf(trace, 'page').length > 0 ? [['pages', words.heads.pictures]] : []),
    ...(grids === '' ? [] : [['grids', words.heads.grids]]),
    ...tables.map(table => [table, words.table[table]]),
  ]
  const status = statusWords[language][extractStatus(explained)]
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(words.title)} ${escaped(file)}</title><style>${style}</style></head><body><main>
<header><h1>${escaped(words.title)}</h1><p>${escaped(file)}</p>
<p class="sub">${escaped([format.toUpperCase(), status, ...(sha256 ? [`SHA-256 ${sha256}`] : [])].join(words.separator))}</p><p>${escaped(words.lead)}</p>
<nav>${links.map(([id, name]) => `<a href="#${id}">${escaped(name ?? '')}</a>`).join('')}</nav></header>
${said.length > 0 ? `<section><h2>${escaped(words.heads.messages)}</h2><ul>${said.join('')}</ul></section>` : ''}
${groups
  .filter(group => group.table === null)
  .map(group => `<section>${groupOf(group, 'h2')}</section>`)
  .join('\n')}
${pictures(trace, language)}
${tables
  .map(table =>
    tableSection(
      trace,
      groups.filter(group => group.table === table),
      language,
    ),
  )
  .join('\n')}
${grids === '' ? '' : `<section id="grids"><h2>${escaped(words.heads.grids)}</h2><div class="key">${gridKey(language)}</div>${grids}</section>`}
</main></body></html>
`
}

function gridKey(language: Language): string {
  const { legend } = traceWords[language]
  const items = [
    ['label', legend.label],
    ['figure', legend.figure],
    ['unsure', legend.doubtful],
  ]
  return `<table class="grid"><tbody><tr>${items.map(([kind, text]) => `<td class="${kind}">${escaped(text ?? '')}</td>`).join('')}</tr></tbody></table>`
}
