import { describe, expect, it } from 'vitest'
import { ended, stepIndex, timeLeft } from '../../../src/renderer/import/filters.ts'
import { noteOf } from '../../../src/renderer/import/notes.ts'
import { wordsOf } from '../../../src/renderer/words/index.ts'
import type { ImportItem, ImportTotals } from '../../../src/shared/data/importing.ts'
import { message } from '../../../src/shared/messages/index.ts'

const item = (part: Partial<ImportItem>): ImportItem => ({
  id: 1,
  batch: 1,
  path: '/报送/清河区.doc',
  name: '清河区.doc',
  bytes: 10,
  format: 'doc',
  state: 'archived',
  step: 'check',
  record: '00000000000000aa',
  recordName: '清河区民政局',
  year: 2023,
  errors: 0,
  messages: [],
  ...part,
})
const zh = (part: Partial<ImportItem>) => noteOf(item(part), wordsOf('zh'), 'zh')
const warning = message('read.otherFormat', { extension: '.doc', format: '网页', formatEnglish: 'a web page' })

describe('the note of an imported file', () => {
  it('names the report and says whether its sums agree', () => {
    expect(zh({})).toBe('清河区民政局，2023。三张表齐全，合计相符')
    expect(zh({ errors: 2 })).toBe('清河区民政局，2023。合计不符，疑点 2 个，已列入待核')
  })

  it('counts the files of a bag while they are checked', () => {
    const working = { state: 'working', record: null, recordName: null } as const
    expect(zh(working)).toBe('正在核算合计')
    expect(zh({ ...working, counted: { done: 120, of: 950 } })).toBe('正在逐件核对包，120 / 950 个文件，12%')
  })

  it('names the fact of a warning, and open sums before it', () => {
    const fact = '名为 .doc，实为网页，已按网页读取'
    expect(zh({ state: 'warned', messages: [warning] })).toBe(`清河区民政局，2023。${fact}`)
    expect(zh({ state: 'warned', messages: [warning], errors: 1 })).toBe(
      `清河区民政局，2023。合计不符，疑点 1 个，已列入待核。${fact}`,
    )
  })

  it('says which report a duplicate is the same as', () => {
    expect(zh({ state: 'duplicate' })).toBe('与“清河区民政局 2023”字节完全相同，未另存')
    expect(zh({ state: 'duplicate', recordName: null })).toBe('与已有的一份字节完全相同，未另存')
  })

  it('says of a duplicate that has put the kept original right that it has', () => {
    const messages = [message('ingest.sourceMended', { name: '清河区民政局' })]
    expect(zh({ state: 'duplicate', messages })).toBe('“清河区民政局”收存的原件有损或缺失，已由这份文件补好')
  })

  it('gives the reason of a failure in one line', () => {
    const messages = [message('read.empty', { file: '清河区.doc' })]
    expect(zh({ state: 'failed', messages, recordName: null })).toBe('“清河区.doc”是空文件，里面没有任何内容')
  })

  it('never claims agreement for a file that is not through', () => {
    for (const state of ['waiting', 'working', 'failed', 'cancelled', 'duplicate'] as const) {
      expect(zh({ state })).not.toContain('合计相符')
    }
  })
})

describe('how far the queue is', () => {
  const totals: ImportTotals = {
    all: 100,
    waiting: 50,
    working: 2,
    archived: 40,
    warned: 3,
    duplicate: 2,
    failed: 2,
    cancelled: 1,
  }

  it('counts as ended what is neither waiting nor under way', () => {
    expect(ended(totals)).toBe(48)
  })

  it('tells the time left from the pace, once there is a pace', () => {
    expect(timeLeft(totals, 48_000)).toBe(52_000)
    expect(timeLeft({ ...totals, waiting: 95, archived: 0, all: 100 }, 1000)).toBeNull()
  })

  it('knows the step among the five', () => {
    expect(stepIndex(item({ step: 'keep' }))).toBe(0)
    expect(stepIndex(item({ step: 'check' }))).toBe(4)
  })
})
