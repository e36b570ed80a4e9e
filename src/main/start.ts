import { commandLineIn } from './arguments.ts'
import { keepCompiled } from './compiled.ts'

/**
 * Entry of the program as people install it: with a verb (`kaijuan extract 报告.docx`) it is the command line, else the window. The fuses leave no
 * plain Node mode in which the command line could be started otherwise. Electron is not ready before its entry has been awaited to the end,
 * so what the window must set before that is set in time.
 */

keepCompiled()
const unpacked = 'defaultApp' in process && process.defaultApp === true
const asked = commandLineIn(process.argv, unpacked ? 2 : 1)
if (asked) {
  const { runProgram } = await import('./cli/program.ts')
  process.exit(await runProgram(asked, import.meta.url))
} else {
  await import('./index.ts')
}
