import {
  type CellKey,
  cellKey,
  type SectionKey,
  sectionHeadings,
  sectionKeys,
  type TableKey,
  tableKeys,
} from '../../src/shared/form/index.ts'
import { layTable } from '../recognition/layout.ts'
import type { CellTruth, Draft, DraftBlock, TableTruth, Truth } from './model.ts'
import { makeNumbers } from './numbers.ts'
import { makeRandom } from './random.ts'

/** Our own words; places and bodies are invented. */
const places = ['云岭市清河区', '桐坞县', '云岭市望溪区', '青禾县', '松陵市柳塘区', '云岭市']
const bodies = ['人民政府', '人民政府办公室', '水利局', '财政局']
const overview = [
  '本机关把公开事项逐一列成清单，清单之外不另立栏目，读者按图可以找到原文。',
  '窗口设咨询台一处，来访者先问后填，填错的当场改正，不让人多走一趟。',
  '栏目每周一更换，旧页收回装订，编号连续，可供查考。',
]
const problems = ['部分栏目更新不勤，少数答复措辞生硬。', '下一步按月对账，逐件复盘，把常见申请整理成问答。']
const other = ['本年度没有其他需要报告的事项。']

export type Start = { readonly seed: string; readonly edition: '2021' | '2019' | 'mixed' }

function proseOf(key: SectionKey): readonly string[] {
  if (key === 'overview') return overview
  return key === 'problems' ? problems : key === 'other' ? other : []
}

/** A draft with its numbers; its blocks are laid after the quirks of numbers. */
export function startDraft({ seed, edition }: Start): Draft {
  const random = makeRandom(seed)
  const year = edition === '2019' ? random.pick([2019, 2020]) : random.pick([2021, 2022, 2023, 2024])
  const editions = {
    disclosure: edition === '2021' ? '2021' : '2019',
    requests: edition === '2019' ? '2019' : '2021',
    proceedings: edition === '2019' ? '2019' : '2021',
  } as const
  const organization = random.pick(places) + random.pick(bodies)
  return {
    random,
    year,
    organization,
    title: `${organization}${year}年政府信息公开工作年度报告`,
    introduction: `本报告所列数据的统计期限自${year}年1月1日起，至${year}年12月31日止。`,
    publishedOn: `${year + 1}年1月${random.whole(5, 30)}日`,
    editions: { ...editions },
    numbers: makeNumbers(editions, random),
    printed: new Map(),
    wrongSums: [],
    blocks: [],
    absent: new Map(),
    manner: {
      chrome: false,
      nested: false,
      framed: false,
      repeatHeads: false,
      brokenRows: false,
      controls: false,
      oldMerges: false,
      vertical: false,
      textShape: 'tabs',
      encoding: 'utf-8',
      pdf: { lines: 'office', font: 'ucs2', rotate: 0, sideways: false, vertical: false },
    },
  }
}

function plainTruth(value: number): CellTruth & { readonly text: string } {
  const raw = String(value)
  return { state: 'number', value, raw, also: [], lost: false, text: raw }
}

export function printedAt(draft: Draft, key: CellKey): CellTruth & { readonly text: string } {
  return draft.printed.get(key) ?? plainTruth(draft.numbers.get(key) ?? 0)
}

/** Lays the official report out; quirks of layout change the blocks afterwards. */
export function layDraft(draft: Draft): void {
  const text = (key: TableKey) => (place: string) => {
    const [row, column] = place.split('/')
    return printedAt(draft, cellKey(key, row ?? '', column ?? '')).text
  }
  const section = (key: SectionKey): readonly DraftBlock[] => {
    const heading: DraftBlock = { kind: 'heading', text: sectionHeadings[key].label, section: key }
    const table = tableKeys.find(item => item === key)
    const body: readonly DraftBlock[] = table
      ? [{ kind: 'table', key: table, table: layTable(table, draft.editions[table], text(table)) }]
      : proseOf(key).map(line => ({ kind: 'paragraph', text: line }))
    return [heading, ...body]
  }
  draft.blocks = [
    { kind: 'title', text: draft.title },
    { kind: 'paragraph', text: draft.introduction },
    ...sectionKeys.flatMap(section),
    { kind: 'signature', text: draft.organization },
    { kind: 'signature', text: draft.publishedOn },
  ]
}

export function truthOf(draft: Draft): Truth {
  const tableTruth = (key: TableKey): TableTruth => {
    const gone = draft.absent.get(key)
    if (gone) return { status: gone }
    const keys = [...draft.numbers.keys()].filter(item => item.startsWith(`${key}/`))
    return {
      status: 'there',
      edition: draft.editions[key],
      cells: new Map(keys.map(item => [item, printedAt(draft, item)])),
    }
  }
  return {
    year: draft.year,
    organization: draft.organization,
    tables: {
      disclosure: tableTruth('disclosure'),
      requests: tableTruth('requests'),
      proceedings: tableTruth('proceedings'),
    },
    wrongSums: draft.wrongSums.filter(sum => !draft.absent.has(sum.rule === 'E4' ? 'proceedings' : 'requests')),
  }
}
