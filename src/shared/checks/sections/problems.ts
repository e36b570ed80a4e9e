import type { Report } from '../../data/report.ts'
import { makeFinding } from '../finding.ts'
import type { Finding } from '../model.ts'

/** Which half of section 五 is not there. */
export type MissingHalf = 'problems' | 'improvements' | 'both'

const none = /(?:不存在|没有|未发现|暂无|并?无)[^，。；]{0,8}(?:问题|不足|困难)/g
const problem =
  /问题|不足|差距|短板|薄弱|有待|不够|欠缺|缺乏|不及时|不全|不畅|不清|不便|不易|不高|不强|困难|还需|仍需|尚需|亟待|亟需|弱项|单一|偏|较[少弱低慢]|迟|不勤|不细|不一|前后不|缺|频繁|不到位|人手紧/
/** “有待加强” says what is wrong, not what is done about it. */
const wish =
  /(?:有待|还需要?|仍需要?|尚需要?|亟待|亟需|需要?)(?:进一步|继续|不断|加以)?[\p{Script=Han}]{0,4}(?:加强|提升|提高|完善|强化|拓展|规范|改进|优化|深化|增强)/gu
const improvement =
  /改进(?!一步)|措施|对策|整改|下一?步|今后|努力方向|打算|为此|拟|已[^，。；]{0,10}(?:增|升级|整改|改正|重编|限定|建立|开通)|明年|下一?年|将(?:会|在|以|从|继续|进一步|加|强|逐|用|实|着|持|对|围)|加强|强化|完善|加大|加快|提升|引入|培养|丰富/

/** What section 五 lacks: problems, what is done about them, or both; null where it has both. */
export function missingHalf(text: string): MissingHalf | null {
  const solid = text.replace(/\s+/g, '')
  const problems = problem.test(solid.replace(none, ''))
  const improvements = improvement.test(solid.replace(wish, ''))
  if (problems) return improvements ? null : 'improvements'
  return improvements ? 'problems' : 'both'
}

/**
 * S6: section 五 names problems and what is done about them. A hint: it is told by words, and there are more than any list has.
 * Source: article 50, item 5 of the Regulations (存在的主要问题及改进情况), 国办公开办函〔2021〕30号, 一（五）. A section that is missing is F1's.
 */
export function checkProblems(report: Report): readonly Finding[] {
  const section = report.sections.find(one => one.key === 'problems')
  if (report.form === 'other' || !section || missingHalf(section.text) === null) return []
  return [makeFinding('S6', 'hint', 'problems', { section: 'problems' })]
}
