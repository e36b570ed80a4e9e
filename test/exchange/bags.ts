import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { realFiles } from '../../src/main/disk/files.ts'
import { type BagCheck, checkBag } from '../../src/main/exchange/bag/check.ts'
import { messageText } from '../../src/shared/messages/index.ts'
import { never } from '../archive/samples.ts'
import { tempFolder } from '../archive/temp.ts'

/** A bag written by hand, as another program might: one algorithm, only what RFC 8493 demands. */
export async function foreignBag(
  payload: Readonly<Record<string, string | Uint8Array>>,
  more: { readonly algorithm?: string; readonly tags?: Readonly<Record<string, string>>; readonly name?: string } = {},
): Promise<string> {
  const { algorithm = 'sha256', tags = {}, name = '移交包' } = more
  const bag = join(await tempFolder(), name)
  const lines: string[] = []
  for (const [path, content] of Object.entries(payload)) {
    await mkdir(dirname(join(bag, path)), { recursive: true })
    await writeFile(join(bag, path), content)
    lines.push(`${createHash(algorithm).update(content).digest('hex')}  ${path}\n`)
  }
  await mkdir(join(bag, 'data'), { recursive: true })
  const all = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    [`manifest-${algorithm}.txt`]: lines.join(''),
    ...tags,
  }
  for (const [path, text] of Object.entries(all)) await writeFile(join(bag, path), text)
  return bag
}

export const check = (bag: string): Promise<BagCheck> => checkBag(bag, { files: realFiles, signal: never() })

/** What a check says, in the words a person reads: `valid`, or the first problem. */
export async function verdict(bag: string): Promise<string> {
  const checked = await check(bag)
  if (checked.kind !== 'refused') return checked.kind
  const [first] = checked.problems
  return first ? messageText(first, 'zh') : 'refused without a reason'
}

export async function appendTo(path: string, text: string): Promise<void> {
  await writeFile(path, `${await readFile(path, 'utf8')}${text}`)
}
