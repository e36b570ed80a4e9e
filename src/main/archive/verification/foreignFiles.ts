import { join } from 'node:path'
import { type Message, message } from '../../../shared/messages/index.ts'
import { errorCode, type FileLayer, ifPresent, listFolder } from '../../disk/files.ts'
import { detailOf } from '../../disk/problems.ts'
import { headName, localFolder, logFolder, recordsFolder, shardPattern } from '../layout.ts'
import { checkSeal } from '../seal.ts'

/** Files that lie in an archive and are none of its own, among them conflicted copies of synchronising programs. */

/**
 * What synchronising programs call the second of two files that were changed in two places: 坚果云 “(冲突副本 …)”, Dropbox “(… conflicted
 * copy …)” and “(… 的冲突副本 …)”, OneDrive “-DESKTOP-AB12CD3”, Syncthing “.sync-conflict-20260102-…”, Nextcloud “(conflicted copy …)”.
 */
const conflict = /冲突|衝突|conflict|-(DESKTOP|LAPTOP|PC)-[0-9A-Z]+/i

const known = /^(\d{4}\.jsonl|summary\.json|verify-state\.json|last-backup\.json|torn-.*\.txt|\.kaijuan-tmp-.*)$/
const damaged = /^damaged-.*\.(txt|json)$/

const recordNameLength = '0123456789abcdef.json'.length

const copied = (file: string) => message('archive.conflictCopy', { file })

/** What is only told to people or made anew when it is lost: damage does no harm there, and yet no bit may change unseen. */
async function asides(files: FileLayer, folder: string): Promise<readonly string[]> {
  const local: string[] = []
  for (const shard of await listFolder(files, localFolder(folder)))
    if (shardPattern.test(shard.name))
      for (const { name } of await listFolder(files, join(localFolder(folder), shard.name)))
        if (name.length === recordNameLength) local.push(`local/${shard.name}/${name}`)
  return ['log/verify-state.json', 'log/last-backup.json', ...local]
}

async function damagedAside(files: FileLayer, folder: string, file: string): Promise<Message | null> {
  const code = file.startsWith('local/') ? 'archive.localDamaged' : 'archive.asideDamaged'
  try {
    const bytes = await ifPresent(files.readFile(join(folder, file)))
    return bytes === null || checkSeal(bytes).kind === 'whole' ? null : message(code, { file })
  } catch (error) {
    if (errorCode(error) === null) throw error
    return message(code, { file }, null, detailOf(error))
  }
}

/** Conflicted copies, and proofs of damage that an opening has put aside. They are named; nothing is merged or removed. */
export async function foreignFileProblems(
  files: FileLayer,
  folder: string,
  where: 'everywhere' | 'atOpening' = 'everywhere',
): Promise<readonly Message[]> {
  const found: Message[] = []
  for (const { name } of await listFolder(files, logFolder(folder))) {
    if (damaged.test(name)) found.push(message('archive.journalEndDamaged', { file: 'log', torn: `log/${name}` }))
    else if (!known.test(name) && conflict.test(name)) found.push(copied(`log/${name}`))
  }
  for (const { name } of await listFolder(files, folder))
    if (name !== headName && name.startsWith('archive') && conflict.test(name)) found.push(copied(name))
  // Whoever writes a record elsewhere writes the journal, too. So an opening need not list 100,000 records (80 ms) to see it.
  if (where === 'atOpening' && !found.some(item => item.code === 'archive.conflictCopy')) return found
  if (where === 'everywhere')
    for (const file of await asides(files, folder))
      found.push(...[await damagedAside(files, folder, file)].filter(item => item !== null))
  const shards = (await listFolder(files, recordsFolder(folder))).filter(shard => shardPattern.test(shard.name))
  const lists = await Promise.all(
    shards.map(async shard => {
      const names = (await listFolder(files, join(recordsFolder(folder), shard.name))).map(entry => entry.name)
      // Of 400 names nearly all are records; only the others are looked at closely.
      return names
        .filter(name => name.length !== recordNameLength && conflict.test(name))
        .map(name => `records/${shard.name}/${name}`)
    }),
  )
  for (const file of lists.flat().sort()) found.push(copied(file))
  return found
}
