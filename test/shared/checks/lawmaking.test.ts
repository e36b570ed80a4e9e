import { describe, expect, it } from 'vitest'
import { checkReport } from '../../../src/shared/checks/index.ts'
import { isBelowLawmaking, lacksLawmaking } from '../../../src/shared/checks/lawmaking.ts'
import type { Region, Report } from '../../../src/shared/data/report.ts'
import { agreeingReport, withCells } from '../reports.ts'

const plain: Report = { ...agreeingReport('2021', () => 1), organization: null }
const region = (level: Region['level']): Region => ({ code: '500108', name: '清河区', level })

describe('a body without the power to make 规章', () => {
  it.each([
    ['云岭市清河区柳塘镇人民政府', true],
    ['柳塘镇政府', true],
    ['柳塘镇人民政府办公室', true],
    ['柳塘镇人民政府党政办公室', true],
    ['柳塘镇人民政府党政综合办公室', true],
    ['白音苏木人民政府', true],
    ['柳塘镇', true],
    ['望溪乡', true],
    ['柳塘镇中学', false],
    ['柳塘镇人民政府网站', false],
    ['桐坞县学校联盟', false],
    ['东门街道', true],
    ['东门街道办', true],
    ['东门街道办事处党政综合办公室', true],
    ['东门街道党工委办公室', true],
    ['东门街道商会', false],
    ['乡村振兴局', false],
    ['桐坞县 水利局（本级）', true],
    ['桐坞县医院', true],
    ['阿拉善旗财政局', true],
    ['云岭市望海市教育局', true],
    ['云岭市望海市', false],
    ['桐坞县', false],
    ['桐坞县图书', false],
    ['云岭新区财政局', false],
    ['云岭高新区财政局', false],
    ['云岭经济开发区财政局', false],
    ['青山自治区财政厅', false],
    ['云岭景区管理处', false],
    ['清河区工业集中发展区管委会办公室', false],
    ['清河区新城管理委员会', false],
    ['云岭市财政局', false],
  ])('%s is known by its name: %s', (name, below) => {
    expect(isBelowLawmaking(name)).toBe(below)
  })

  it.each<[Report['kind'], Region['level'] | null, boolean]>([
    ['town', null, true],
    ['town', 'province', true],
    ['department', 'county', true],
    ['department', 'town', true],
    ['department', 'city', false],
    ['department', null, false],
    ['office', 'county', true],
    ['office', 'province', false],
    ['government', 'county', false],
    ['other', 'county', false],
    [null, 'county', false],
  ])('is known by kind and place: %s of a %s: %s', (kind, level, lacks) => {
    expect(lacksLawmaking({ ...plain, kind, region: level && region(level) })).toBe(lacks)
  })

  it('is not known where nothing is known of it', () => {
    expect(lacksLawmaking(plain)).toBe(false)
    expect(lacksLawmaking({ ...plain, organization: '柳塘镇' })).toBe(true)
  })
})

describe('F5', () => {
  const town: Report = { ...plain, kind: 'town' }
  const found = (report: Report) => checkReport(report).filter(finding => finding.rule === 'F5')

  it('names the cells of 规章 with a number above 0, and no others', () => {
    const some = withCells(town, 'disclosure', cell =>
      cell.row === 'regulations' && cell.column !== 'inForce' ? { value: 0, raw: '0' } : null,
    )
    expect(found(some)).toMatchObject([
      {
        id: 'F5:disclosure/regulations',
        severity: 'warning',
        table: 'disclosure',
        cells: ['disclosure/regulations/inForce'],
        printed: some.tables[0]?.cells.find(cell => cell.column === 'inForce')?.value,
        expected: 0,
      },
    ])
    expect(found(withCells(some, 'disclosure', () => ({ state: 'dash', value: null, raw: '/' })))).toEqual([])
    expect(found({ ...town, tables: town.tables.filter(table => table.key !== 'disclosure') })).toEqual([])
  })
})
