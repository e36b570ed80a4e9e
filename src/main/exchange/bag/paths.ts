/**
 * Paths as BagIt manifests write them (RFC 8493, 2.1.3): `/` between the parts, CR, LF and % percent-encoded and nothing else. Names
 * are compared as NFC, because file systems disagree on how é is stored.
 */

/** A path as a manifest line has it. */
export function encodePath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** The path a manifest line means. Other percent signs stand for themselves: older writers encode line breaks alone. */
export function decodePath(path: string): string {
  return path.replace(/%(0d|0a|25)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Without the `./` that md5sum and its like write before every name. */
export function plainPath(path: string): string {
  return path.replace(/^(?:\.\/)+/, '').replaceAll(/\/(?:\.\/)+/g, '/')
}

/**
 * Whether a path could lead out of the bag on any system: absolute, with a drive letter, a home folder or a parent folder. A back
 * slash is a separator to Windows, so it counts as one.
 */
export function leadsOutside(path: string): boolean {
  const parts = path.split(/[/\\]/)
  return path === '' || /^(?:[/\\~]|[a-z]:)/i.test(path) || path.includes('\0') || parts.includes('..')
}

export const sameName = (path: string): string => path.normalize('NFC')
