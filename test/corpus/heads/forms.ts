import { other, says, text } from './model.ts'

const nobody = { y: null, m: 'recognition.notAnnualReport' } as const

/** Other forms (高校, 医院, 企业) and documents that are no annual report. */
export const formHeads = [
  other(
    'a university by school year',
    '某理工大学2022-2023学年信息公开工作报告\n根据《高等学校信息公开办法》编制本报告。统计时间为2022年9月1日至2023年8月31日。\n一、信息公开工作概述\n学校重视公开。\n二、主动公开情况\n公开信息321条。\n三、依申请公开和不予公开情况\n收到申请2件。\n四、对信息公开的评议情况\n五、因信息公开工作受到举报的情况\n六、信息公开工作存在的主要问题及改进措施\n某理工大学\n2023年10月30日',
    says({
      t: '某理工大学2022-2023学年信息公开工作报告',
      o: '某理工大学',
      k: 'other',
      y: 2022,
      p: '2022-09-01/2023-08-31',
      d: '2023-10-30',
      m: 'recognition.otherForm',
    }),
  ),
  other(
    'a college by calendar year',
    '杭州某职业技术学院2023年度信息公开年度报告\n一、概述\n二、主动公开情况\n三、依申请公开情况\n四、评议情况\n五、主要问题和改进措施',
    says({
      t: '杭州某职业技术学院2023年度信息公开年度报告',
      o: '杭州某职业技术学院',
      r: '浙江省杭州市',
      k: 'other',
      m: 'recognition.otherForm',
    }),
  ),
  other(
    'a hospital',
    '海宁市人民医院2023年信息公开工作年度报告\n一、总体情况\n医院公开服务信息。\n二、主动公开情况\n三、存在的问题',
    says({
      t: '海宁市人民医院2023年信息公开工作年度报告',
      o: '海宁市人民医院',
      r: '浙江省嘉兴市海宁市',
      k: 'other',
      m: 'recognition.otherForm',
    }),
  ),
  other(
    'a water company',
    '海宁市水务集团有限公司2023年度信息公开工作年度报告\n一、总体情况\n二、主动公开情况\n三、监督保障情况',
    says({
      t: '海宁市水务集团有限公司2023年度信息公开工作年度报告',
      o: '海宁市水务集团有限公司',
      r: '浙江省嘉兴市海宁市',
      k: 'other',
      m: 'recognition.otherForm',
    }),
  ),
  other(
    'a school',
    '慈溪市第三中学2023年信息公开年报\n学校公开了招生与收费信息。',
    says({
      t: '慈溪市第三中学2023年信息公开年报',
      o: '慈溪市第三中学',
      r: '浙江省宁波市慈溪市',
      k: 'other',
      m: 'recognition.otherForm',
    }),
  ),
  other(
    'a guide',
    '桐乡市民政局政府信息公开指南\n为了方便公众获取政府信息，编制本指南。\n一、信息分类\n二、获取方式',
    says({ ...nobody, o: [null, '桐乡市民政局'], r: [null, '浙江省嘉兴市桐乡市'], k: [null, 'department'] }),
  ),
  other(
    'a notice that asks for reports',
    '关于做好2023年政府信息公开工作年度报告编制和发布工作的通知\n各乡镇人民政府，县级各部门：\n为做好年度报告编制工作，现将有关事项通知如下。\n一、报告内容\n二、时间要求\n请于2024年1月20日前报送。',
    says({
      t: [null, '关于做好2023年政府信息公开工作年度报告编制和发布工作的通知'],
      y: null,
      m: 'recognition.notAnnualReport',
    }),
  ),
  other(
    'a work report of the government',
    '2023年政府工作报告\n各位代表：\n现在，我代表市人民政府向大会报告工作。\n一、过去一年工作回顾\n二、今年工作安排',
    says({ ...nobody }),
  ),
  other(
    'a report on rule of law',
    '长兴县2023年法治政府建设年度报告\n一、主要举措和成效\n二、存在的不足\n三、下一年度打算',
    says({ ...nobody, o: [null, '长兴县'], r: [null, '浙江省湖州市长兴县'], k: [null, 'government'] }),
  ),
  other(
    'a budget',
    '长兴县统计局2023年部门预算公开\n一、单位基本情况\n二、收支总表',
    says({ ...nobody, o: [null, '长兴县统计局'], r: [null, '浙江省湖州市长兴县'], k: [null, 'department'] }),
  ),
  other(
    'a list of reports',
    '政府信息公开年报\n长兴县2023年政府信息公开工作年度报告 2024-01-20\n长兴县2022年政府信息公开工作年度报告 2023-01-20\n长兴县2021年政府信息公开工作年度报告 2022-01-20',
    says({
      t: '长兴县2021年政府信息公开工作年度报告',
      o: '长兴县',
      r: '浙江省湖州市长兴县',
      k: 'government',
      y: 2021,
      u: ['title', 'year', 'organization', 'region'],
      m: 'recognition.titleOnly',
    }),
  ),
  other('a poem', '白日依山尽，黄河入海流。\n欲穷千里目，更上一层楼。', says({ ...nobody })),
  other(
    'an application form',
    '政府信息公开申请表\n申请人信息\n姓名\n工作单位\n证件名称\n所需信息的内容描述',
    says({ ...nobody }),
  ),
  text(
    'a report of a zone in the official form',
    '义乌经济技术开发区管理委员会2023年政府信息公开工作年度报告',
    says({
      t: '义乌经济技术开发区管理委员会2023年政府信息公开工作年度报告',
      o: '义乌经济技术开发区管理委员会',
      r: '浙江省金华市义乌市',
      k: 'other',
    }),
  ),
]
