/**
 * Starts two processes on one archive at the same moment, again and again: `node test/soak/starts.ts --rounds 200`. Exactly one may
 * write, the other opens to be read; every third time the writer is killed. Exit status 1 when both or none may write.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openArchive } from '../../src/main/archive/index.ts'

type Starter = { readonly child: ChildProcess; readonly line: () => Promise<string> }

function starter(folder: string): Starter {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--open', folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return { child, line: async () => String((await lines.next()).value) }
}

async function rounds(count: number): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kaijuan-starts-'))
  const wrong: string[] = []
  try {
    for (let round = 0; round < count; round++) {
      const both = [starter(join(folder, 'archive')), starter(join(folder, 'archive'))]
      await Promise.all(both.map(item => item.line()))
      for (const { child } of both) child.stdin?.write('go\n')
      const said = await Promise.all(both.map(item => item.line()))
      if (said.toSorted().join() !== 'archive.heldByOther,writes') wrong.push(`round ${round}: ${said.join()}`)
      for (const { child } of both) {
        const exit = once(child, 'exit')
        if (round % 3 === 2) child.kill('SIGKILL')
        else child.stdin?.end()
        await exit
      }
      if ((round + 1) % 20 === 0) console.error(`${round + 1} rounds, ${wrong.length} wrong`)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return wrong
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' }, open: { type: 'string' } } })
if (values.open !== undefined) {
  const folder = values.open
  process.stdout.write('ready\n')
  process.stdin.once('data', async () => {
    const opened = await openArchive(folder, { version: 'soak' })
    const said = opened.ok ? (opened.value.readOnly?.code ?? 'writes') : opened.problem.code
    process.stdout.write(`${said}\n`)
    process.stdin.once('end', async () => {
      if (opened.ok) await opened.value.close()
    })
  })
} else {
  const wrong = await rounds(Number(values.rounds))
  console.log(JSON.stringify({ rounds: Number(values.rounds), wrong }))
  if (wrong.length > 0) process.exitCode = 1
}
