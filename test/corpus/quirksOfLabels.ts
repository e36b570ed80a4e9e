import { type Draft, setApart } from './model.ts'
import { everywhere, type Quirk } from './quirk.ts'

/** How labels, heads and headings are printed. */

type Change = (text: string, draft: Draft) => string

export function onLabels(change: Change): (draft: Draft) => void {
  return draft => {
    draft.blocks = draft.blocks.map(block => {
      if (block.kind !== 'table') return block
      const cells = block.table.cells.map(cell =>
        cell.kind === 'value' ? cell : { ...cell, text: change(cell.text, draft) },
      )
      return { ...block, table: { ...block.table, cells } }
    })
  }
}

const quirk = (name: string, change: Change, combines = true): Quirk => ({
  name,
  phase: 'layout',
  formats: everywhere,
  combines,
  apply: onLabels(change),
})

const replacements: readonly (readonly [string, string])[] = [
  ['申请', '申清'],
  ['信息', '信西'],
  ['机关', '机构'],
  ['处理', '处里'],
  ['结转', '接转'],
  ['予以', '于以'],
  ['规范', '规犯'],
  ['机构', '机购'],
  ['审结', '审接'],
  ['掌握', '掌屋'],
]
const traditional = new Map(
  [
    ...'总總计計处處决決数數规規范範许許罚罰强強费費额額请請开開关關诉訴讼訟复復议議经經结結维維纠糾审審业業机機构構组組织織务務员員个個属屬于於国國与與类類过過权權护護内內执執卷卷询詢继繼续續办辦转轉',
  ].flatMap((one, at, all) => (at % 2 === 0 ? [[one, all[at + 1] ?? one] as const] : [])),
)
const long = (text: string) => (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 5

function dropOne(text: string, draft: Draft): string {
  if (!long(text) || !draft.random.chance(0.3)) return text
  const at = draft.random.whole(3, [...text].length - 1)
  return [...text].filter((_, index) => index !== at).join('')
}

export const quirksOfLabels: readonly Quirk[] = [
  quirk('typos in labels', (text, draft) => {
    const known = replacements.find(([from]) => long(text) && text.includes(from))
    return known && draft.random.chance(0.5) ? text.replace(known[0], known[1]) : text
  }),
  quirk('characters lost in labels', dropOne),
  quirk('traditional characters', text => [...text].map(one => traditional.get(one) ?? one).join('')),
  quirk('no numbering', text => text.replace(/^(?:（[一二三四五六七]）|[一二三四]、|\d\.)/, '')),
  quirk('other numbering', text =>
    text
      .replace(/^（([一二三四五六七])）/, (_, one: string) => `(${'一二三四五六七'.indexOf(one) + 1})`)
      .replace(/^(\d)\./, '（$1）')
      .replace(/^([一二三四])、/, '$1.'),
  ),
  quirk('blanks inside labels', text => [...text].join(' ')),
  quirk('narrow punctuation', text =>
    text.replace(/（/g, '(').replace(/）/g, ')').replace(/，/g, ',').replace(/[“”]/g, '"'),
  ),
  quirk('one character a line', text => (text.length <= 10 ? [...text].join('\n') : text)),
  quirk('long labels cut over lines', text => text.replace(/(.{6})/gu, '$1\n')),
  quirk('bookmarks left in labels', (text, draft) => (draft.random.chance(0.15) ? `[bookmark: _GoBack]${text}` : text)),
  quirk('raised marks on labels', (text, draft) =>
    draft.random.chance(0.2) && text.length < 12 ? `${text}${setApart('raised', '①')}` : text,
  ),
  {
    name: 'other words in headings',
    phase: 'layout',
    formats: everywhere,
    combines: true,
    apply: draft => {
      const words: Readonly<Record<string, string>> = {
        '二、主动公开政府信息情况': '二、主动公开信息情况',
        '三、收到和处理政府信息公开申请情况': '三、依申请公开政府信息办理情况',
        '四、政府信息公开行政复议、行政诉讼情况': '四、因政府信息公开被申请行政复议和提起行政诉讼情况',
        '五、存在的主要问题及改进情况': '五、当前存在的主要问题及下步改进措施',
      }
      draft.blocks = draft.blocks.map(block =>
        block.kind === 'heading' ? { ...block, text: words[block.text] ?? block.text } : block,
      )
    },
  },
]
