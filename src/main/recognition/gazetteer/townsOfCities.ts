/** Towns of cities without counties, of which the packaged list of towns has none. */

export type TownsOfCity = {
  readonly city: string
  readonly towns: readonly { readonly code: string; readonly name: string; readonly former: string | null }[]
}

/**
 * The last three digits of the code and the name, as the lists of the statistics bureau of 2021 to 2023 have them (GB/T 10114); behind a
 * stroke the name it had before as a town. Zones (松山湖, 东莞港) are none.
 */
const listed: readonly (readonly [city: string, towns: readonly string[]])[] = [
  [
    '441900',
    [
      '003东城街道 004南城街道 005万江街道 006莞城街道 101石碣镇 102石龙镇 103茶山镇 104石排镇 105企石镇',
      '106横沥镇 107桥头镇 108谢岗镇 109东坑镇 110常平镇 111寮步镇 112樟木头镇 113大朗镇 114黄江镇',
      '115清溪镇 116塘厦镇 117凤岗镇 118大岭山镇 119长安镇 121虎门镇 122厚街镇 123沙田镇 124道滘镇',
      '125洪梅镇 126麻涌镇 127望牛墩镇 128中堂镇 129高埗镇',
    ],
  ],
  [
    '442000',
    [
      '001石岐街道 002东区街道 003中山港街道 004西区街道 005南区街道 006五桂山街道 007民众街道/民众镇',
      '008南朗街道/南朗镇 101黄圃镇 103东凤镇 105古镇镇 106沙溪镇 107坦洲镇 108港口镇 109三角镇',
      '110横栏镇 111南头镇 112阜沙镇 114三乡镇 115板芙镇 116大涌镇 117神湾镇 118小榄镇',
    ],
  ],
]

export const townsOfCities: readonly TownsOfCity[] = listed.map(([city, towns]) => ({
  city,
  towns: towns
    .flatMap(line => line.split(' '))
    .map(item => {
      const [name = '', former = null] = item.slice(3).split('/')
      return { code: item.slice(0, 3), name, former }
    }),
}))
