/** Traditional characters into simplified ones, as far as the form's own words go. */

/** Traditional forms of the characters that occur in the form's labels and headings; enough to match them, no converter. */
const pairs =
  '總总計计報报告告處处決决數数量量廢废規规範范許许罰罚強强費费額额單单位位萬万請请開开關关係系開开政政訴诉訟讼復复議议經经結结維维持持糾纠審审業业機机構构組组織织務务員员個个屬属於于國国與与類类過过爭争權权護护聯联繫系無无當当補补徵征繳缴納纳約约現现須须項项對对題题進进況况動动預预門门區区縣县鄉乡鎮镇際际體体導导實实際际會会場场協协應应辦办確确認认獲获據据製制內内執执卷卷詢询繼继續续訊讯資资網网轉转電电書书從从東东廣广號号' +
  // Names of places, whose forms are no other word in simplified text.
  '慶庆蘇苏貴贵雲云遼辽陝陕寧宁龍龙陽阳島岛濟济漢汉麗丽樂乐萊莱儀仪豐丰鹽盐壽寿蘭兰邊边靈灵興兴靜静長长營营灣湾臺台溫温滬沪榮荣華华莊庄齊齐鄒邹諸诸紹绍綏绥雙双鶴鹤岡冈崗岗鐵铁嶺岭錦锦撫抚順顺瀋沈齡龄義义烏乌臨临蕪芜滄沧潤润澤泽爾尔維维吳吴鄭郑魯鲁滿满黃黄贛赣瓊琼'
const simplified = new Map<string, string>()
for (let i = 0; i + 1 < pairs.length; i += 2) {
  const from = pairs.charAt(i)
  const to = pairs.charAt(i + 1)
  if (from !== to) simplified.set(from, to)
}
const traditional = new RegExp(`[${[...simplified.keys()].join('')}]`, 'g')

/** Replaces known traditional characters by their simplified forms. */
export function toSimplified(text: string): string {
  return text.replace(traditional, character => simplified.get(character) ?? character)
}
