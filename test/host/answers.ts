/** Paths with which the next file dialogs are answered, in order. Filled by whoever drives the stand-in host. */
export const answers: string[][] = []
