import type { Random } from '../../../corpus/random.ts'

/** Changes to text made of tokens: markup, control words, objects of a PDF, plain words. */

/** Tags, entities, control words, names of PDF, numbers, words, white space, and single signs. */
const token =
  /<[^<>]{0,400}>|&#?\w{1,10};|\\[a-z]{1,32}-?\d{0,10}|\/[A-Za-z]\w{0,40}|-?\d{1,12}(?:\.\d{1,12})?|[\p{L}_]{1,40}|\s{1,100}|[\s\S]/gu

/** Numbers at the ends of what programs hold. */
const numbers = [
  '0',
  '-1',
  '1',
  '255',
  '65536',
  '2147483647',
  '-2147483648',
  '4294967295',
  '1e308',
  '99999999999999999999',
  '0.0001',
  'NaN',
]

/** What reaches out of a document, and what explodes inside it. */
const spells = [
  '<img src="http://127.0.0.1:9/x.png">',
  '<link rel="stylesheet" href="http://127.0.0.1:9/x.css"><script src="http://127.0.0.1:9/x.js"></script>',
  '<iframe src="file:///etc/passwd"></iframe><object data="file:///etc/passwd"></object>',
  '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;&x;">]>&x;&y;',
  '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>&c;',
  '<td rowspan="65534" colspan="1000">',
  '<w:gridSpan w:val="2147483647"/>',
  '<w:instrText>INCLUDETEXT "file:///etc/passwd"</w:instrText>',
  '{\\field{\\*\\fldinst INCLUDEPICTURE "http://127.0.0.1:9/x"}}',
  '{\\bin2147483647 ',
  "\\u-1?\\u55357?\\'ff",
  '/Type /XObject /F (file:///etc/passwd) /URI (http://127.0.0.1:9/)',
  '\u0000',
  '\ufffe\uffff',
  '\ud800',
  '<![CDATA[',
  '<!--',
  ']]>',
]

type Change = (tokens: readonly string[], random: Random, other: readonly string[]) => readonly string[]

const length = (random: Random, most: number): number => Math.ceil(Math.max(1, most) ** random.next())
const at = (list: readonly unknown[], random: Random): number => random.whole(0, Math.max(0, list.length - 1))
function run(list: readonly string[], random: Random, most: number): readonly string[] {
  const from = at(list, random)
  return list.slice(from, from + length(random, most))
}
const put = (list: readonly string[], where: number, added: readonly string[], dropped = 0): readonly string[] => [
  ...list.slice(0, where),
  ...added,
  ...list.slice(where + dropped),
]

const remove: Change = (tokens, random) => put(tokens, at(tokens, random), [], length(random, 400))
const repeat: Change = (tokens, random) => {
  const block = run(tokens, random, 60)
  const times = length(random, 4_000)
  return put(tokens, at(tokens, random), [
    block.join('').repeat(Math.min(times, 400_000 / (block.join('').length + 1))),
  ])
}
const move: Change = (tokens, random) => put(tokens, at(tokens, random), run(tokens, random, 400))
const take: Change = (tokens, random, other) => put(tokens, at(tokens, random), run(other, random, 400))
const cast: Change = (tokens, random) => put(tokens, at(tokens, random), [random.pick(spells)], random.whole(0, 1))
const renumber: Change = (tokens, random) => {
  const places = tokens.flatMap((one, index) => (/\d/.test(one) ? [index] : []))
  if (places.length === 0) return tokens
  const chosen = new Set(Array.from({ length: length(random, 30) }, () => random.pick(places)))
  return tokens.map((one, index) =>
    chosen.has(index) ? one.replace(/-?\d+(\.\d+)?/g, () => random.pick(numbers)) : one,
  )
}
/** Opens the same thing again and again: depth is what recursion breaks on. */
const nest: Change = (tokens, random) => {
  const openers = tokens.filter(one => /^(<[a-z][^/]*>|[{[(]|<<)$/i.test(one))
  if (openers.length === 0) return tokens
  return put(tokens, at(tokens, random), [random.pick(openers).repeat(length(random, 20_000)).slice(0, 1_000_000)])
}
const shuffle: Change = (tokens, random) => {
  const out = [...tokens]
  for (let left = length(random, 50); left > 0; left--) {
    const [a, b] = [at(out, random), at(out, random)]
    const held = out[a] ?? ''
    out[a] = out[b] ?? ''
    out[b] = held
  }
  return out
}

const changes = { remove, repeat, move, take, cast, renumber, nest, shuffle }
const names = ['remove', 'repeat', 'move', 'take', 'cast', 'renumber', 'nest', 'shuffle'] as const

/** One to four random changes of a text. */
export function mutateTokens(text: string, random: Random, other: string): { text: string; did: string } {
  let tokens: readonly string[] = text.slice(0, 2_000_000).match(token) ?? []
  const others = other.slice(0, 400_000).match(token) ?? []
  const did: string[] = []
  for (let left = random.whole(1, 4); left > 0; left--) {
    const name = random.pick(names)
    did.push(name)
    tokens = changes[name](tokens, random, others)
  }
  return { text: tokens.join('').slice(0, 4_000_000), did: did.join('+') }
}
