import { page, says, text } from './model.ts'

const title = '乐清市商务局2023年政府信息公开工作年度报告'
const facts = { t: title, o: '乐清市商务局', r: '浙江省温州市乐清市', k: 'department' } as const

/** Publication date, period and document number, in the shapes they are printed in. */
export const dateHeads = [
  text('年月日 behind 发布时间', `${title}\n发布时间：2024年1月10日`, says({ ...facts, d: '2024-01-10' })),
  text(
    'date, time and source in one line',
    `${title}\n发布时间：2024-01-10 09:12 来源：乐清市商务局 浏览次数：35 字体：大 中 小`,
    says({ ...facts, d: '2024-01-10' }),
  ),
  text('slashes', `${title}\n日期：2024/1/9`, says({ ...facts, d: '2024-01-09' })),
  text('points', `${title}\n发布日期: 2024.01.18`, says({ ...facts, d: '2024-01-18' })),
  text('eight digits', `${title}\n发布日期：20240118`, says({ ...facts, d: '2024-01-18' })),
  text('a date with spaces', `${title}\n发布日期： 2024 年 1 月 18 日`, says({ ...facts, d: '2024-01-18' })),
  text('a date and a time without a label', `${title}\n2024-01-22 10:30:00`, says({ ...facts, d: '2024-01-22' })),
  text(
    'a date without a label beside the source',
    `${title}\n2024-01-22 来源：市商务局 点击：120`,
    says({ ...facts, d: '2024-01-22' }),
  ),
  text(
    'label and date on two lines',
    `${title}\n发布时间：\n2024-01-22 15:10\n来源：\n市商务局`,
    says({ ...facts, d: '2024-01-22' }),
  ),
  text('发布于', `${title}\n发布于 2024-01-23 15:10`, says({ ...facts, d: '2024-01-23' })),
  text(
    'a signature in Chinese numerals',
    title,
    says({ ...facts, d: '2024-01-10' }),
    '乐清市商务局\n二〇二四年一月十日',
  ),
  text(
    'a signature with a white circle and 二十',
    title,
    says({ ...facts, d: '2024-01-25' }),
    '乐清市商务局\n二○二四年一月二十五日',
  ),
  text('a signature of 三十一', title, says({ ...facts, d: '2024-01-31' }), '二零二四年一月三十一日'),
  text(
    'signature with name and date in one line',
    title,
    says({ ...facts, d: '2024-01-30' }),
    '乐清市商务局 2024年1月30日',
  ),
  text('the date in brackets below the title', `${title}\n（2024年1月30日）`, says({ ...facts, d: '2024-01-30' })),
  text(
    'written and published on different days',
    `索引号：001008003015036/2024-00112\n成文日期：2024-01-15\n发布日期：2024-01-19\n${title}`,
    says({ ...facts, d: '2024-01-19' }),
  ),
  text('only the day of writing', `成文日期：2024年1月15日\n${title}`, says({ ...facts, d: '2024-01-15' })),
  text(
    'published by the page, signed earlier',
    `${title}\n发布时间：2024-01-29`,
    says({ ...facts, d: '2024-01-29' }),
    '乐清市商务局\n2024年1月12日',
  ),
  text('a date that does not exist', `${title}\n发布时间：2024-02-30`, says({ ...facts })),
  text(
    'dates of the prose are none of publication',
    `${title}\n根据2019年4月3日修订的《条例》编制。`,
    says({ ...facts }),
    '自2024年3月1日起施行新办法。',
  ),
  text(
    'a date of printing the page',
    `${title}\n发布时间：2024-01-29\n当前时间：2025年7月3日 星期四`,
    says({ ...facts, d: '2024-01-29' }),
  ),
  text('today in the chrome, no date of publication', `今天是2025年7月3日 星期四\n${title}`, says({ ...facts })),
  text('no date anywhere', title, says({ ...facts })),
  text(
    '公开日期 and 更新时间',
    `公开日期：2024-01-24\n更新时间：2024-05-30\n${title}`,
    says({ ...facts, d: '2024-01-24' }),
  ),
  text('an hour that runs into the day', `${title}\n时间：2024-01-2409:12`, says({ ...facts, d: '2024-01-24' })),
  page(
    'the date only in the meta elements',
    '<meta name="PubDate" content="2024-01-19 08:00:00"><meta name="SiteName" content="乐清市人民政府">',
    `<h1>${title}</h1>`,
    says({ ...facts, d: '2024-01-19', u: ['publishedOn'] }),
  ),
  text(
    'a period with 起 and 止',
    `${title}\n本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。`,
    says({ ...facts, p: 2023 }),
  ),
  text(
    'a period without the second year',
    `${title}\n报告中所列数据统计期限为2023年1月1日至12月31日。`,
    says({ ...facts, p: 2023 }),
  ),
  text('a period with a dash', `${title}\n统计期限：2023.01.01—2023.12.31`, says({ ...facts, p: 2023 })),
  text(
    'a period with the same year said so',
    `${title}\n统计时间为2023年1月1日至同年12月31日。`,
    says({ ...facts, p: 2023 }),
  ),
  text(
    'a period in Chinese numerals',
    `${title}\n本报告数据统计期限从二〇二三年一月一日到二〇二三年十二月三十一日。`,
    says({ ...facts, p: 2023 }),
  ),
  text(
    'a period of half a year',
    `${title}\n本报告统计期限为2023年1月1日至2023年6月30日。`,
    says({ ...facts, p: '2023-01-01/2023-06-30' }),
  ),
  text(
    'a period in section six',
    title,
    says({ ...facts, p: 2023 }),
    '本年度报告所列数据的时间范围：2023年1月1日至2023年12月31日。',
  ),
  text('a period with months only', `${title}\n统计期限为2023年1月至12月。`, says({ ...facts, p: 2023 })),
  text(
    'a period with digits lost',
    `${title}\n所列数据的统计期限自202311日起至20231231日止。`,
    says({ ...facts, p: 2023, u: ['period'] }),
  ),
  text(
    'another period in the prose, none of the figures',
    `${title}\n2023年3月1日至2023年5月31日开展了专项行动。`,
    says({ ...facts }),
  ),
  text(
    'a period that contradicts the title',
    `${title}\n本报告统计期限为2022年1月1日至2022年12月31日。`,
    says({ ...facts, p: 2022 }),
  ),
  text('a number with 〔〕', `乐商〔2024〕3号\n${title}`, says({ ...facts, n: '乐商〔2024〕3号' })),
  text('a number with square brackets', `发文字号：乐商[2024]3号\n${title}`, says({ ...facts, n: '乐商[2024]3号' })),
  text(
    'a number with round brackets',
    `文号：乐商（2024）3号\n${title}`,
    says({ ...facts, n: ['乐商（2024）3号', '乐商(2024)3号'] }),
  ),
  text('a number with 【】', `文  号：乐商【2024】12号\n${title}`, says({ ...facts, n: '乐商【2024】12号' })),
  text('a number with spaces', `乐商〔 2024 〕 3 号\n${title}`, says({ ...facts, n: '乐商〔2024〕3号' })),
  text('an empty number field', `索 引 号：KA0123/2024-00001\n文 号：无\n${title}`, says({ ...facts })),
  text(
    'the number of the instruction quoted in the prose',
    `${title}\n根据国办公开办函〔2021〕30号要求编制。`,
    says({ ...facts }),
  ),
  text('the index number is no document number', `索引号：002489567/2024-13842\n${title}`, says({ ...facts })),
]
