/**
 * Fonts whose code tables were made by shape name some characters after their lookalikes: Chromium and macOS print 民 as the
 * radical ⺠, LibreOffice 一 as ⼀. Kangxi radicals and compatibility forms have decompositions in Unicode; the supplement of
 * radicals has not, so the whole characters among it stand here in pairs (Unicode EquivalentUnifiedIdeograph.txt).
 */

const pairs =
  '⺁厂⺎兀⺒巳⺓幺⺛旡⺜日⺝月⺟母⺠民⺢氺⺧牛⺩王⺫目⺬示⺮竹⺶羊⺻聿⺼月⺽臼⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻐钅⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'

const plain = new Map<string, string>()
const characters = [...pairs]
for (let index = 0; index < characters.length; index += 2) {
  plain.set(characters[index] ?? '', characters[index + 1] ?? '')
}
// Chinese fonts set two or three dashes in a row as one long one: a dash for “none” must be found as such.
plain.set('⸺', '——')
plain.set('⸻', '———')

const lookalikes = /[\u2e3a\u2e3b\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufb06]/gu

/** The text with ordinary characters for radicals and compatibility forms. Full-width forms stay as printed. */
export function withoutLookalikes(text: string): string {
  return text.replace(lookalikes, one => plain.get(one) ?? one.normalize('NFKC'))
}
