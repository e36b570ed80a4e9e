import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLog } from '../../src/main/log/index.ts'
import { currentOf } from '../../src/shared/current/current.ts'
import { imported, problem, qinghe, services, tempFolder, value } from './support.ts'

const broken = '陆知远的密件.pdf'

/** An archive with a person's name, a report and a file that is none; a log; a folder to save into. */
async function used() {
  const folder = await tempFolder()
  const log = openLog(join(folder, 'own/logs'))
  const revealed: string[] = []
  const saved = await tempFolder()
  const desk = await services({
    folder: join(folder, '归档库'),
    log,
    chooseTarget: async () => saved,
    reveal: path => revealed.push(path),
  })
  value(await desk.api['app.saveSettings']({ who: '陆知远', theme: 'dark' }))
  const file = join(folder, broken)
  await writeFile(file, '%PDF-1.7 no more')
  await imported(desk, qinghe, file)
  await desk.ready()
  return { folder, log, desk, saved, revealed }
}

describe('a diagnosis', () => {
  it('is shown word for word and then saved as one file, which is shown in its folder', async () => {
    const { desk, saved, revealed } = await used()
    const view = value(await desk.api['diagnosis.look'](null))
    const path = value(await desk.api['diagnosis.save'](null))
    expect(await readdir(saved)).toEqual([expect.stringMatching(/^开卷诊断-\d{4}-\d\d-\d\d\.json$/)])
    expect(revealed).toEqual([path])
    const text = await readFile(path ?? '', 'utf8')
    const { madeAt: _then, ...shown } = JSON.parse(view.text)
    const { madeAt: _now, ...kept } = JSON.parse(text)
    expect(kept).toEqual(shown)
    expect(view.bytes).toBe(Buffer.byteLength(text))
    // A second one does not take the first one's place.
    value(await desk.api['diagnosis.save'](null))
    expect(await readdir(saved)).toHaveLength(2)
  })

  it('has versions, system, settings without the name, the archive in numbers, and the log', async () => {
    const { desk } = await used()
    const state = value(await desk.api['app.state'](null))
    const record = (await imported(desk, qinghe))[0]?.record
    const view = value(await desk.api['diagnosis.look'](null))
    const made = JSON.parse(view.text)
    expect(made).toMatchObject({
      schema: 1,
      versions: { application: 'test', node: process.versions.node },
      system: { platform: process.platform, arch: process.arch, cores: expect.any(Number) },
      settings: { language: 'zh', theme: 'dark', signed: true },
      archive: { id: state.archive.id, writable: true, records: 2, open: 1, backup: null, verified: null, notes: [] },
    })
    // The two files came to their ends in either order.
    const noted = (state: string) => made.log.find((entry: { state: string }) => entry.state === state)
    expect(noted('archived')).toMatchObject({ kind: 'imported', format: 'docx', record, ms: expect.any(Number) })
    expect(noted('failed')).toMatchObject({ kind: 'imported', format: 'pdf', codes: [expect.stringMatching(/^pdf\./)] })
    expect(view).toMatchObject({ entries: made.log.length, shown: made.log.length, since: made.log[0].at })
  })

  it('has no contents, no names of files or people and no path in it', async () => {
    const { desk, folder, saved } = await used()
    const id = (await imported(desk, qinghe)).flatMap(item => item.record ?? [])[0] ?? ''
    // What carries words: a trace with a path and a name in it, a problem that names a file, an error of the window.
    expect(
      problem(await desk.api['archive.restore']({ from: join(folder, '没有'), to: join(folder, '恢复') })),
    ).not.toBe('')
    const stack =
      'Error: 清河区\n    at 陆知远 (app://kaijuan/assets/index-D1.js:1:99)\n    at f (/home/陆知远/甲.js:1:1)'
    value(await desk.api['app.uncaught']({ name: '陆知远 of 清河区', stack }))
    const path = value(await desk.api['diagnosis.save'](null)) ?? ''
    const text = await readFile(path, 'utf8')
    const { report } = currentOf(value(await desk.api['record.open']({ id })).record)
    const names = [report.title, report.organization, '陆知远', '清河区', broken, '甲', folder, saved, '归档库']
    for (const name of names) expect([name, text.includes(String(name))]).toEqual([name, false])
    // Nor anything that is not a word of a code, an id, a number or a time.
    const words = [...text.matchAll(/"([^"]*)"/g)].map(([, word = '']) => word)
    expect(words.filter(word => !/^[\w.:+-]{1,80}$/.test(word) && word !== '?')).toEqual([])
    expect(text).not.toMatch(/[^\x20-\x7e\n]|\//)
    expect(JSON.parse(text).log.at(-1)).toMatchObject({ kind: 'uncaught', where: 'window', name: '?' })
    expect(JSON.parse(text).log.at(-1).frames[0]).toBe('index-D1.js:1:99')
  })

  it('shows the newest entries of a long log, says how many there are, and saves them all', async () => {
    const { desk, log } = await used()
    for (let ms = 0; ms < 300; ms++) log.note({ kind: 'end', ms })
    const view = value(await desk.api['diagnosis.look'](null))
    const shown = JSON.parse(view.text).log
    expect([view.entries, view.shown, shown.length, shown.at(-1).ms]).toEqual([302, 200, 200, 299])
    const text = await readFile(value(await desk.api['diagnosis.save'](null)) ?? '', 'utf8')
    expect(JSON.parse(text).log).toHaveLength(302)
    expect(view.bytes).toBe(Buffer.byteLength(text))
  })

  it('is not saved where no folder is chosen, and says why where it cannot be written', async () => {
    const chosen = [null, join(await tempFolder(), 'none')]
    const desk = await services({ chooseTarget: async () => chosen.shift() ?? null })
    expect(value(await desk.api['diagnosis.save'](null))).toBe(null)
    expect(problem(await desk.api['diagnosis.save'](null))).toBe('export.notWritable')
  })

  it('takes only so many errors of one window', async () => {
    const { desk, log } = await used()
    for (let count = 0; count < 150; count++) value(await desk.api['app.uncaught']({ name: 'Error', stack: '' }))
    expect((await log.read()).filter(line => line.kind === 'uncaught')).toHaveLength(100)
  })
})

describe('a reading worker that is ended', () => {
  it('stands in the log with the reason and how long it had read, and so does its file', async () => {
    const log = openLog(join(await tempFolder(), 'logs'))
    const workerUrl = new URL('../ingest/workers/breaks.ts', import.meta.url)
    const desk = await services({ log, workerUrl })
    await imported(desk, qinghe)
    const lines = await log.read()
    expect(lines.map(line => line.kind)).toEqual(['worker', 'imported'])
    expect(lines[0]).toMatchObject({ code: 'read.crashed', ms: expect.any(Number) })
    expect(lines[1]).toMatchObject({ state: 'failed', codes: ['read.crashed'] })
  })
})
