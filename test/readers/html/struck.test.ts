import { describe, expect, test } from 'vitest'
import { readHtml } from '../../../src/main/readers/html/index.ts'

async function lastCell(cell: string): Promise<string | undefined> {
  const page = `<table><tr><td>新收</td><td>${cell}</td></tr></table>`
  const { document } = await readHtml(new TextEncoder().encode(page), 'a.html')
  const grid = document?.blocks.find(block => block.kind === 'grid')
  return grid?.cells.at(-1)?.text
}

describe('a figure struck out on a page', () => {
  test.each([
    '<s>7</s>0',
    '<strike>7</strike>0',
    '<p><del>7</del>0</p>',
    '<span style="color:red;text-decoration: line-through">7</span>0',
    '<s><b>7</b></s>0',
    '<s><del>7</del></s>0',
  ])('%s keeps its stroke, so that it and the next are not one', async cell => {
    expect(await lastCell(cell)).toBe('7\u03360')
  })

  test('underlined or coloured figures have none', async () => {
    expect(await lastCell('<u style="text-decoration:underline">7</u>0')).toBe('70')
  })
})
