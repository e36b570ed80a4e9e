import { decodePath, encodePath, leadsOutside, plainPath } from './paths.ts'

/** The text files of a bag (RFC 8493): bagit.txt, bag-info.txt and manifests. Pure: text in, facts or what is wrong out. */

export const algorithms = ['sha512', 'sha384', 'sha256', 'sha224', 'sha1', 'md5'] as const
export type Algorithm = (typeof algorithms)[number]
const digestLengths: Readonly<Record<Algorithm, number>> = {
  ...{ sha512: 128, sha384: 96, sha256: 64, sha224: 56, sha1: 40, md5: 32 },
}

export const declarationName = 'bagit.txt'
export const infoName = 'bag-info.txt'
export const fetchName = 'fetch.txt'
export const manifestName = (algorithm: Algorithm, of: 'payload' | 'tags' = 'payload'): string =>
  `${of === 'tags' ? 'tag' : ''}manifest-${algorithm}.txt`

export const declarationText = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

export type Declaration = { readonly version: string; readonly encoding: string }

/** Two lines and nothing else (2.1.1). Null where it is anything else, a byte order mark included. */
export function parseDeclaration(text: string): Declaration | null {
  const found = /^BagIt-Version: (\d+\.\d+)(?:\r\n|\r|\n)Tag-File-Character-Encoding: ([\w.:-]+)(?:\r\n|\r|\n)?$/.exec(
    text,
  )
  return found?.[1] && found[2] ? { version: found[1], encoding: found[2] } : null
}

export type ManifestLine = { readonly path: string; readonly digest: string }
export type ManifestProblem = { readonly kind: 'line' | 'outside'; readonly text: string }

const linesOf = (text: string): readonly string[] => text.split(/\r\n|\r|\n/)

/** One line a file: digest, white space, path. `*` before a path is md5sum's mark of binary mode. */
export function parseManifest(
  text: string,
  algorithm: Algorithm,
): { readonly lines: readonly ManifestLine[]; readonly problems: readonly ManifestProblem[] } {
  const lines: ManifestLine[] = []
  const problems: ManifestProblem[] = []
  for (const line of linesOf(text)) {
    if (line === '') continue
    const found = /^([0-9a-fA-F]+)[ \t]+\*?(.*)$/.exec(line)
    const [, digest = '', written = ''] = found ?? []
    const path = plainPath(decodePath(written))
    if (digest.length !== digestLengths[algorithm]) problems.push({ kind: 'line', text: line.slice(0, 200) })
    else if (leadsOutside(path)) problems.push({ kind: 'outside', text: path.slice(0, 200) })
    else lines.push({ path, digest: digest.toLowerCase() })
  }
  return { lines, problems }
}

export const manifestLine = (digest: string, path: string): string => `${digest}  ${encodePath(path)}\n`

export type InfoElement = readonly [label: string, value: string]

/**
 * Labels and values of bag-info.txt in their order (2.2.2); a line that begins with white space goes on the one before. Null where a
 * line is none. Blanks around the colon were allowed before version 1.0.
 */
export function parseInfo(text: string): readonly InfoElement[] | null {
  const elements: [string, string][] = []
  for (const line of linesOf(text)) {
    if (line === '') continue
    const last = elements.at(-1)
    if (/^[ \t]/.test(line)) {
      if (!last) return null
      last[1] = `${last[1]} ${line.trim()}`
      continue
    }
    const colon = line.indexOf(':')
    if (colon < 1) return null
    elements.push([line.slice(0, colon).trimEnd(), line.slice(colon + 1).trim()])
  }
  return elements
}

/** Values on one line each: a line break in a title would begin another element. An element needs a value; one without is left out. */
export function infoText(elements: readonly InfoElement[]): string {
  const lines = elements.map(([label, value]) => [label, value.replace(/[\s\p{Cc}]+/gu, ' ').trim()] as const)
  return lines.map(([label, value]) => (value === '' ? '' : `${label}: ${value}\n`)).join('')
}

/** Value of a label, written in any case, as 2.2.2 has it; null where there is none. */
export function infoValue(info: readonly InfoElement[], label: string): string | null {
  return info.find(([name]) => name.toLowerCase() === label.toLowerCase())?.[1] ?? null
}
