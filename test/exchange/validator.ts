import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A BagIt 1.0 validator written from RFC 8493 alone, sharing nothing with src/main/exchange: what we write is judged by other code
 * than what wrote it. Strict where the RFC says SHOULD: sha256 and sha512, complete tag manifests, Payload-Oxum.
 */
export function objections(bag: string): readonly string[] {
  const found: string[] = []
  const all = (within: string): string[] =>
    readdirSync(join(bag, within)).flatMap(name => {
      const path = within === '' ? name : `${within}/${name}`
      const stats = lstatSync(join(bag, path))
      if (stats.isDirectory()) return all(path)
      if (!stats.isFile()) found.push(`${path} is not a regular file`)
      return [path]
    })
  const files = all('')
  const text = (name: string) => {
    const bytes = readFileSync(join(bag, name))
    if (!Buffer.from(bytes.toString('utf8')).equals(bytes)) found.push(`${name} is not UTF-8`)
    return bytes.toString('utf8')
  }
  if (text('bagit.txt') !== 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n') found.push('bagit.txt')
  if (files.includes('fetch.txt')) found.push('fetch.txt')

  for (const line of text('bag-info.txt').split('\n').slice(0, -1))
    if (!/^[^:\s][^:]*: \S.*$/u.test(line)) found.push(`bag-info.txt: ${line}`)
  const oxum = /^Payload-Oxum: (\d+)\.(\d+)$/m.exec(text('bag-info.txt'))
  const payload = files.filter(file => file.startsWith('data/'))
  const octets = payload.reduce((sum, file) => sum + lstatSync(join(bag, file)).size, 0)
  if (oxum?.[1] !== String(octets) || oxum[2] !== String(payload.length)) found.push('Payload-Oxum')

  for (const algorithm of ['sha256', 'sha512'])
    for (const kind of ['manifest', 'tagmanifest']) {
      const name = `${kind}-${algorithm}.txt`
      const listed = new Set<string>()
      for (const line of text(name).split('\n').slice(0, -1)) {
        const [, digest = '', written = ''] = /^([0-9a-f]+) {2}(.+)$/.exec(line) ?? []
        const path = written.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%')
        if (listed.has(path)) found.push(`${name}: ${path} twice`)
        listed.add(path)
        if (!files.includes(path)) found.push(`${name}: ${path} is not there`)
        else if (
          createHash(algorithm)
            .update(readFileSync(join(bag, path)))
            .digest('hex') !== digest
        )
          found.push(`${name}: ${path} differs`)
      }
      const due = files.filter(
        file => (kind === 'manifest') === file.startsWith('data/') && !file.startsWith('tagmanifest'),
      )
      for (const file of due) if (!listed.has(file)) found.push(`${name}: ${file} is not listed`)
      if (listed.size !== due.length) found.push(`${name} lists what it must not`)
    }
  for (const file of files)
    if (/[<>:"\\|?*%\r\n]|[. ](?:\/|$)/.test(file)) found.push(`${file} is no name for every system`)
  return found
}
