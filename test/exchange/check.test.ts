import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { decodePath, encodePath, leadsOutside } from '../../src/main/exchange/bag/paths.ts'
import { parseDeclaration, parseInfo, parseManifest } from '../../src/main/exchange/bag/tagFiles.ts'
import { appendTo, check, foreignBag, verdict } from './bags.ts'

const digest = 'a'.repeat(64)
const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('a bag that is whole', () => {
  it.each(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'])('is valid by %s', async algorithm => {
    expect(await verdict(await foreignBag({ 'data/甲.txt': '甲', 'data/x/乙.txt': '乙' }, { algorithm }))).toBe('valid')
  })

  it('may write its names as md5sum does, with * and ./', async () => {
    const bag = await foreignBag({ 'data/a': 'a' }, { algorithm: 'md5' })
    await writeFile(join(bag, 'manifest-md5.txt'), '0cc175b9c0f1b6a831c399e269772661 *./data/a\n')
    expect(await verdict(bag)).toBe('valid')
  })

  it('may hold é composed where its manifest has it decomposed', async () => {
    const bag = await foreignBag({ 'data/\u00e9.txt': 'a' })
    await writeFile(join(bag, 'manifest-sha256.txt'), `${sha256('a')}  data/e\u0301.txt\n`)
    expect(await verdict(bag)).toBe('valid')
  })

  it('tells its payload, its elements and one digest for all it holds', async () => {
    const checked = await check(
      await foreignBag({ 'data/甲': '12345' }, { tags: { 'bag-info.txt': 'Payload-Oxum: 5.1\n机关: 清河区\n' } }),
    )
    if (checked.kind !== 'valid') throw new Error(checked.kind)
    expect([...checked.bag.payload]).toEqual([['data/甲', 5]])
    expect(checked.bag.info).toContainEqual(['机关', '清河区'])
    expect(checked.bag.digest).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('a bag that is damaged is refused with the file named', () => {
  const damages: readonly (readonly [string, (bag: string) => Promise<unknown>, string])[] = [
    ['a payload file was altered', bag => appendTo(join(bag, 'data/甲.txt'), '改'), '“data/甲.txt”与清单上的摘要不符'],
    ['a payload file is gone', bag => rm(join(bag, 'data/甲.txt')), '缺文件“data/甲.txt”'],
    ['a file came in', bag => writeFile(join(bag, 'data/多.txt'), ''), '“data/多.txt”不在清单上'],
    ['a file was renamed', bag => rename(join(bag, 'data/甲.txt'), join(bag, 'data/丙.txt')), '缺文件“data/甲.txt”'],
    ['a link stands in it', bag => symlink('/etc/passwd', join(bag, 'data/链')), '“data/链”是链接'],
    ['a folder in it is a link', bag => symlink('/etc', join(bag, 'data/etc')), '“data/etc”是链接'],
    [
      'parts are to be fetched',
      bag => writeFile(join(bag, 'fetch.txt'), 'http://example.org/a 1 data/a\n'),
      '开卷不联网',
    ],
    ['bagit.txt is gone', bag => rm(join(bag, 'bagit.txt')), '没有 bagit.txt'],
    [
      'bagit.txt begins with a byte order mark',
      bag => writeFile(join(bag, 'bagit.txt'), '\ufeffBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
      'bagit.txt 不合规范',
    ],
    [
      'its version is not known',
      bag => writeFile(join(bag, 'bagit.txt'), 'BagIt-Version: 9.9\nTag-File-Character-Encoding: UTF-8\n'),
      'bagit.txt 不合规范',
    ],
    [
      'its encoding is not known',
      bag => writeFile(join(bag, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: KLINGON\n'),
      'bagit.txt 不合规范',
    ],
    ['it has no manifest', bag => rm(join(bag, 'manifest-sha256.txt')), '没有可用的摘要清单'],
    [
      'a line of its manifest makes no sense',
      bag => appendTo(join(bag, 'manifest-sha256.txt'), 'abc  data/乙\n'),
      '有一行读不通：“abc  data/乙”',
    ],
    [
      'its manifest is not text',
      bag => writeFile(join(bag, 'manifest-sha256.txt'), Buffer.from([0xff, 0xfe, 0x41])),
      '“manifest-sha256.txt”读不出来',
    ],
    [
      'a file is listed twice',
      bag => appendTo(join(bag, 'manifest-sha256.txt'), `${digest}  data/甲.txt\n`),
      '把“data/甲.txt”列了两次',
    ],
    [
      'its manifest lists a file that is no payload',
      bag => appendTo(join(bag, 'manifest-sha256.txt'), `${sha256(declaration)}  bagit.txt\n`),
      'manifest-sha256.txt 有一行读不通：“bagit.txt”',
    ],
    [
      'its tag manifest lists a payload file',
      async bag => {
        const manifest = await readFile(join(bag, 'manifest-sha256.txt'), 'utf8')
        await writeFile(
          join(bag, 'tagmanifest-sha256.txt'),
          `${sha256(manifest)}  manifest-sha256.txt\n${sha256('甲')}  data/甲.txt\n`,
        )
      },
      'tagmanifest-sha256.txt 有一行读不通：“data/甲.txt”',
    ],
    [
      'a manifest does not list every file',
      bag => writeFile(join(bag, 'manifest-md5.txt'), ''),
      'manifest-md5.txt 没有列出“data/甲.txt”',
    ],
    [
      'a tag file was altered',
      async bag => {
        await writeFile(join(bag, 'tagmanifest-sha256.txt'), `${digest}  bagit.txt\n${digest}  manifest-sha256.txt\n`)
      },
      '“bagit.txt”与清单上的摘要不符',
    ],
    [
      'its size is not the one it states',
      bag => writeFile(join(bag, 'bag-info.txt'), 'Payload-Oxum: 9.9\n'),
      '写明的字节数与件数（9.9）和实有的（3.1）不符',
    ],
    ['bag-info.txt is malformed', bag => writeFile(join(bag, 'bag-info.txt'), 'no colon\n'), 'bag-info.txt 不合规范'],
    ...['../外.txt', 'data/../../外.txt', '/etc/passwd', '~root/x', 'C:\\x', 'data\\..\\..\\x', '\\\\server\\x'].map(
      path =>
        [
          `a path leads out of it: ${path}`,
          (bag: string) => appendTo(join(bag, 'manifest-sha256.txt'), `${digest}  ${path}\n`),
          '指向包外的路径',
        ] as const,
    ),
  ]
  it.each(damages)('when %s', async (_, damage, words) => {
    const bag = await foreignBag({ 'data/甲.txt': '甲' })
    await damage(bag)
    const said = await verdict(bag)
    expect(said).toContain(words)
    expect(said).toContain('一份也没有导入')
  })

  it('and a folder too deep is stopped', async () => {
    const bag = await foreignBag({ 'data/甲.txt': '甲' })
    await mkdir(join(bag, 'data', ...Array.from({ length: 70 }, () => 'x')), { recursive: true })
    expect(await verdict(bag)).toContain('嵌套过深')
  })

  it('and names every damaged file, not only the first', async () => {
    const bag = await foreignBag({ 'data/甲.txt': '甲', 'data/乙.txt': '乙', 'data/丙.txt': '丙' })
    await appendTo(join(bag, 'data/甲.txt'), 'x')
    await appendTo(join(bag, 'data/丙.txt'), 'x')
    const checked = await check(bag)
    expect(checked.kind === 'refused' && checked.problems.map(item => item.params.file)).toEqual([
      'data/甲.txt',
      'data/丙.txt',
    ])
  })
})

describe('paths and tag files', () => {
  test('every path survives being written and read', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), path => decodePath(encodePath(path)) === path))
    expect(encodePath('100%\r\n.txt')).toBe('100%25%0D%0A.txt')
    // A percent sign that an older writer left as it was.
    expect(decodePath('data/50%off')).toBe('data/50%off')
  })

  test('no path with a parent folder, a drive or a root stays inside', () => {
    const separator = fc.constantFrom('/', '\\')
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '..', 'b')), separator, (parts, by) => {
        expect(leadsOutside(['data', ...parts].join(by))).toBe(parts.includes('..'))
      }),
    )
  })

  test('no text makes the parsers throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        parseManifest(text, 'sha256')
        parseInfo(text)
        parseDeclaration(text)
      }),
    )
  })
})
