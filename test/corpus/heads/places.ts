import { page, says, text } from './model.ts'

const bare = '2023年政府信息公开工作年度报告'

/** Places that the title does not tell: namesakes, bare titles, signatures. */
export const placeHeads = [
  text(
    'a namesake with its city before it',
    `福州市鼓楼区人民政府${bare}`,
    says({ t: `福州市鼓楼区人民政府${bare}`, o: '福州市鼓楼区人民政府', r: '福建省福州市鼓楼区', k: 'government' }),
  ),
  text(
    'a namesake alone: nothing decides',
    `鼓楼区人民政府${bare}`,
    says({ t: `鼓楼区人民政府${bare}`, o: '鼓楼区人民政府', r: null, k: 'government' }),
  ),
  text(
    'a namesake, the province in the prose',
    `鼓楼区人民政府${bare}\n2023年，在河南省、开封市的指导下，鼓楼区做好公开工作。`,
    says({
      t: `鼓楼区人民政府${bare}`,
      o: ['鼓楼区人民政府', '开封市鼓楼区人民政府'],
      r: '河南省开封市鼓楼区',
      k: 'government',
      u: ['region'],
    }),
  ),
  text(
    'a namesake, the city only in the source line',
    `南山区民政局${bare}\n发布时间：2024-01-15 来源：深圳市南山区民政局`,
    says({
      t: `南山区民政局${bare}`,
      o: ['南山区民政局', '深圳市南山区民政局'],
      r: '广东省深圳市南山区',
      k: 'department',
      d: '2024-01-15',
      u: ['region'],
    }),
  ),
  text(
    'a namesake, the city in a slogan and a site name',
    `朝阳区司法局${bare}\n通过“长春市人民政府”网站和长春发布等渠道公开信息。`,
    says({
      t: `朝阳区司法局${bare}`,
      o: ['朝阳区司法局', '长春市朝阳区司法局'],
      r: '吉林省长春市朝阳区',
      k: 'department',
      u: ['region'],
    }),
  ),
  text(
    'a namesake, two cities named alike often: nothing decides',
    `新华区财政局${bare}\n学习石家庄市的做法，又与沧州市交流。`,
    says({ t: `新华区财政局${bare}`, o: '新华区财政局', r: null, k: 'department' }),
  ),
  text(
    'a town of the same name in many counties',
    `城关镇人民政府${bare}\n在旬阳市委、市政府领导下，本镇做好公开工作。陕西省的要求得到落实。`,
    says({ t: `城关镇人民政府${bare}`, o: '城关镇人民政府', r: '陕西省安康市旬阳市城关镇', k: 'town', u: ['region'] }),
  ),
  text(
    'a town of the same name in many counties, alone',
    `城关镇人民政府${bare}`,
    says({ t: `城关镇人民政府${bare}`, o: '城关镇人民政府', r: null, k: 'town' }),
  ),
  text(
    'a bare title, the county in the prose',
    `${bare}\n2023年，文成县认真贯彻条例，全县公开信息有序开展。文成县政府门户网站运行平稳，全县各乡镇积极参与。`,
    says({ t: bare, r: '浙江省温州市文成县', k: [null, 'government'], u: ['region'] }),
  ),
  text(
    'a bare title, the maker in the prose',
    `${bare}\n本报告由泰顺县交通运输局编制。`,
    says({ t: bare, o: '泰顺县交通运输局', r: '浙江省温州市泰顺县', k: 'department' }),
  ),
  text(
    'a bare title, the maker introduced by 现将',
    `${bare}\n根据《条例》规定，现将磐安县水务局2023年度政府信息公开工作情况报告如下。`,
    says({ t: bare, o: '磐安县水务局', r: '浙江省金华市磐安县', k: 'department' }),
  ),
  text(
    'a bare title, named 以下简称 in the prose',
    `${bare}\n缙云县应急管理局（以下简称“我局”）按照《条例》要求编制本报告。`,
    says({ t: bare, o: '缙云县应急管理局', r: '浙江省丽水市缙云县', k: 'department' }),
  ),
  text(
    'a bare title, a signature with its date',
    bare,
    says({ t: bare, o: '松阳县审计局', r: '浙江省丽水市松阳县', k: 'department', d: '2024-01-16' }),
    '松阳县审计局\n2024年1月16日',
  ),
  text(
    'a bare title, a signature with the date in numerals',
    bare,
    says({ t: bare, o: '云和县统计局', r: '浙江省丽水市云和县', k: 'department', d: '2024-01-16' }),
    '云和县统计局\n二○二四年一月十六日',
  ),
  text(
    'a bare title, a signature without a date',
    bare,
    says({ t: bare, o: '庆元县林业局', r: '浙江省丽水市庆元县', k: 'department', u: ['organization', 'region'] }),
    '庆元县林业局',
  ),
  text(
    'a bare title, signature and date in one line',
    bare,
    says({ t: bare, o: '龙泉市教育局', r: '浙江省丽水市龙泉市', k: 'department', d: '2024-01-16' }),
    '龙泉市教育局　　2024年1月16日',
  ),
  text(
    'a title without a place, the place in the prose',
    `区人民政府办公室${bare}\n嘉兴市南湖区人民政府办公室按照要求编制本报告。南湖区政府网站公开信息。`,
    says({
      t: `区人民政府办公室${bare}`,
      o: ['嘉兴市南湖区人民政府办公室'],
      r: '浙江省嘉兴市南湖区',
      k: 'office',
      u: ['organization', 'region'],
    }),
  ),
  text(
    'a title with 县教育局 only',
    `县教育局${bare}\n2023年，在苍南县委、县政府领导下，我局做好公开工作。苍南县教育网公开信息。`,
    says({
      t: `县教育局${bare}`,
      o: ['县教育局', '苍南县教育局'],
      r: '浙江省温州市苍南县',
      k: 'department',
      u: ['region'],
    }),
  ),
  text(
    'a title with 我局 only',
    `我局${bare}\n永嘉县水利局2023年公开工作情况如下。`,
    says({
      t: `我局${bare}`,
      o: ['永嘉县水利局'],
      r: '浙江省温州市永嘉县',
      k: 'department',
      u: ['organization', 'region'],
    }),
  ),
  text(
    'a body without a place, the city in the prose',
    `市场监督管理局${bare}\n平湖市市场监督管理局坚持依法公开。平湖市政府网站发布信息。`,
    says({
      t: `市场监督管理局${bare}`,
      o: ['市场监督管理局', '平湖市市场监督管理局'],
      r: '浙江省嘉兴市平湖市',
      k: 'department',
      u: ['region'],
    }),
  ),
  text(
    'a city named by its short name',
    `嘉善教育局${bare}`,
    says({ t: `嘉善教育局${bare}`, o: '嘉善教育局', r: '浙江省嘉兴市嘉善县', k: 'department', u: ['region'] }),
  ),
  text(
    'two counties named alike often in the prose',
    `${bare}\n学习海盐县的经验。学习海宁市的经验。`,
    says({ t: bare }),
  ),
  page(
    'the place in the site name of the title element',
    `<title>${bare}_岱山县人民政府门户网站</title>`,
    `<h1>${bare}</h1><p>岱山县各部门按照要求公开信息。</p>`,
    says({ t: bare, o: [null, '岱山县人民政府'], r: '浙江省舟山市岱山县', k: [null, 'government'], u: ['region'] }),
  ),
  text(
    'a new town that no list has',
    `杭州市西湖区云栖新设镇人民政府${bare}`,
    says({
      t: `杭州市西湖区云栖新设镇人民政府${bare}`,
      o: '杭州市西湖区云栖新设镇人民政府',
      r: '浙江省杭州市西湖区',
      k: 'town',
      u: ['region'],
    }),
  ),
]
