import { expect, test } from 'vitest'
import { openPdf } from '../../../src/main/readers/pdf/pages/openPdf.ts'
import { makePdf } from './build.ts'

/** What a strict reading of the page's operators gives: how many characters, or why it refuses. */
async function readStrictly(content: string, resources = ''): Promise<number | string> {
  const opened = await openPdf(makePdf([{ content, resources }]), 'x.pdf', true)
  if (!opened.ok) throw new Error('not opened')
  try {
    return (await opened.value.drawing(1)).glyphs.length
  } catch (error) {
    return String(error)
  } finally {
    await opened.value.close()
  }
}

const text = 'BT /F1 12 Tf 72 700 Td (before) Tj ET\n'

test('a whole page is believed', async () => {
  expect(await readStrictly(text)).toBe(6)
})

test('a page of more operators than are sent at once is believed', async () => {
  expect(await readStrictly(text.repeat(700))).toBe(4200)
})

test('a page that fails halfway is refused, though pdf.js gives the operators before it without an error', async () => {
  expect(await readStrictly(`${text}/X1 Do\n${text}`, '/XObject << /X1 null >>')).toMatch(/FormatError|XObject/)
})

test('a page whose saves and restores do not balance is refused', async () => {
  expect(await readStrictly(`Q ${text}`)).toBe('Error: page cut short: depth -1')
})
