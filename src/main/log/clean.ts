/**
 * Keeps what must not leave the machine out of log and diagnosis, whatever is given to them: a text passes only where it has the shape of
 * a code, an id, a version or a time. Chinese, spaces, slashes and @ are no part of one, so no content, no name of a person or
 * file and no path can pass.
 */
export type Clean = string | number | boolean | null | readonly Clean[] | { readonly [key: string]: Clean }

const word = /^[\w.:+-]{1,80}$/
/** What stands in place of a text that may not pass. */
export const withheld = '?'
const mostMembers = 60
const mostDepth = 8

/** The value with every text replaced that is not a word. Very long lists are cut, so that an entry stays small. */
export function clean(value: unknown, depth = 0): Clean {
  if (depth > mostDepth) return withheld
  switch (typeof value) {
    case 'string':
      return word.test(value) ? value : withheld
    case 'number':
      return Number.isFinite(value) ? value : null
    case 'boolean':
      return value
    case 'object': {
      if (value === null) return null
      if (Array.isArray(value)) return value.slice(0, mostMembers).map(item => clean(item, depth + 1))
      const members = Object.entries(value).filter(([key]) => word.test(key))
      return Object.fromEntries(members.slice(0, mostMembers).map(([key, item]) => [key, clean(item, depth + 1)]))
    }
    default:
      return withheld
  }
}
