import { describe, expect, it, test } from 'vitest'
import { readHtml } from '../../../src/main/readers/html/index.ts'
import { recognise } from '../../../src/main/recognition/index.ts'
import { checkReport } from '../../../src/shared/checks/index.ts'
import { doubtBelow } from '../../../src/shared/data/report.ts'

/** A table 二 whose last head names a unit. */
async function feesUnder(head: string) {
  const row = (label: string, figure: string) => `<tr><td>${label}<td colspan=3>${figure}`
  const page = `<meta charset=utf-8><h1>青石镇人民政府2023年政府信息公开工作年度报告</h1><h2>二、主动公开政府信息情况</h2><table>
<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数<tr><td>规章<td>0<td>0<td>0<tr><td>行政规范性文件<td>1<td>0<td>3
${row('信息内容', '本年处理决定数量')}${row('行政许可', '5')}${row('行政处罚', '6')}${row('行政强制', '7')}
${row('信息内容', head)}${row('行政事业性收费', '4070')}</table>`
  const { document } = await readHtml(Buffer.from(page), '报告.html')
  if (!document) throw new Error('not read')
  const { report } = recognise(document, '报告.html')
  const cell = report.tables[0]?.cells.find(item => item.row === 'fees')
  return { cell, found: checkReport(report).find(finding => finding.rule === 'F7') }
}

describe('the unit that a head of money prints', () => {
  test.each([
    ['本年收费金额（单位：元）', '元', 0.407],
    ['本年收费金额（元）', '元', 0.407],
    ['本年收费金额 单位：亿元', '亿元', 40_700_000],
    ['本年收费金额（单位：千元）', '千元', 407],
  ])('%s is kept, the figure too, and doubted', async (head, unit, expected) => {
    const { cell, found } = await feesUnder(head)
    expect(cell).toMatchObject({ state: 'number', value: 4070, unit })
    expect(cell?.confidence).toBeLessThan(doubtBelow)
    expect(found).toMatchObject({ cells: ['disclosure/fees/amount'], printed: 4070, expected })
  })

  test.each(['本年收费金额（单位：万元）', '本年收费金额（万元）', '本年收费金额'])(
    '%s is the form’s own',
    async head => {
      const { cell, found } = await feesUnder(head)
      expect(cell?.unit).toBeUndefined()
      expect(cell?.confidence).toBeGreaterThanOrEqual(doubtBelow)
      expect(found).toBeUndefined()
    },
  )
})

describe('several rows of figures in table 四', () => {
  const heads =
    '<tr><td colspan=6>行政复议<td colspan=10>行政诉讼<tr><td rowspan=2>单位<td rowspan=2>结果维持<td rowspan=2>结果纠正<td rowspan=2>其他结果<td rowspan=2>尚未审结<td rowspan=2>总计<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉<tr>' +
    '<td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计'.repeat(2)
  const figures = (first: number) => Array.from({ length: 15 }, (_, at) => `<td>${first + at}`).join('')
  async function read(rows: string) {
    const page = `<meta charset=utf-8><h1>青石镇人民政府2023年政府信息公开工作年度报告</h1><h2>四、政府信息公开行政复议、行政诉讼情况</h2><table>${heads}${rows}</table>`
    const { document } = await readHtml(Buffer.from(page), '报告.html')
    const table = document && recognise(document, '报告.html').report.tables.find(item => item.key === 'proceedings')
    return table?.cells.map(cell => ({ value: cell.value, sure: cell.confidence >= doubtBelow })) ?? []
  }

  it('the row of all is the report’s, wherever it stands', async () => {
    for (const rows of [
      `<tr><td>本级${figures(3)}<tr><td>部门${figures(20)}<tr><td>合计${figures(50)}`,
      `<tr><td>合计${figures(50)}<tr><td>本级${figures(3)}`,
    ])
      expect((await read(rows)).map(cell => cell.value)).toEqual(Array.from({ length: 15 }, (_, at) => 50 + at))
  })

  it('where none is named so, none is taken without doubt', async () => {
    const cells = await read(`<tr><td>本级${figures(3)}<tr><td>部门${figures(20)}`)
    expect(cells.length).toBeGreaterThan(0)
    expect(cells.some(cell => cell.sure)).toBe(false)
  })
})
