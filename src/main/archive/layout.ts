import { join } from 'node:path'
import { makeFolder } from '../disk/durable.ts'
import type { FileLayer } from '../disk/files.ts'

/** Where things lie in an archive folder. */
export const headName = 'archive.json'
export const lockName = 'archive.lock'
/** The lock or, after a crash, a successor to it. */
export const isLock = (name: string): boolean => name.startsWith(lockName)
export const recordsFolder = (folder: string) => join(folder, 'records')
export const sourcesFolder = (folder: string) => join(folder, 'sources')
export const generationsFolder = (folder: string) => join(folder, 'generations')
export const logFolder = (folder: string) => join(folder, 'log')
export const inspectionsFolder = (folder: string) => join(folder, 'inspections')

/** `records/<xx>/<id>.json`, xx being the first two hex digits: no folder grows beyond what a file manager can show. */
export const recordFile = (folder: string, id: string) => join(recordsFolder(folder), id.slice(0, 2), `${id}.json`)
export const sourceFile = (folder: string, sha256: string) => join(sourcesFolder(folder), sha256.slice(0, 2), sha256)

/** What only this computer needs to know of records; neither in backups nor in bags. */
export const localFolder = (folder: string) => join(folder, 'local')
export const localFile = (folder: string, id: string) => join(localFolder(folder), id.slice(0, 2), `${id}.json`)

export const inspectionsFile = (folder: string, name: string) => join(inspectionsFolder(folder), name)
export const inspectionFile = (folder: string, id: string) => inspectionsFile(folder, `${id}.json`)

export const recordIdPattern = /^[0-9a-f]{16}$/
export const sha256Pattern = /^[0-9a-f]{64}$/
export const shardPattern = /^[0-9a-f]{2}$/
/** When it was finished, and a random end: two of one second differ. */
export const inspectionIdPattern = /^\d{8}-\d{6}-[0-9a-f]{8}$/

/** Creates the three folders of an archive. The archive's own folder exists. */
export async function makeLayout(files: FileLayer, folder: string): Promise<void> {
  for (const path of [recordsFolder(folder), sourcesFolder(folder), logFolder(folder)]) await makeFolder(files, path)
}

/** How a message names a record's file: within the archive's folder. */
export const recordPath = (id: string) => `records/${id.slice(0, 2)}/${id}.json`
export const inspectionPath = (id: string) => `inspections/${id}.json`
