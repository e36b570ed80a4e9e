import { keepCompiled } from './compiled.ts'

/** Command-line entry for plain Node. Runs from the sources and, bundled, beside the built worker. */

keepCompiled()
const { runProgram } = await import('./cli/program.ts')
process.exitCode = await runProgram(process.argv.slice(2), import.meta.url)
