import type { BodyKind, Region, ReportField } from '../../../shared/data/report.ts'
import { sectionHeadings } from '../../../shared/form/index.ts'
import { fieldWords } from '../../../shared/words/record.ts'

const headings = (language: 'label' | 'english') => ({
  overview: sectionHeadings.overview[language],
  disclosure: sectionHeadings.disclosure[language],
  requests: sectionHeadings.requests[language],
  proceedings: sectionHeadings.proceedings[language],
  problems: sectionHeadings.problems[language],
  other: sectionHeadings.other[language],
})

/** The report beside its tables: prose and metadata. */
export const textZh = {
  text: {
    missing: '原件里没有找到这一部分',
    empty: '这一部分没有文字',
    look: '看原件',
    field: fieldWords.zh,
    fieldHelp: {
      title: '',
      organization: '',
      year: '四位数字，例如 2023',
      publishedOn: '例如 2024-01-26',
    } satisfies Record<ReportField, string>,
    fieldWrong: {
      title: '题名不能超过 500 字',
      organization: '机关名不能超过 500 字',
      year: '年度请写四位数字，例如 2023',
      publishedOn: '日期请写成 2024-01-26 的样子',
    } satisfies Record<ReportField, string>,
    fact: { region: '地区', kind: '机关类别', period: '统计期限', documentNumber: '发文字号' },
    level: { province: '省级', city: '市级', county: '县级', town: '乡镇级' } satisfies Record<Region['level'], string>,
    kind: {
      government: '政府',
      office: '办公室',
      department: '部门',
      town: '镇街',
      other: '其他单位',
    } satisfies Record<BodyKind, string>,
    period: (from: string, to: string) => `${from} 至 ${to}`,
    notFound: '原件中没有找到',
    unsure: '存疑，由正文、文件属性或残缺文字推得',
    machine: (value: string) => `机读 ${value}`,
    notRead: '机读未得',
    messages: '读取时的提示',
    section: headings('label'),
  },
}

export const textEn: typeof textZh = {
  text: {
    missing: 'This part was not found in the source',
    empty: 'This part has no text',
    look: 'Look at the source',
    field: fieldWords.en,
    fieldHelp: {
      title: '',
      organization: '',
      year: 'Four digits, for example 2023',
      publishedOn: 'For example 2024-01-26',
    },
    fieldWrong: {
      title: 'A title has at most 500 characters',
      organization: 'A name has at most 500 characters',
      year: 'Write the year with four digits, for example 2023',
      publishedOn: 'Write the date like 2024-01-26',
    },
    fact: { region: 'Region', kind: 'Kind of body', period: 'Period', documentNumber: 'Number' },
    level: { province: 'province', city: 'city', county: 'county', town: 'town' },
    kind: { government: 'Government', office: 'Office', department: 'Department', town: 'Town', other: 'Other body' },
    period: (from, to) => `${from} to ${to}`,
    notFound: 'Not found in the source',
    unsure: 'Unsure: inferred from prose, the file’s properties or damaged text',
    machine: value => `Read as ${value}`,
    notRead: 'Not read',
    messages: 'Notes from reading',
    section: headings('english'),
  },
}
