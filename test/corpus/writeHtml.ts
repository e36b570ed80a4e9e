import { encode } from '../fixtures/encode.ts'
import type { LaidTable } from '../recognition/layout.ts'
import { cellsInRow, filled } from './lay.ts'
import { type Draft, type DraftBlock, type RunKind, textRuns } from './model.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')

const marked: Readonly<Record<RunKind, (html: string) => string>> = {
  raised: html => `<sup>${html}</sup>`,
  removed: () => '',
  added: html => html,
  hidden: html => `<span style="display:none">${html}</span>`,
  struck: html => `<s>${html}</s>`,
  computed: html => html,
}
const inline = (text: string): string =>
  textRuns(text)
    .map(run => (run.kind ? marked[run.kind](escaped(run.text)) : escaped(run.text)))
    .join('')

export function tableHtml(table: LaidTable): string {
  const whole = filled(table)
  const rows = Array.from({ length: whole.rows }, (_, row) => {
    const cells = cellsInRow(whole, row).map(cell => {
      const across = cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''
      const down = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''
      return `<td${across}${down}>${inline(cell.text)}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table border="1">${rows.join('\n')}</table>`
}

function blockHtml(block: DraftBlock): string {
  switch (block.kind) {
    case 'title':
      return `<h1 align="center">${inline(block.text)}</h1>`
    case 'heading':
      return `<h2>${inline(block.text)}</h2>`
    case 'paragraph':
      return `<p>${inline(block.text)}</p>`
    case 'signature':
      return `<p align="right">${inline(block.text)}</p>`
    case 'table':
      return tableHtml(block.table)
    case 'picture':
      return '<p align="center"><img src="images/table.png" width="600" height="400" alt=""></p>'
    case 'pageBreak':
      return '<hr>'
  }
}

/** What stands around a report on a site; the numbers in it are no part of it. */
function chrome(draft: Draft, body: string): string {
  const index = `<table class="index" border="1"><tr><td>索 引 号：</td><td>QH-${draft.year + 1}-00019</td><td>发布机构：</td><td>${draft.organization}</td></tr>
<tr><td>发布日期：</td><td>${draft.publishedOn}</td><td>信息名称：</td><td>${draft.title}</td></tr></table>`
  return `<table width="1000"><tr><td colspan="2"><a href="/">首页</a> | <a href="/gk">政府信息公开</a> | <a href="/hd">互动交流</a></td></tr>
<tr><td width="180"><ul><li><a href="/1">政府信息公开指南</a></li><li><a href="/2">政府信息公开年报</a></li><li>${draft.year - 1}年政府信息公开工作年度报告</li></ul></td><td>
${index}<div style="display:none">浏览次数 88</div>${body}</td></tr><tr><td colspan="2">版权所有 主办单位 浏览 1024 次</td></tr></table>`
}

export function writeHtml(draft: Draft): Uint8Array {
  const plain = draft.blocks.map(blockHtml).join('\n')
  const nested = draft.manner.nested
    ? draft.blocks
        .map(
          block => `<table width="100%"><tr><td><table><tr><td>${blockHtml(block)}</td></tr></table></td></tr></table>`,
        )
        .join('\n')
    : plain
  const whole = draft.manner.chrome ? chrome(draft, nested) : nested
  const body = draft.manner.framed
    ? `<iframe srcdoc="${whole.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`
    : whole
  const charset = draft.manner.encoding === 'utf-8' ? 'utf-8' : 'gb2312'
  const html = `<!DOCTYPE html><html><head><meta charset="${charset}"><title>${draft.title}</title></head><body>${body}</body></html>`
  return draft.manner.encoding === 'utf-8' ? new TextEncoder().encode(html) : encode(html, 'gb18030')
}
