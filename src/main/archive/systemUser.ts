import { userInfo } from 'node:os'

/** Who works here where nobody has said so in the settings. */
export function systemUser(): string {
  try {
    return userInfo().username
  } catch {
    // A user without an entry in the system's list (containers).
    return process.env.USER ?? process.env.USERNAME ?? 'unknown'
  }
}
