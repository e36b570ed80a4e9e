import { office, page, says, text } from './model.ts'

/** Titles: where the place and the year stand, how the year is written, how the title is cut. */
export const titleHeads = [
  text(
    'a county government, year in digits',
    '彭水苗族土家族自治县人民政府2023年政府信息公开工作年度报告',
    says({
      t: '彭水苗族土家族自治县人民政府2023年政府信息公开工作年度报告',
      o: '彭水苗族土家族自治县人民政府',
      r: '重庆市彭水苗族土家族自治县',
      k: 'government',
    }),
  ),
  text(
    'a bare place before the year',
    '浙江省桐庐县2023年政府信息公开工作年度报告',
    says({
      t: '浙江省桐庐县2023年政府信息公开工作年度报告',
      o: '浙江省桐庐县',
      r: '浙江省杭州市桐庐县',
      k: 'government',
    }),
  ),
  text(
    'the year first',
    '2023年江山市政府信息公开工作年度报告',
    says({
      t: '2023年江山市政府信息公开工作年度报告',
      o: ['江山市', '江山市政府'],
      r: '浙江省衢州市江山市',
      k: 'government',
    }),
  ),
  text(
    'the year in Chinese numerals with 〇',
    '德清县人民政府办公室\n二〇二三年政府信息公开工作年度报告',
    says({
      t: '德清县人民政府办公室二〇二三年政府信息公开工作年度报告',
      o: '德清县人民政府办公室',
      r: '浙江省湖州市德清县',
      k: 'office',
    }),
  ),
  text(
    'the year with a white circle',
    '安吉县林业局二○二三年度政府信息公开工作年度报告',
    says({
      t: '安吉县林业局二○二三年度政府信息公开工作年度报告',
      o: '安吉县林业局',
      r: '浙江省湖州市安吉县',
      k: 'department',
    }),
  ),
  text(
    'the year with 零',
    '青田县水利局二零二三年政府信息公开工作年度报告',
    says({
      t: '青田县水利局二零二三年政府信息公开工作年度报告',
      o: '青田县水利局',
      r: '浙江省丽水市青田县',
      k: 'department',
    }),
  ),
  text(
    'the year with a Latin O',
    '遂昌县民政局二O二三年政府信息公开工作年度报告',
    says({
      t: '遂昌县民政局二O二三年政府信息公开工作年度报告',
      o: '遂昌县民政局',
      r: '浙江省丽水市遂昌县',
      k: 'department',
    }),
  ),
  text(
    'full-width digits and spaces',
    '宁海县 财政局 ２０２３ 年 政 府 信 息 公 开 工 作 年 度 报 告',
    says({
      t: ['宁海县财政局2023年政府信息公开工作年度报告', '宁海县财政局２０２３年政府信息公开工作年度报告'],
      o: '宁海县财政局',
      r: '浙江省宁波市宁海县',
      k: 'department',
    }),
  ),
  text(
    'cut over three lines',
    '山东省济宁市\n任城区人民政府办公室\n2023年政府信息公开工作年度报告',
    says({
      t: '山东省济宁市任城区人民政府办公室2023年政府信息公开工作年度报告',
      o: '山东省济宁市任城区人民政府办公室',
      r: '山东省济宁市任城区',
      k: 'office',
    }),
  ),
  text(
    'the year on a line of its own',
    '旬邑县发展和改革局\n2023年度\n政府信息公开工作年度报告',
    says({
      t: '旬邑县发展和改革局2023年度政府信息公开工作年度报告',
      o: '旬邑县发展和改革局',
      r: '陕西省咸阳市旬邑县',
      k: 'department',
    }),
  ),
  text(
    'the title cut inside a word',
    '凤翔区卫生健康局2023年政府信息公\n开工作年度报告',
    says({
      t: '凤翔区卫生健康局2023年政府信息公开工作年度报告',
      o: '凤翔区卫生健康局',
      r: '陕西省宝鸡市凤翔区',
      k: 'department',
    }),
  ),
  text(
    'the body in brackets behind the title',
    '2023年政府信息公开工作年度报告\n（岚皋县司法局）',
    says({
      t: ['2023年政府信息公开工作年度报告', '2023年政府信息公开工作年度报告（岚皋县司法局）'],
      o: '岚皋县司法局',
      r: '陕西省安康市岚皋县',
      k: 'department',
    }),
  ),
  text(
    'the body on the line below the title',
    '2023年政府信息公开工作年度报告\n镇巴县人民政府办公室\n（2024年1月20日）',
    says({
      t: '2023年政府信息公开工作年度报告',
      o: '镇巴县人民政府办公室',
      r: '陕西省汉中市镇巴县',
      k: 'office',
      d: '2024-01-20',
    }),
  ),
  text(
    'a title with 关于',
    '关于宁强县教育体育局2023年政府信息公开工作年度报告',
    says({
      t: '关于宁强县教育体育局2023年政府信息公开工作年度报告',
      o: '宁强县教育体育局',
      r: '陕西省汉中市宁强县',
      k: 'department',
    }),
  ),
  text(
    'a title with 关于 behind the body',
    '略阳县交通运输局关于2023年度政府信息公开工作情况的报告',
    says({
      t: '略阳县交通运输局关于2023年度政府信息公开工作情况的报告',
      o: '略阳县交通运输局',
      r: '陕西省汉中市略阳县',
      k: 'department',
    }),
  ),
  text(
    '政务公开 in the name',
    '石泉县人民政府2023年政务公开工作年度报告',
    says({
      t: '石泉县人民政府2023年政务公开工作年度报告',
      o: '石泉县人民政府',
      r: '陕西省安康市石泉县',
      k: 'government',
    }),
  ),
  text(
    'the short name 年报',
    '平利县水利局2023年政府信息公开年报',
    says({ t: '平利县水利局2023年政府信息公开年报', o: '平利县水利局', r: '陕西省安康市平利县', k: 'department' }),
  ),
  text(
    'two years in the title: the one of the figures counts',
    '白河县农业农村局2023年政府信息公开工作年度报告（2024年1月发布）',
    says({
      t: [
        '白河县农业农村局2023年政府信息公开工作年度报告',
        '白河县农业农村局2023年政府信息公开工作年度报告（2024年1月发布）',
      ],
      o: '白河县农业农村局',
      r: '陕西省安康市白河县',
      k: 'department',
    }),
  ),
  text(
    'a title in traditional characters',
    '重慶市石柱土家族自治縣人民政府2023年政府信息公開工作年度報告',
    says({
      t: '重慶市石柱土家族自治縣人民政府2023年政府信息公開工作年度報告',
      o: '重庆市石柱土家族自治县人民政府',
      r: '重庆市石柱土家族自治县',
      k: 'government',
    }),
  ),
  text(
    'a running head of another year above the title',
    '首页 > 政府信息公开年报\n靖边县2022年政府信息公开工作年度报告\n靖边县2023年政府信息公开工作年度报告\n本报告统计期限为2023年1月1日至2023年12月31日。',
    says({
      t: '靖边县2023年政府信息公开工作年度报告',
      o: '靖边县',
      r: '陕西省榆林市靖边县',
      k: 'government',
      p: 2023,
    }),
  ),
  page(
    'the title only in the title element',
    '<title>子洲县人民政府2023年政府信息公开工作年度报告_子洲县人民政府网</title>',
    '<div>本年度报告按照有关规定编制。</div>',
    says({
      t: '子洲县人民政府2023年政府信息公开工作年度报告',
      o: '子洲县人民政府',
      r: '陕西省榆林市子洲县',
      k: 'government',
      u: ['title', 'organization', 'year', 'region'],
    }),
  ),
  page(
    'the title only in the meta elements',
    '<title>政府信息公开年报</title><meta name="ArticleTitle" content="佳县民政局2023年政府信息公开工作年度报告"><meta name="PubDate" content="2024-01-19 16:20">',
    '<div>按照要求编制本报告。</div>',
    says({
      t: '佳县民政局2023年政府信息公开工作年度报告',
      o: '佳县民政局',
      r: '陕西省榆林市佳县',
      k: 'department',
      d: '2024-01-19',
      u: ['title', 'organization', 'year', 'region', 'publishedOn'],
    }),
  ),
  page(
    'the site name in front in the title element',
    '<title>吴堡县人民政府 - 吴堡县审计局2023年政府信息公开工作年度报告</title>',
    '<h3>政府信息公开年报</h3>',
    says({
      t: '吴堡县审计局2023年政府信息公开工作年度报告',
      o: '吴堡县审计局',
      r: '陕西省榆林市吴堡县',
      k: 'department',
      u: ['title', 'organization', 'year', 'region'],
    }),
  ),
  page(
    'the title over two headings',
    '',
    '<h1>洛川县人民政府办公室</h1><h1>2023年政府信息公开工作年度报告</h1>',
    says({
      t: '洛川县人民政府办公室2023年政府信息公开工作年度报告',
      o: '洛川县人民政府办公室',
      r: '陕西省延安市洛川县',
      k: 'office',
    }),
  ),
  page(
    'the title broken by br',
    '',
    '<h2>黄龙县住房和城乡建设局<br>2023年政府信息公开<br>工作年度报告</h2>',
    says({
      t: '黄龙县住房和城乡建设局2023年政府信息公开工作年度报告',
      o: '黄龙县住房和城乡建设局',
      r: '陕西省延安市黄龙县',
      k: 'department',
    }),
  ),
  office(
    'the title only in the document properties',
    { title: '宜川县文化和旅游局2023年政府信息公开工作年度报告' },
    '现将本年度有关工作报告如下。',
    says({
      t: '宜川县文化和旅游局2023年政府信息公开工作年度报告',
      o: '宜川县文化和旅游局',
      r: '陕西省延安市宜川县',
      k: 'department',
      u: ['title', 'organization', 'year', 'region'],
    }),
  ),
  office(
    'properties of a copied template: the printed title counts',
    { title: '延川县2021年政府信息公开工作年度报告' },
    '延川县自然资源局2023年政府信息公开工作年度报告',
    says({
      t: '延川县自然资源局2023年政府信息公开工作年度报告',
      o: '延川县自然资源局',
      r: '陕西省延安市延川县',
      k: 'department',
    }),
  ),
  office(
    'the title only in the file name',
    { fileName: '3.甘泉县统计局2023年政府信息公开工作年度报告（定稿）.docx' },
    '现将本年度有关工作报告如下。',
    says({
      t: '甘泉县统计局2023年政府信息公开工作年度报告',
      o: '甘泉县统计局',
      r: '陕西省延安市甘泉县',
      k: 'department',
      u: ['title', 'organization', 'year', 'region'],
    }),
  ),
  office(
    'place in the file name, a bare title printed',
    { fileName: '富县应急管理局2023年政府信息公开工作年度报告.doc' },
    '2023年政府信息公开工作年度报告',
    says({
      t: '2023年政府信息公开工作年度报告',
      o: ['富县应急管理局'],
      r: '陕西省延安市富县',
      k: 'department',
      u: ['organization', 'region'],
    }),
  ),
  office(
    'no title anywhere, the year from the period',
    { fileName: '附件.docx' },
    '本报告由志丹县统计局编制，统计期限为2023年1月1日至2023年12月31日。',
    says({ o: '志丹县统计局', r: '陕西省延安市志丹县', k: 'department', p: 2023 }),
  ),
]
