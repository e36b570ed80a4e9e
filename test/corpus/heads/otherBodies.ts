import type { BodyKind, ReportFact } from '../../../src/shared/data/report.ts'
import { type Head, page, says, text } from './model.ts'

const titled = (o: string, r: string | null, k: BodyKind, y = 2023, u: readonly ReportFact[] = []): Head => {
  const t = `${o}${y}年政府信息公开工作年度报告`
  return text(`titled by ${o} of ${y}`, t, says({ t, o, r, k, y, u }))
}
const unsurely: readonly ReportFact[] = ['region']
const corps = '新疆维吾尔自治区'
const bare = '2023年政府信息公开工作年度报告'

/** Bodies outside the ladder of places, places that come and go, and names in sentences. */
export const otherBodyHeads = [
  titled('新疆生产建设兵团第八师石河子市', `${corps}石河子市`, 'government'),
  titled('第三师图木舒克市市场监督管理局', `${corps}图木舒克市`, 'department'),
  titled('新疆生产建设兵团第七师', `${corps}胡杨河市`, 'government', 2023, unsurely),
  titled('中国证券监督管理委员会上海监管局', '上海市', 'department'),
  titled('中国证券监督管理委员会大连监管局', '辽宁省大连市', 'department'),
  titled('国家金融监督管理总局吉林监管局', '吉林省', 'department'),
  titled('国家金融监督管理总局丽水监管分局', '浙江省丽水市', 'department'),
  titled('国家统计局江西调查总队', '江西省', 'department'),
  titled('中华人民共和国黄埔海关', '广东省广州市', 'department', 2023, unsurely),
  titled('国家新闻出版署(国家版权局)', null, 'department', 2019),
  titled('遂川县民政局(本级机关)', '江西省吉安市遂川县', 'department'),
  titled('中国(福建)自由贸易试验区厦门片区管理委员会', '福建省厦门市', 'other'),
  titled('中国(上海)自由贸易试验区临港新片区管理委员会', '上海市', 'other', 2023, unsurely),
  // Run by the province; the county of that area is 杨陵区.
  titled('陕西省杨凌农业高新技术产业示范区管理委员会', '陕西省咸阳市杨陵区', 'other', 2023, unsurely),
  titled('杨凌示范区生态环境局', '陕西省咸阳市杨陵区', 'department', 2023, unsurely),
  titled('上海市浦东新区', '上海市浦东新区', 'government'),
  titled('沈阳市沈北新区', '辽宁省沈阳市沈北新区', 'government'),
  titled('合肥市蜀山区人民政府、蜀山经济技术开发区管理委员会', '安徽省合肥市蜀山区', 'government'),
  titled('重庆市渝北区人民政府', '重庆市渝北区', 'government'),
  titled('重庆市渝北区人民政府', '重庆市', 'government', 2026, unsurely),
  titled('重庆市两江新区财政局', '重庆市两江新区', 'department', 2026),
  titled('和田地区和康县人民政府', '新疆维吾尔自治区和田地区和康县', 'government', 2025),
  titled('合肥市云栖区人民政府', '安徽省合肥市', 'government', 2023, unsurely),
  titled('合肥市城市管理局', '安徽省合肥市', 'department'),
  titled('东莞市虎门镇人民政府', '广东省东莞市虎门镇', 'town'),
  text(
    'the sentence before the name, in a line of its own',
    `${bare}\n如有疑问，\n请与淮安市洪泽区人民政府办公室\n联系。`,
    says({
      t: bare,
      o: [null, '淮安市洪泽区人民政府办公室'],
      r: '江苏省淮安市洪泽区',
      k: [null, 'office'],
      u: ['organization', 'region'],
    }),
  ),
  text(
    'a date with its digits apart',
    `遂川县民政局${bare}`,
    says({
      t: `遂川县民政局${bare}`,
      o: '遂川县民政局',
      r: '江西省吉安市遂川县',
      k: 'department',
      d: '2024-01-24',
    }),
    '遂川县民政局\n２０２４ 年 1 月 ２ 4 日',
  ),
  page(
    'a labelled date with its digits apart',
    '',
    `<h1>遂川县民政局${bare}</h1><p>发布日期： 2 0 2 4 年 1 月 2 4 日</p>`,
    says({
      t: `遂川县民政局${bare}`,
      o: '遂川县民政局',
      r: '江西省吉安市遂川县',
      k: 'department',
      d: '2024-01-24',
    }),
  ),
]
