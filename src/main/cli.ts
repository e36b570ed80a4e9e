import { runProgram } from './cli/program.ts'

/** Command-line entry for plain Node. Runs from the sources and, bundled, beside the built worker. */

process.exitCode = await runProgram(process.argv.slice(2), import.meta.url)
