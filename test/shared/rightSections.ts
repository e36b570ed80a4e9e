import type { SectionKey } from '../../src/shared/form/index.ts'

/** Prose for a report about which the checks have nothing to say, whatever its tables hold. Our own words. */
export const rightSections: Readonly<Record<SectionKey, string>> = {
  overview:
    '（一）主动公开。按目录逐项公布，随时更新。\n（二）依申请公开。专人受理，依法答复。\n（三）政府信息管理。先审后发，逐件标注有效性。\n（四）平台建设。网站与查阅点并用。\n（五）监督保障。纳入考核，接受评议。',
  disclosure: '',
  requests: '',
  proceedings: '',
  problems: '存在问题：解读形式单一，更新不及时。改进措施：丰富解读形式，按月检查更新。',
  other: '未收取信息处理费。',
}
