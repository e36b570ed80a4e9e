import type { BodyKind } from '../../../src/shared/data/report.ts'
import { type Head, office, other, page, says, text } from './model.ts'

/** Written after recognition was done with the other heads and read once before anything was changed: docs/accuracy.md says both figures. */

const bare = '2023年政府信息公开工作年度报告'
const of = (organization: string, region: string | null, kind: BodyKind | readonly (BodyKind | null)[]): Head =>
  text(
    `again titled by ${organization}`,
    organization + bare,
    says({ t: organization + bare, o: organization, r: region, k: kind }),
  )
const base = `遂川县商务局${bare}`
const facts = { t: base, o: '遂川县商务局', r: '江西省吉安市遂川县', k: 'department' } as const
const dated = (line: string, date: string | null): Head =>
  text(`dated ${line}`, `${base}\n${line}`, says({ ...facts, d: date }))
const spanned = (line: string, period: number | null): Head =>
  text(`period ${line}`, `${base}\n${line}`, says({ ...facts, p: period }))

export const heldOutHeads = [
  text(
    'the body behind a dash',
    '2023年度政府信息公开工作年度报告\n——泰和县万合镇人民政府',
    says({
      t: ['2023年度政府信息公开工作年度报告', '2023年度政府信息公开工作年度报告——泰和县万合镇人民政府'],
      o: '泰和县万合镇人民政府',
      r: '江西省吉安市泰和县万合镇',
      k: 'town',
    }),
  ),
  text(
    'province, city and county in the title',
    '江西省吉安市遂川县2023年政府信息公开工作年度报告',
    says({
      t: '江西省吉安市遂川县2023年政府信息公开工作年度报告',
      o: '江西省吉安市遂川县',
      r: '江西省吉安市遂川县',
      k: 'government',
    }),
  ),
  text(
    'the year in brackets at the end',
    '万安县人民政府办公室政府信息公开工作年度报告（2023年）',
    says({
      t: '万安县人民政府办公室政府信息公开工作年度报告（2023年）',
      o: '万安县人民政府办公室',
      r: '江西省吉安市万安县',
      k: 'office',
    }),
  ),
  text(
    'the year before the body',
    '2023年度吉水县行政审批局政府信息公开年度报告',
    says({
      t: '2023年度吉水县行政审批局政府信息公开年度报告',
      o: '吉水县行政审批局',
      r: '江西省吉安市吉水县',
      k: 'department',
    }),
  ),
  text(
    'the year inside the name',
    '泰和县林业局政府信息公开2023年度报告',
    says({ t: '泰和县林业局政府信息公开2023年度报告', o: '泰和县林业局', r: '江西省吉安市泰和县', k: 'department' }),
  ),
  text(
    'the year inside the longer name',
    '泰和县林业局政府信息公开工作2023年年度报告',
    says({
      t: '泰和县林业局政府信息公开工作2023年年度报告',
      o: '泰和县林业局',
      r: '江西省吉安市泰和县',
      k: 'department',
    }),
  ),
  text(
    '报告 without 年度',
    '新干县2023年度政府信息公开工作报告',
    says({ t: '新干县2023年度政府信息公开工作报告', o: '新干县', r: '江西省吉安市新干县', k: 'government' }),
  ),
  text(
    'a bare street',
    '吉安市吉州区白塘街道2023年政府信息公开工作年报',
    says({
      t: '吉安市吉州区白塘街道2023年政府信息公开工作年报',
      o: '吉安市吉州区白塘街道',
      r: '江西省吉安市吉州区白塘街道',
      k: 'town',
    }),
  ),
  text(
    'a spaced year',
    '永新县民政局2 0 2 3年政府信息公开工作年度报告',
    says({
      t: ['永新县民政局2023年政府信息公开工作年度报告', '永新县民政局2 0 2 3年政府信息公开工作年度报告'],
      o: '永新县民政局',
      r: '江西省吉安市永新县',
      k: 'department',
    }),
  ),
  text(
    'a covering notice above the title',
    '关于印发《峡江县2023年政府信息公开工作年度报告》的通知\n各乡镇人民政府：\n峡江县2023年政府信息公开工作年度报告',
    says({ t: '峡江县2023年政府信息公开工作年度报告', o: '峡江县', r: '江西省吉安市峡江县', k: 'government' }),
  ),
  text(
    'the name of the site above',
    '吉安市政府信息公开\n安福县水利局2023年政府信息公开工作年度报告',
    says({
      t: '安福县水利局2023年政府信息公开工作年度报告',
      o: '安福县水利局',
      r: '江西省吉安市安福县',
      k: 'department',
    }),
  ),
  dated('发布时间:2024-01-10 10:26:33.0', '2024-01-10'),
  dated('2024-01-10　|　来源：县商务局', '2024-01-10'),
  dated('[2024-01-10]', '2024-01-10'),
  dated('发布日期：2024年01月10日 09时15分', '2024-01-10'),
  dated('时间：2024-01-10 | 来源 : 商务局 | 作者: | 浏览量：3', '2024-01-10'),
  dated('(发布时间：2024年1月10日)', '2024-01-10'),
  dated('来源:吉安日报 发表时间:2024-01-25', '2024-01-25'),
  dated('录入时间：2024-01-29', '2024-01-29'),
  dated('发布日期： 2024-01-11    字号：[大 中 小]  视力保护色：', '2024-01-11'),
  dated('有效期：2029-01-10', null),
  dated('公开时限：常年公开 公开形式：主动公开', null),
  dated('2024年1月17日 10:20 遂川县商务局', '2024-01-17'),
  dated('2024-01-17 10:20:11 浏览：', '2024-01-17'),
  text('a signature in 元月', base, says({ ...facts, d: '2024-01-10' }), '遂川县商务局\n二〇二四年元月十日'),
  text(
    'a signature with layout spaces',
    base,
    says({ ...facts, d: '2024-01-08' }),
    '遂 川 县 商 务 局\n2024 年 1 月 8 日',
  ),
  text('date first, then the name', base, says({ ...facts, d: '2024-01-08' }), '2024年1月8日\n遂川县商务局'),
  spanned('本报告中所列数据的统计期限从2023年1月1日起，至2023年12月31日止。', 2023),
  spanned('报告时段：2023年1月1日-12月31日', 2023),
  spanned('数据统计时间：2023-01-01至2023-12-31', 2023),
  spanned('统计期限为 2023 年 1 月 1 日 起 至 2023 年 12 月 31 日。', 2023),
  spanned('（2023年1月1日－2023年12月31日）', 2023),
  spanned('统计数据时间自2023年1月1日零时至2023年12月31日二十四时。', 2023),
  spanned('本报告所列数据统计期限为2023年度。', null),
  text(
    'a number with a space before 号',
    `文号：遂商字〔2024〕3 号\n${base}`,
    says({ ...facts, n: '遂商字〔2024〕3号' }),
  ),
  text('a number in brackets', `${base}\n（遂商公开〔2024〕1号）`, says({ ...facts, n: '遂商公开〔2024〕1号' })),
  text('a number with 第', `遂商字〔2024〕第5号\n${base}`, says({ ...facts, n: '遂商字〔2024〕第5号' })),
  text(
    'number and date in one line',
    `遂商〔2024〕5号 2024年1月12日\n${base}`,
    says({ ...facts, n: '遂商〔2024〕5号', d: [null, '2024-01-12'] }),
  ),
  of('井冈山市茨坪镇人民政府', '江西省吉安市井冈山市茨坪镇', 'town'),
  of('赣江新区管委会', null, 'other'),
  of('河北雄安新区管理委员会', '河北省', 'other'),
  of('吉安市住房公积金管理中心', '江西省吉安市', 'department'),
  of('吉安县公安局交通管理大队', '江西省吉安市吉安县', 'department'),
  of('西藏自治区那曲市色尼区人民政府', '西藏自治区那曲市色尼区', 'government'),
  of('青海省海西蒙古族藏族自治州德令哈市人民政府', '青海省海西蒙古族藏族自治州德令哈市', 'government'),
  of('巴音郭楞蒙古自治州和静县民政局', '新疆维吾尔自治区巴音郭楞蒙古自治州和静县', 'department'),
  of('恩施州人民政府办公室', '湖北省恩施土家族苗族自治州', 'office'),
  of('大兴安岭地区行政公署', '黑龙江省大兴安岭地区', 'government'),
  of('神农架林区人民政府', '湖北省神农架林区', 'government'),
  of('六枝特区人民政府', '贵州省六盘水市六枝特区', 'government'),
  of('东莞市长安镇人民政府', '广东省东莞市长安镇', 'town'),
  of('中山市石岐街道办事处', '广东省中山市石岐街道', 'town'),
  of('嘉峪关市文化旅游局', '甘肃省嘉峪关市', 'department'),
  of('遂川县总工会', '江西省吉安市遂川县', ['department', 'other']),
  of('遂川县城市管理局', '江西省吉安市遂川县', 'department'),
  of('遂川县应急救援指挥中心', '江西省吉安市遂川县', 'department'),
  of('安徽省农业农村厅', '安徽省', 'department'),
  of('国家税务总局吉安市税务局', '江西省吉安市', 'department'),
  of('莒县浮来山街道办事处', '山东省日照市莒县浮来山街道', 'town'),
  text(
    'the maker in 特编制',
    `${bare}\n特编制泰和县商务局2023年政府信息公开工作年度报告。`,
    says({ t: bare, o: '泰和县商务局', r: '江西省吉安市泰和县', k: 'department' }),
  ),
  text(
    'the body only in the contact',
    `${bare}\n如对本报告有疑问，请与永丰县城市管理局联系（地址：某路1号）。`,
    says({ t: bare, o: '永丰县城市管理局', r: '江西省吉安市永丰县', k: 'department', u: ['organization', 'region'] }),
  ),
  page(
    'the body in the keywords only',
    '<meta name="keywords" content="年报"><meta name="ContentSource" content="县商务局"><meta name="SiteName" content="遂川县人民政府">',
    `<h1>${bare}</h1>`,
    says({ t: bare, o: [null, '遂川县商务局'], r: '江西省吉安市遂川县', k: [null, 'department'], u: ['region'] }),
  ),
  page(
    'three title candidates',
    '<title>政府信息公开年报-遂川县人民政府</title>',
    '<div>政府信息公开年报</div><div>遂川县人民政府办公室</div><h1>2023年度政府信息公开工作年度报告</h1><div>来源：遂川县人民政府办公室 发布时间：2024-01-31</div>',
    says({
      t: ['2023年度政府信息公开工作年度报告', '遂川县人民政府办公室2023年度政府信息公开工作年度报告'],
      o: '遂川县人民政府办公室',
      r: '江西省吉安市遂川县',
      k: 'office',
      d: '2024-01-31',
      u: [],
    }),
  ),
  office(
    'a file name with year and body in another order',
    { fileName: '2023年度政府信息公开工作年度报告-遂川县水利局.docx' },
    bare,
    says({ t: bare, o: ['遂川县水利局'], r: '江西省吉安市遂川县', k: 'department', u: ['organization', 'region'] }),
  ),
  other(
    'a news item',
    '遂川县召开政务公开工作培训会\n2024年1月10日，遂川县召开2023年度政务公开工作培训会，讲解政府信息公开工作年度报告编制要求。\n各乡镇参加会议。',
    says({
      y: null,
      o: [null],
      r: [null, '江西省吉安市遂川县'],
      k: [null, 'government'],
      m: 'recognition.notAnnualReport',
    }),
  ),
  other(
    'an answer to an application',
    '政府信息公开申请答复书\n遂信公开〔2024〕5号\n张某：\n本机关收到您的申请，现答复如下。',
    says({ y: null, n: [null, '遂信公开〔2024〕5号'], m: 'recognition.notAnnualReport' }),
  ),
  other(
    'a power company',
    '国网江西省电力有限公司遂川县供电分公司2023年信息公开年度报告\n一、概述\n二、主动公开情况',
    says({
      t: '国网江西省电力有限公司遂川县供电分公司2023年信息公开年度报告',
      o: '国网江西省电力有限公司遂川县供电分公司',
      r: [null, '江西省', '江西省吉安市遂川县'],
      k: 'other',
      m: 'recognition.otherForm',
    }),
  ),
  other(
    'a university by name',
    '某某大学2022—2023学年信息公开工作报告\n一、信息公开工作概述\n二、主动公开情况\n三、依申请公开情况\n四、师生员工和社会公众对学校信息公开的评议情况\n五、存在的主要问题和改进情况',
    says({
      t: '某某大学2022—2023学年信息公开工作报告',
      o: '某某大学',
      k: 'other',
      y: 2022,
      m: 'recognition.otherForm',
    }),
  ),
]
