/** Bodies of the whole country: what stands in front of the place of one of their offices, and those that are at no place. */

/** Bodies that have an office in every province; the party, too, stands in front of the place. */
const offices = [
  '中华人民共和国',
  '国家税务总局',
  '国家统计局',
  '中国人民银行',
  '中国共产党',
  '中共',
  '中国证券监督管理委员会',
  '中国证监会',
  '国家金融监督管理总局',
  '中国银行保险监督管理委员会',
  '中国银保监会',
  '中国银行业监督管理委员会',
  '中国银监会',
  '中国保险监督管理委员会',
  '中国保监会',
  '国家外汇管理局',
  '国家能源局',
  '国家矿山安全监察局',
  '国家粮食和物资储备局',
  '国家邮政局',
  '中国民用航空',
  '海关总署',
  '财政部',
  '审计署驻?',
]
const inFront = new RegExp(`^(?:${offices.join('|')})`)

/** How many characters of a name are those of a body of the whole country. */
export const nationwideLength = (name: string): number => inFront.exec(name)?.[0].length ?? 0

/** 上海监管局, 吉林监管局: an office of a whole province or a city of its rank; a city's is a 监管分局. */
export const isProvincesOffice = (rest: string): boolean =>
  /^(?:监管局|证监局|分署|银保监局|监督管理局|监察局|监管办|专员办|特派员|特派办|调查总队|储备局|邮政管理局)/.test(rest)

const ministries =
  '外交|国防|教育|科学技术|工业和信息化|公安|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|应急管理'
const whole = new RegExp(
  `^(?:中华人民共和国)?(?:国务院\\p{Script=Han}*|国家\\p{Script=Han}{1,12}?(?:局|署|委员会|办公室)|(?:${ministries})部|审计署|海关总署)$`,
  'u',
)

/** A body that is of no place: 国家新闻出版署（国家版权局）. The places its prose names are others'; not 国家税务总局桐坞县税务局, an office. */
export function isOfNoPlace(name: string): boolean {
  const bare = name.replace(/[(（][^()（）]*[)）]$/, '')
  const length = nationwideLength(bare)
  return whole.test(bare) && (length === 0 || length === bare.length || bare.startsWith('中华人民共和国'))
}

/** Customs districts that are named after what is no county: 黄埔关区, of which the body is in 广州. They reach beyond that city. */
export const customs: readonly (readonly [name: string, city: string])[] = [
  ['黄埔', '广州市'],
  ['拱北', '珠海市'],
]
