import type { Report } from '../../data/report.ts'
import { makeFinding } from '../finding.ts'
import type { Finding } from '../model.ts'

/** The aspects that section 一 has to tell of. */

/** The five things that section 一 has to tell of, in the form's order. `named`: the form's own words; `heads`: words by which a heading means them. */
const aspects = [
  {
    key: 'proactive',
    zh: '主动公开',
    en: 'proactive disclosure',
    named: /主动公开/,
    heads: /主动公开|公开内容|重点领域/,
  },
  {
    ...{ key: 'requests', zh: '依申请公开', en: 'disclosure on request' },
    ...{ named: /依申请|申请公开|公开申请|(?:群众|受理|答复|办理)申请/, heads: /申请/ },
  },
  {
    ...{ key: 'management', zh: '政府信息管理', en: 'management of information' },
    named: /信息(?:资源)?管理|信息发布(?:审核|审查)|管理政府信息/,
    heads: /信息(?:资源)?(?:[^，,]{0,6})?管理|管好[^，,]{0,6}信息|规范性文件|信息(?:审核|审查|清理)/,
  },
  {
    ...{ key: 'platform', zh: '平台建设', en: 'platforms' },
    ...{ named: /平台(?:的)?建设|公开平台|平台并用|个平台/, heads: /平台|网站|新媒体|专区|阵地|载体/ },
  },
  {
    ...{ key: 'supervision', zh: '监督保障', en: 'supervision and support' },
    ...{ named: /监督保障|监督评议|保障监督|监督和保障/, heads: /监督|保障|考核|督促|督查|督导|培训/ },
  },
] as const

export type Aspect = (typeof aspects)[number]

/** The first words of paragraphs that are numbered: where there are some, it is they that say what a paragraph is about. */
const head = /^(?:[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.．、])([^。：:\n]{1,40})/

/** The aspects that the text of section 一 does not speak of. A report is taken by its sub-headings, and else by the form's own words. */
export function missingAspects(text: string): readonly Aspect[] {
  const heads = text.split('\n').flatMap(line => head.exec(line.replace(/\s+/g, ''))?.[1] ?? [])
  const solid = text.replace(/\s+/g, '')
  return aspects.filter(aspect => !heads.some(words => aspect.heads.test(words)) && !aspect.named.test(solid))
}

/**
 * S4: section 一 tells of 主动公开, 依申请公开, 政府信息管理, 平台建设 and 监督保障.
 * Source: 国办公开办函〔2021〕30号, 一（一）, for reports of 2021 on. A section of which no text was read is not judged.
 */
export function checkAspects(report: Report): readonly Finding[] {
  const { year } = report
  const section = report.sections.find(one => one.key === 'overview')
  if (report.form === 'other' || year === null || year < 2021 || !section || section.text.trim() === '') return []
  const missing = missingAspects(section.text)
  if (missing.length === 0) return []
  return [makeFinding('S4', 'warning', 'overview', { section: 'overview' })]
}
