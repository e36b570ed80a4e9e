/** What is under way: each kind of work enters itself when it is made, and quiet work asks whether anything is. */
export type Busy = {
  readonly enter: (running: () => boolean) => void
  readonly any: () => boolean
}

export function createBusy(): Busy {
  const works: (() => boolean)[] = []
  return { enter: running => void works.push(running), any: () => works.some(running => running()) }
}
