import { type Message, message } from '../../../shared/messages/index.ts'
import { sameName } from './paths.ts'
import { type Algorithm, algorithms, manifestName, parseManifest } from './tagFiles.ts'

/** What all manifests of a kind say: digests by path. */
export type Listed = ReadonlyMap<string, Readonly<Partial<Record<Algorithm, string>>>>

export type Manifests = {
  readonly payload: Listed
  readonly tags: Listed
  readonly used: readonly Algorithm[]
  readonly problems: readonly Message[]
}

type Kind = 'payload' | 'tags'
const isPayload = (path: string) => path.startsWith('data/')

/** Finds a path among the files that are there, whether its accents are composed or not. */
export function makeFinder(present: readonly string[]): (path: string) => string | null {
  const exact = new Set(present)
  let composed: Map<string, string> | null = null
  return path => {
    if (exact.has(path)) return path
    composed ??= new Map(present.map(name => [sameName(name), name]))
    return composed.get(sameName(path)) ?? null
  }
}

/**
 * Reads all manifests whose algorithm is known. `read` gives a tag file's text or the problem with it. Names are those of the files
 * that are there, so that nothing is ever opened by a path that a manifest wrote.
 */
export async function readManifests(
  present: readonly string[],
  strict: boolean,
  bag: string,
  read: (name: string) => Promise<string | Message>,
): Promise<Manifests> {
  const problems: Message[] = []
  const find = makeFinder(present)
  const listed = { payload: new Map<string, Partial<Record<Algorithm, string>>>(), tags: new Map() }
  const used = new Set<Algorithm>()

  function take(kind: Kind, algorithm: Algorithm, name: string, text: string): void {
    const { lines, problems: wrong } = parseManifest(text, algorithm)
    for (const item of wrong)
      problems.push(
        message(item.kind === 'line' ? 'bag.badLine' : 'bag.unsafePath', { bag, manifest: name, file: item.text }),
      )
    for (const { path, digest } of lines) {
      const file = find(path) ?? path
      if (isPayload(file) !== (kind === 'payload')) {
        problems.push(message('bag.badLine', { bag, manifest: name, file: path }))
        continue
      }
      const known = listed[kind].get(file) ?? {}
      const before = known[algorithm]
      // Up to 0.97 a file might be named twice with the same digest.
      if (before !== undefined && (strict || before !== digest))
        problems.push(message('bag.listedTwice', { bag, manifest: name, file }))
      listed[kind].set(file, { ...known, [algorithm]: digest })
    }
  }

  const manifests: { kind: Kind; algorithm: Algorithm; name: string }[] = []
  for (const kind of ['payload', 'tags'] as const)
    for (const algorithm of algorithms) {
      const name = manifestName(algorithm, kind)
      if (!present.includes(name)) continue
      manifests.push({ kind, algorithm, name })
      const text = await read(name)
      if (typeof text !== 'string') problems.push(text)
      else take(kind, algorithm, name, text)
      used.add(algorithm)
    }

  const ofPayload = manifests.filter(item => item.kind === 'payload')
  if (ofPayload.length === 0) problems.push(message('bag.noManifest', { bag }))
  // 1.0: every manifest names every payload file, and a tag manifest names the manifests (2.1.3, 2.2.1).
  if (strict)
    for (const { algorithm, name } of ofPayload)
      for (const [file, digests] of listed.payload)
        if (digests[algorithm] === undefined) problems.push(message('bag.unlisted', { bag, manifest: name, file }))
  if (strict && manifests.length > ofPayload.length)
    for (const { name } of ofPayload)
      if (!listed.tags.has(name)) problems.push(message('bag.unlisted', { bag, manifest: 'tagmanifest', file: name }))
  return { payload: listed.payload, tags: listed.tags, used: [...used], problems }
}
