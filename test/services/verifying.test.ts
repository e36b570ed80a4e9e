import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { kaijuan } from '../cli/support.ts'
import { imported, qinghe, services, tempFolder, tongwu, value, wholeCatalogue } from './support.ts'

/** An archive of two reports, closed, whose index somebody then alters. */
async function altered(...statements: readonly string[]): Promise<string> {
  const folder = join(await tempFolder(), 'archive')
  const from = await services({ folder })
  await imported(from, qinghe, tongwu)
  await from.close()
  const database = new DatabaseSync(join(folder, 'index.sqlite'))
  for (const statement of statements) database.exec(statement)
  database.close()
  return folder
}

const verify = async (folder: string) => {
  const from = await services({ folder })
  const report = value(await from.api['archive.verify'](null))
  return { from, report, parts: report.index?.problems.map(problem => [problem.code, problem.detail ?? '']) }
}

describe('a verification', () => {
  it('compares every line and text of the index with its record', async () => {
    const folder = await altered()
    const { report } = await verify(folder)
    expect(report.index).toEqual({ compared: 2, differing: 0, problems: [], repaired: false })
  })

  it.each([
    ['a number of the catalogue', 'UPDATE report SET newRequests = 999 WHERE year = 2023', 'row'],
    ['a name', "UPDATE report SET organization = '别处' WHERE name LIKE '%桐坞%'", 'row text'],
    ['where a line stands', "UPDATE report SET sortKey = 'x' WHERE name LIKE '%桐坞%'", 'order'],
    ['whose year before it is', "UPDATE known SET year = 1999 WHERE organization LIKE '%桐坞%'", 'order'],
    ['one character of a text', "UPDATE body SET text = replace(text, '公开', '公闭')", 'text'],
    ['where a text stands', "UPDATE body SET places = x'00'", 'text'],
    ['what it is found by', 'DELETE FROM token', 'tokens'],
  ])('finds %s altered, and writes the index anew from the records', async (_, statement, part) => {
    const folder = await altered(statement)
    const { from, parts, report } = await verify(folder)
    expect(parts?.map(([code]) => code)).toContain('index.differs')
    expect(parts?.map(([, detail]) => detail).join(' ')).toContain(part.split(' ')[0])
    // The archive itself is whole.
    expect([report.problems, report.index?.repaired]).toEqual([[], true])
    expect(value(await from.api['archive.verify'](null)).index?.differing).toBe(0)
    expect(value(await from.api['search.run']({ ...wholeCatalogue, text: '公开' })).reports).toBe(2)
  })

  it.each([
    ['a line without a record', "INSERT INTO known (number, id, importedAt) VALUES (99, '00000000000000aa', '2026')"],
    ['a sum that does not add up', 'UPDATE tally SET open = open + 1'],
  ])('finds %s', async (_, statement) => {
    const { parts, from } = await verify(await altered(statement))
    expect(parts?.map(([code]) => code)).toEqual(['index.broken'])
    expect(value(await from.api['archive.verify'](null)).index?.differing).toBe(0)
  })

  it('says what it found in words, with the index and the time before', async () => {
    const folder = await altered('UPDATE report SET newRequests = 999 WHERE year = 2023')
    const first = await kaijuan('verify', '--archive', folder)
    expect([first.status, first.out[0]?.split('\n')]).toEqual([
      1,
      [
        '原件 2，记录 2，四性检测报告 0，日志 2 条，全部相符',
        '索引：2 份的目录行与全文逐份比对，与记录不符 2 处，已按记录重写',
        expect.stringContaining('在目录与全文索引里的内容与记录不符'),
        expect.stringContaining('在目录与全文索引里的内容与记录不符'),
      ],
    ])
    const again = await kaijuan('verify', '--archive', folder)
    expect(again.status).toBe(0)
    expect(again.out[0]).toMatch(
      /索引：2 份的目录行与全文逐份比对，都与记录相符\n此前一次：\d{4}-\d\d-\d\d .*，全部相符$/,
    )
    const json = JSON.parse((await kaijuan('verify', '--json', '--archive', folder)).out[0] ?? '')
    expect(json).toMatchObject({
      whole: true,
      before: { since: expect.any(String), at: expect.any(String), whole: true },
      index: { compared: 2, differing: 0, problems: [] },
    })
  })

  it('can be stopped, and says so', async () => {
    const from = await services({ folder: await altered() })
    const running = from.api['archive.verify'](null)
    await from.api['archive.stopVerify'](null)
    const answer = await running
    expect(answer.ok ? 'done' : answer.problem.code).toBe('archive.verifyCancelled')
  })
})
