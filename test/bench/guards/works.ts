import { openContainer } from '../../../src/main/readers/doc/container/container.ts'
import { readDoc } from '../../../src/main/readers/doc/index.ts'
import { readAs } from '../../../src/main/readers/index.ts'
import { readPdf } from '../../../src/main/readers/pdf/index.ts'
import { readRtf } from '../../../src/main/readers/rtf/index.ts'
import { sniff } from '../../../src/main/readers/sniff.ts'
import { readCell } from '../../../src/main/recognition/cells/cellState.ts'
import { recognise } from '../../../src/main/recognition/index.ts'
import type { Block } from '../../../src/shared/data/document.ts'
import { backwards, comments, costlyMail, costlyRtf, costlyWord, manyEdges } from '../../readers/costly.ts'
import { buildDoc } from '../../readers/doc/build.ts'
import { cell, read, row, table } from '../../readers/docx/build.ts'
import { latin, makePdf } from '../../readers/pdf/build.ts'
import { claimingGrids, costlyGrids, proseOfPlaces } from '../../recognition/costly.ts'
import { proseWithoutStops, wholeCheck } from '../../shared/checks/costly.ts'
import type { Beside, Growing } from './guard.ts'

/** The works whose cost must grow with their size and no faster, and those that have a peer. */

const readers: readonly Growing[] = [
  ...Object.entries(costlyWord).map(([name, make]): Growing => {
    return {
      name: `docx: ${name}`,
      size: 2_000,
      prepare: size => {
        const { body, more } = make(size)
        return () => read(body, more)
      },
    }
  }),
  {
    name: 'docx: cells',
    size: 400,
    prepare: size => {
      const body = table(...Array.from({ length: size }, () => row(cell('1'), cell('2'), cell('3'), cell('4'))))
      return () => read(body)
    },
  },
  ...Object.entries(costlyMail).map(([name, make]): Growing => {
    return {
      name: `mhtml: ${name}`,
      size: name === 'boundaries without end' ? 4_000 : 40_000,
      prepare: size => {
        const bytes = Buffer.from(make(size))
        return () => readAs('mhtml', bytes, 'x.mht')
      },
    }
  }),
  ...costlyRtf.map((piece): Growing => {
    return {
      name: `rtf: ${JSON.stringify(piece)} again and again`,
      size: 4_000,
      prepare: size => {
        const bytes = Buffer.from(`{\\rtf1\\ansi\\ansicpg936 ${piece.repeat(size)}\\par}`, 'latin1')
        return () => readRtf(bytes, 'x.rtf')
      },
    }
  }),
  {
    name: 'doc: a chain of sectors that runs backwards',
    size: 300,
    prepare: size => {
      const bytes = backwards(size)
      return () => {
        const opened = openContainer(bytes)
        return typeof opened === 'object' && opened.stream('Long')
      }
    },
  },
  {
    name: 'doc: rows with edges of their own',
    size: 500,
    prepare: size => {
      const bytes = buildDoc({ paragraphs: manyEdges(size) })
      return () => readDoc(bytes, 'x.doc')
    },
  },
  {
    name: 'sniffing: comments',
    size: 2_000,
    prepare: size => {
      const bytes = Buffer.from(comments(size))
      return () => sniff(bytes, 'x.doc')
    },
  },
  {
    name: 'pdf: characters drawn over each other',
    size: 2_000,
    prepare: size => {
      const bytes = makePdf([{ content: latin('9', 100, 700).repeat(size) }])
      return () => readPdf(bytes, 'x.pdf')
    },
  },
]

const recognised = (name: string, size: number, make: (size: number) => readonly Block[]): Growing => ({
  name: `recognition: ${name}`,
  size,
  prepare: size => {
    const blocks = make(size)
    return () => recognise({ format: 'html', title: null, blocks, pages: [] }, 'x.html')
  },
})

const recognition: readonly Growing[] = [
  ...Object.entries(costlyGrids).map(([name, make]) => recognised(`cells of ${name}`, 10_000, size => [make(size)])),
  recognised('grids that claim a million rows', 500, claimingGrids),
  recognised('prose that names places', 50, proseOfPlaces),
  {
    name: 'recognition: spaces inside a cell',
    size: 50_000,
    prepare: size => {
      const text = ` 规${' '.repeat(size)}章 `
      return () => readCell(text)
    },
  },
]

const checks: readonly Growing[] = [
  ...Object.entries(proseWithoutStops).map(([name, make]): Growing => {
    return {
      name: `checks: ${name}`,
      size: 20_000,
      prepare: size => {
        const { check } = wholeCheck(1, make(size))
        return check
      },
    }
  }),
  {
    name: 'checks: a whole report, prose so many times the longest seen',
    size: 1,
    prepare: size => wholeCheck(size).check,
  },
]

export const growing: readonly Growing[] = [...readers, ...recognition, ...checks]

const { check, data } = wholeCheck(1)

export const beside: readonly Beside[] = [
  {
    name: 'checks: a whole report',
    ours: check,
    peer: { name: 'JSON there and back of the same report', work: () => JSON.parse(JSON.stringify(data)) },
    goal: 4,
  },
]
