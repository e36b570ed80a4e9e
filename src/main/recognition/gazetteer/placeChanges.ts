/** What became of counties: names and codes that the packaged lists do not have. */

/**
 * A division as it is since the packaged list of counties (2020) was made; `was` is its code there, null where it is new. `since`: the
 * first year a report of it can be of, where an older report that has the name means something else by it.
 */
export type PlaceChange = {
  readonly code: string
  readonly name: string
  readonly was: string | null
  readonly since?: number
}

/**
 * Changes of counties by decisions of the State Council since 2021. The packaged list of towns (2021) already has the codes of those of
 * 2021, which is how they were checked; a code of a later one stands here only where two independent lists agree on it.
 */
export const placeChanges: readonly PlaceChange[] = [
  { code: '330113', name: '临平区', was: null },
  { code: '330114', name: '钱塘区', was: null },
  { code: '350404', name: '三元区', was: '350403' },
  { code: '350405', name: '沙县区', was: '350427' },
  { code: '350604', name: '龙海区', was: '350681' },
  { code: '350605', name: '长泰区', was: '350625' },
  { code: '410307', name: '偃师区', was: '410381' },
  { code: '410308', name: '孟津区', was: '410322' },
  { code: '431181', name: '祁阳市', was: '431121' },
  { code: '450181', name: '横州市', was: '450127' },
  { code: '513402', name: '会理市', was: '513425' },
  { code: '520581', name: '黔西市', was: '520522' },
  { code: '532302', name: '禄丰市', was: '532331' },
  { code: '540481', name: '米林市', was: '540422' },
  { code: '540581', name: '错那市', was: '540530' },
  { code: '610305', name: '凤翔区', was: '610322' },
  { code: '610981', name: '旬阳市', was: '610928' },
  { code: '654203', name: '沙湾市', was: '654223' },
  { code: '659012', name: '白杨市', was: null },
  { code: '653228', name: '和康县', was: null, since: 2024 },
  { code: '653229', name: '和安县', was: null, since: 2024 },
  // The zone of that name, of 2010, is no division and has no code.
  { code: '500157', name: '两江新区', was: null, since: 2025 },
  { code: '653132', name: '岑岭县', was: null, since: 2026 },
  { code: '659013', name: '草湖市', was: null, since: 2026 },
]

/**
 * Divisions that are gone and that no single other one goes on as: code, name and the last year a report of it can be of. 渝府发〔2025〕15号
 * dissolved two districts for 两江新区, gave five towns of 渝北区 to 北碚区 and five of 北碚区 to 两江新区. Their codes of today are on
 * no list, so that a later report gets what is above them, unsurely.
 */
export const gone: readonly (readonly [code: string, name: string, last: number])[] = [
  ['500105', '江北区', 2025],
  ['500112', '渝北区', 2025],
  ['500109006', '蔡家岗街道', 2025],
  ['500109008', '水土街道', 2025],
  ['500109009', '复兴街道', 2025],
  ['500109104', '童家溪镇', 2025],
  ['500109108', '施家梁镇', 2025],
]

/**
 * Zones whose area is one county's: name of the zone, of the county, and what its full name begins with. Its bodies are run by the
 * province, so that the county is where they are and not whose they are.
 */
export const zonesOfCounties: typeof otherNames = [
  ['杨凌示范区', '杨陵区', '陕西省咸阳市'],
  ['杨凌农业高新技术产业示范区', '杨陵区', '陕西省咸阳市'],
]

/**
 * Counties that became districts or cities since 2011 (reports go back that far): the other name, the name in the packaged
 * lists, and what its full name begins with there. Both names have that one code, so that years can be compared.
 */
export const otherNames: readonly (readonly [string, string, string])[] = [
  ['潼南县', '潼南区', '重庆市'],
  ['铜梁县', '铜梁区', '重庆市'],
  ['璧山县', '璧山区', '重庆市'],
  ['荣昌县', '荣昌区', '重庆市'],
  ['开县', '开州区', '重庆市'],
  ['梁平县', '梁平区', '重庆市'],
  ['武隆县', '武隆区', '重庆市'],
  ['大足县', '大足区', '重庆市'],
  ['綦江县', '綦江区', '重庆市'],
  ['密云县', '密云区', '北京市'],
  ['延庆县', '延庆区', '北京市'],
  ['崇明县', '崇明区', '上海市'],
  ['静海县', '静海区', '天津市'],
  ['宁河县', '宁河区', '天津市'],
  ['蓟县', '蓟州区', '天津市'],
  ['富阳市', '富阳区', '浙江省杭州市'],
  ['临安市', '临安区', '浙江省杭州市'],
  ['绍兴县', '柯桥区', '浙江省绍兴市'],
  ['上虞市', '上虞区', '浙江省绍兴市'],
  ['奉化市', '奉化区', '浙江省宁波市'],
  ['洞头县', '洞头区', '浙江省温州市'],
  ['玉环县', '玉环市', '浙江省台州市'],
  ['溧水县', '溧水区', '江苏省南京市'],
  ['高淳县', '高淳区', '江苏省南京市'],
  ['吴江市', '吴江区', '江苏省苏州市'],
  ['铜山县', '铜山区', '江苏省徐州市'],
  ['赣榆县', '赣榆区', '江苏省连云港市'],
  ['洪泽县', '洪泽区', '江苏省淮安市'],
  ['大丰市', '大丰区', '江苏省盐城市'],
  ['金坛市', '金坛区', '江苏省常州市'],
  ['姜堰市', '姜堰区', '江苏省泰州市'],
  ['海门市', '海门区', '江苏省南通市'],
  ['章丘市', '章丘区', '山东省济南市'],
  ['济阳县', '济阳区', '山东省济南市'],
  ['即墨市', '即墨区', '山东省青岛市'],
  ['文登市', '文登区', '山东省威海市'],
  ['兖州市', '兖州区', '山东省济宁市'],
  ['双流县', '双流区', '四川省成都市'],
  ['郫县', '郫都区', '四川省成都市'],
  ['新津县', '新津区', '四川省成都市'],
  ['达县', '达川区', '四川省达州市'],
  ['南溪县', '南溪区', '四川省宜宾市'],
  ['宜宾县', '叙州区', '四川省宜宾市'],
  ['高陵县', '高陵区', '陕西省西安市'],
  ['户县', '鄠邑区', '陕西省西安市'],
  ['望城县', '望城区', '湖南省长沙市'],
  ['宁乡县', '宁乡市', '湖南省长沙市'],
  ['长乐市', '长乐区', '福建省福州市'],
  ['永定县', '永定区', '福建省龙岩市'],
  ['建阳市', '建阳区', '福建省南平市'],
  ['增城市', '增城区', '广东省广州市'],
  ['从化市', '从化区', '广东省广州市'],
  ['高要市', '高要区', '广东省肇庆市'],
  ['揭东县', '揭东区', '广东省揭阳市'],
  ['潮安县', '潮安区', '广东省潮州市'],
  ['新建县', '新建区', '江西省南昌市'],
  ['赣县', '赣县区', '江西省赣州市'],
  ['南康市', '南康区', '江西省赣州市'],
  ['鹿泉市', '鹿泉区', '河北省石家庄市'],
  ['藁城市', '藁城区', '河北省石家庄市'],
  ['栾城县', '栾城区', '河北省石家庄市'],
  ['呈贡县', '呈贡区', '云南省昆明市'],
  ['晋宁县', '晋宁区', '云南省昆明市'],
]
