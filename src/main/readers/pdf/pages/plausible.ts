/**
 * Tells garbled text from Chinese. A font whose code table is lost or scrambled gives characters of foreign scripts, or Chinese
 * ones at random; in real text a few hundred characters make up more than half of all.
 */

/** The commonest characters of Chinese print, and those of official reports. */
const commonest =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运' +
  '申请息告府予施推落责办复诉讼议项县镇街委省城乡村级单组织机构监督落网站平台栏目布容服质效优升提未足改措究加强培训健康章范性续件收费处罚许可征集策条例依据案份附注批准审查维持纠尚撤履职能责公示栏政务众群财预算支出扶贫环境卫生育疫情防控'

const common = new Set(commonest)
const han = /\p{Script=Han}/u
/** Letters of other scripts than a Chinese report is printed in, and codes without a character. */
const foreign =
  /[^\p{Script=Han}\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\s]|[\u00c0-\u024f\u1e00-\u1eff]|[\ufffd\p{Co}\p{Cn}]/u

/** Fewer characters than these prove nothing. */
const enoughHan = 80
const enoughInk = 30
/** Real pages measured have at least 0.8 of common characters among the Chinese ones; at random it is below 0.1. */
const leastCommon = 0.35
const mostForeign = 0.25

/** Is this the text of a page as somebody could have written it? Too little text is not judged. */
export function isPlausible(characters: Iterable<string>): boolean {
  let ink = 0
  let strange = 0
  let chinese = 0
  let usual = 0
  for (const one of characters) {
    ink += 1
    if (han.test(one)) {
      chinese += 1
      if (common.has(one)) usual += 1
    } else if (foreign.test(one)) strange += 1
  }
  if (ink >= enoughInk && strange > mostForeign * ink) return false
  return chinese < enoughHan || usual >= leastCommon * chinese
}

/** Unreadable characters are worth a word from this share of all on; below it they are bullets out of symbol fonts. */
const suspiciousShare = 0.02

/** Are there so many characters without a usable code that the rest is doubtful as well? */
export function isSuspicious(unreadable: number, ink: number): boolean {
  return unreadable >= 3 && unreadable >= suspiciousShare * ink
}
