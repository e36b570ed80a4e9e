import { describe, expect, test } from 'vitest'
import { gone } from '../../src/main/recognition/gazetteer/placeChanges.ts'
import { gazetteer } from '../../src/main/recognition/gazetteer/places.ts'
import { recognise } from '../../src/main/recognition/index.ts'
import type { Report } from '../../src/shared/data/report.ts'

/** Bodies that are no government of a division, and places that were not always there. Real names and codes of places are facts. */

function of(body: string, year = 2023, ...prose: readonly string[]): Report {
  const lines = [`${body}${year}年政府信息公开工作年度报告`, ...prose, '一、总体情况', '略。']
  const blocks = lines.map(text => ({ kind: 'paragraph', text }) as const)
  return recognise({ format: 'docx', title: null, blocks, pages: [] }, 'x.docx').report
}

/** Code and kind of a body; a code with “?” is marked unsure. */
function placed(body: string, year?: number, ...prose: readonly string[]): readonly [string | null, string | null] {
  const { region, kind, unsure } = of(body, year, ...prose)
  return [region && region.code + (unsure.includes('region') ? '?' : ''), kind]
}

describe('the 兵团', () => {
  test.each([
    ['新疆生产建设兵团第八师石河子市', '659001', 'government'],
    ['第八师石河子市教育局', '659001', 'department'],
    ['八师石河子市', '659001', 'government'],
    ['兵团石河子市人民政府', '659001', 'government'],
    ['新疆生产建设兵团第一师阿拉尔市', '659002', 'government'],
    ['第三师图木舒克市财政局', '659003', 'department'],
    ['第六师五家渠市', '659004', 'government'],
    ['第十师北屯市', '659005', 'government'],
    ['第二师铁门关市', '659006', 'government'],
    ['第五师双河市', '659007', 'government'],
    ['第四师可克达拉市', '659008', 'government'],
    ['第十四师昆玉市', '659009', 'government'],
    ['第七师胡杨河市', '659010', 'government'],
    ['第十三师新星市', '659011', 'government'],
    ['第九师白杨市', '659012', 'government'],
    ['第八师石河子市北泉镇人民政府', '659001100', 'town'],
    ['新疆生产建设兵团司法局', '650000', 'department'],
    ['新疆生产建设兵团', '650000', 'government'],
  ])('%s is %s', (body, code, kind) => {
    expect(placed(body)).toEqual([code, kind])
  })

  test('a division alone is its city’s, unsurely, and one without a city only in 新疆', () => {
    expect(placed('新疆生产建设兵团第八师')).toEqual(['659001?', 'government'])
    expect(placed('第八师水利局')).toEqual(['659001?', 'department'])
    expect(placed('新疆生产建设兵团第十二师')).toEqual(['650000?', 'government'])
  })

  test('a division that names another one’s city is doubted', () => {
    expect(placed('第八师五家渠市')).toEqual(['659004?', 'government'])
    expect(placed('第八师五家渠市梧桐镇人民政府')).toEqual(['659004100?', 'town'])
  })

  test.each([
    ['湖北第二师范学院', '420000', 'other'],
    ['桐坞第二师附属医院', null, 'other'],
    ['第一师资培训中心', null, 'department'],
  ])('%s is no division', (body, code, kind) => {
    expect(placed(body)).toEqual([code, kind])
  })
})

describe('offices of bodies of the whole country', () => {
  test.each([
    ['中国证券监督管理委员会上海监管局', '310000'],
    ['中国证监会宁波监管局', '330200'],
    ['国家金融监督管理总局重庆监管局', '500000'],
    ['国家金融监督管理总局温州监管分局', '330300'],
    ['国家统计局浙江调查总队', '330000'],
    ['审计署驻武汉特派员办事处', '420100'],
    ['中华人民共和国宁波海关', '330200'],
    ['宁波关区', '330200'],
  ])('%s is in %s', (body, code) => {
    expect(placed(body)).toEqual([code, 'department'])
  })

  test('one name of a province and a city: the rank of the office tells', () => {
    expect(placed('中国证监会吉林监管局')[0]).toBe('220000')
    expect(placed('国家金融监督管理总局吉林监管分局')[0]).toBe('220200')
    expect(placed('中国证监会海南监管局')[0]).toBe('460000')
  })

  test('customs that are named after no county are where their seat is, unsurely', () => {
    expect(placed('中华人民共和国黄埔海关')).toEqual(['440100?', 'department'])
    expect(placed('拱北海关')).toEqual(['440400?', 'department'])
    expect(placed('广州市黄埔区民政局')).toEqual(['440112', 'department'])
  })

  test('a body of no place is given none, whatever its prose names', () => {
    const prose = '2023年在嘉兴市、嘉兴市南湖区调研，嘉兴市作了介绍。'
    expect(placed('国家新闻出版署（国家版权局）', 2019, prose)).toEqual([null, 'department'])
    expect(placed('国家能源局', 2023, prose)).toEqual([null, 'department'])
    // One that only leaves its place out is placed by its prose, as before.
    expect(placed('审计局', 2023, prose)[0]).toBe('330400?')
    expect(placed('国家税务总局桐坞县税务局', 2023, prose)[0]).toBe('330400?')
  })
})

describe('zones', () => {
  test.each([
    ['中国（浙江）自由贸易试验区宁波片区管理委员会', '330200'],
    ['中国（湖南）自由贸易试验区岳阳片区', '430600'],
    ['中国（河南）自由贸易试验区管理委员会', '410000'],
    // The area is nobody’s name, so that a more exact place may be meant.
    ['中国（上海）自由贸易试验区临港新片区管理委员会', '310000?'],
    ['杨凌示范区管理委员会', '610403?'],
    ['苏州工业园区管理委员会', '320500'],
    ['重庆两江新区管理委员会', '500000'],
    ['杭州市云栖新区管理委员会', '330100'],
  ])('%s is a zone in %s', (body, code) => {
    expect(placed(body)).toEqual([code, 'other'])
  })

  test('a department of a zone is a department', () => {
    expect(placed('杨凌示范区教育局')).toEqual(['610403?', 'department'])
    expect(placed('咸阳市杨陵区教育局')).toEqual(['610403', 'department'])
  })

  test.each([
    ['上海市浦东新区', '310115'],
    ['上海市浦东新区人民政府', '310115'],
    ['天津市滨海新区', '120116'],
    ['沈北新区', '210113'],
    ['沈阳市沈北新区人民政府', '210113'],
  ])('%s is a district, and so a government', (body, code) => {
    const { region, kind, unsure } = of(body)
    expect({ code: region?.code, level: region?.level, kind, unsure }).toEqual({
      code,
      level: 'county',
      kind: 'government',
      unsure: [],
    })
  })

  test('the zone of a district’s name is a zone, and whether it is the district is not sure', () => {
    expect(placed('天津市滨海新区管理委员会')).toEqual(['120116?', 'other'])
  })

  test.each([
    '嘉兴市南湖区人民政府、嘉兴经济技术开发区管理委员会',
    '嘉兴市南湖区人民政府（嘉兴高新区管委会）',
    '嘉兴市南湖区（嘉兴经开区）',
    '嘉兴市南湖区暨嘉兴高新区',
  ])('%s reports for district and zone and is a government', body => {
    expect(placed(body)).toEqual(['330402', 'government'])
  })

  test('the zone first is a government, too; a zone with two names is none, nor a department of both', () => {
    expect(of('桐坞经开区管委会（桐坞区人民政府）').kind).toBe('government')
    expect(of('桐坞经开区管委会（桐坞高新区管委会）').kind).toBe('other')
    expect(of('桐坞县财政局（桐坞经开区财政局）').kind).toBe('department')
    expect(of('桐坞县发展和改革委员会').kind).toBe('department')
  })
})

describe('what stands in brackets behind a name', () => {
  test.each([
    ['桐坞县财政局（本级机关）', 'department'],
    ['桐坞县人民政府（本级）', 'government'],
    ['桐坞县人民政府办公室（桐坞县外事办公室）', 'office'],
    ['桐坞县石桥镇人民政府（本级）', 'town'],
    ['桐坞县第一中学（高中部）', 'other'],
  ])('says nothing of its kind: %s is %s', (body, kind) => {
    expect(of(body).kind).toBe(kind)
  })
})

describe('the year of a report tells which places there were', () => {
  test.each([
    ['重庆市渝北区人民政府', 2023, '500112'],
    ['重庆市渝北区人民政府', 2025, '500112'],
    ['重庆市渝北区人民政府', 2026, '500000?'],
    ['渝北区人民政府', 2026, '500000?'],
    ['渝北区统景镇人民政府', 2023, '500112133'],
    ['渝北区统景镇人民政府', 2026, '500000?'],
    ['重庆市北碚区统景镇人民政府', 2026, '500109?'],
    ['重庆市北碚区水土街道办事处', 2023, '500109008'],
    ['重庆市北碚区水土街道办事处', 2026, '500109?'],
    ['重庆市江北区人民政府', 2024, '500105'],
    ['重庆市江北区人民政府', 2027, '500000?'],
    ['重庆市两江新区人民政府', 2025, '500157'],
    ['重庆市两江新区民政局', 2026, '500157'],
    ['重庆市两江新区鸳鸯街道办事处', 2026, '500157?'],
    ['重庆两江新区管理委员会', 2025, '500157?'],
    ['重庆两江新区管理委员会', 2024, '500000'],
    ['和田地区和康县人民政府', 2025, '653228'],
    ['和安县教育局', 2024, '653229'],
    ['喀什地区岑岭县人民政府', 2026, '653132'],
    ['喀什地区岑岭县人民政府', 2025, '653100?'],
    ['第三师草湖市', 2026, '659013'],
    ['第三师', 2026, '650000?'],
    ['第三师', 2025, '659003?'],
  ])('%s of %i is in %s', (body, year, code) => {
    expect(placed(body, year)[0]).toBe(code)
  })

  test('the prose of an old report means the zone by 两江新区, and decides for no district', () => {
    const prose = ['全区服务两江新区建设。', '两江新区、两江新区、两江新区。']
    expect(placed('教育局', 2023, ...prose)[0]).toBeNull()
    expect(placed('教育局', 2026, ...prose)[0]).toBe('500157?')
  })

  test('what is gone is on the lists', () => {
    const all = new Set([...gazetteer().byName.values()].flat().map(place => `${place.code} ${place.name}`))
    expect(gone.filter(([code, name]) => !all.has(`${code} ${name}`))).toEqual([])
  })
})

describe('a name that goes on behind the place that was found', () => {
  test.each([
    ['杭州市云栖区人民政府', '330100?'],
    ['杭州市云栖新区人民政府', '330100?'],
    ['和田地区云栖县财政局', '653200?'],
    ['浙江省云栖市司法局', '330000?'],
    ['通辽市云栖旗人民政府', '150500?'],
    ['云南省大理白族自治州云栖彝族自治县人民政府', '532900?'],
  ])('%s: only what it lies in is known, %s', (body, code) => {
    expect(placed(body)[0]).toBe(code)
  })

  test.each([
    ['济源市城市管理局', '419001'],
    ['杭州市社区建设办公室', '330100'],
    ['都江堰市灌区管理处', '510181'],
    ['长丰县双凤经济开发区管理委员会', '340121'],
    ['杭州市市场监督管理局', '330100'],
    ['杭州市市区河道管理中心', '330100'],
    ['杭州市老区建设促进会', '330100'],
    ['杭州市红旗水库管理处', '330100'],
    // A county holds no county.
    ['桐庐县沿江区管理处', '330122'],
    ['杭州市人民政府区域合作办公室', '330100'],
  ])('%s does not, and is surely in %s', (body, code) => {
    expect(placed(body)[0]).toBe(code)
  })
})

describe('towns of cities without counties', () => {
  test.each([
    ['东莞市长安镇人民政府', '441900119'],
    ['东莞市莞城街道办事处', '441900006'],
    ['虎门镇人民政府', '441900121'],
    ['中山市小榄镇人民政府', '442000118'],
    ['中山市民众街道办事处', '442000007'],
    ['中山市民众镇人民政府', '442000007'],
  ])('%s is %s', (body, code) => {
    expect(placed(body)).toEqual([code, 'town'])
  })

  test('a zone of 东莞 is no town, and a town that was joined to another leaves its city, unsurely', () => {
    expect(placed('东莞市松山湖管理委员会')).toEqual(['441900', 'other'])
    expect(placed('中山市东升镇人民政府')).toEqual(['442000?', 'town'])
  })
})
