import type { Job } from '../result.ts'

/** A host as no application may be: it ends when it hears of a file, or never answers. */
process.on('message', ({ name }: Job) => {
  if (name.startsWith('hang')) return
  console.error('brought down by', name)
  process.exit(name.startsWith('abort') ? process.abort() : 3)
})
process.on('disconnect', () => process.exit(0))
