import type { Region } from '../../../shared/data/report.ts'

/** Short forms of official place names. */

const peoples =
  '汉族|蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族?|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族?|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|阿昌族|普米族|塔吉克族?|怒族|乌孜别克族?|俄罗斯族|鄂温克族?|德昂族|保安族|裕固族|京族|塔塔尔族?|独龙族|鄂伦春族?|赫哲族|门巴族|珞巴族|基诺族|各族'
const autonomous = new RegExp(`^(.{2,5}?)(?:${peoples})+自治([州县旗])$`)

/** How else a place is called in print: 彭水苗族土家族自治县 is 彭水县, 彭水自治县 and 彭水; 广西壮族自治区 is 广西. */
export function shortNamesOf(name: string, level: Region['level']): readonly string[] {
  const parts = autonomous.exec(name)
  const [, stem, kind] = parts ?? []
  if (stem !== undefined && kind !== undefined) return [stem, stem + kind, `${stem}自治${kind}`]
  const short = name
    .replace(/(?:壮族|回族|维吾尔)?自治区$|特别行政区$/, '')
    .replace(/(?<=..)(?:省|市|县|区|旗|盟|地区)$/, '')
  // 南湖区 is never 南湖, and 和平区 never 和平: such words mean too much else.
  return short !== name && (level !== 'county' || /[县市]$/.test(name)) ? [short] : []
}
