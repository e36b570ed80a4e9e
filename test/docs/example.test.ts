import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { exampleShown } from './example.ts'

const folder = join(import.meta.dirname, '../../docs/rooms')
const pages = readdirSync(folder).filter(name => name.endsWith('.md'))

/** Every block of code that is announced by `example NAME:`. JSON may be laid out over several lines. */
const announced = pages.flatMap(page =>
  [...readFileSync(join(folder, page), 'utf8').matchAll(/[Ee]xample\s([a-z]+):\n\n```(\w+)\n(.*?)\n```/gs)].map(
    ([, name = '', kind, block = '']) => ({
      name,
      block: kind === 'json' ? JSON.stringify(JSON.parse(block)) : block,
    }),
  ),
)

it('the room pages show of their example what the program makes of it', async () => {
  const text = announced.find(item => item.name === 'file')?.block ?? ''
  const shown = await exampleShown(`${text}\n`)
  const pictured = announced.filter(item => item.name !== 'file')
  expect(Object.fromEntries(pictured.map(({ name, block }) => [name, block]))).toEqual(shown)
  expect(pictured.map(item => item.name).sort()).toEqual(Object.keys(shown).sort())
})
