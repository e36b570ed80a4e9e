import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanXml } from '../../../src/main/readers/docx/scan.ts'

const scan = (text: string) => scanXml(Buffer.from(text))

describe('scanning an XML part', () => {
  it('counts elements, depth and cells whatever the prefix', () => {
    expect(
      scan('<?xml version="1.0"?><?y > <tc>" ?><x:a><x:tc/><w:tc><b/></w:tc><x:ins/><x:del></x:del></x:a>'),
    ).toEqual({
      depth: 3,
      elements: 6,
      cells: 2,
      doctype: false,
    })
  })

  it('is not misled by comments, CDATA or “>” in attributes', () => {
    expect(scan('<a b="<w:tc>" c=\'/>\'><!-- <w:tc> --><![CDATA[<w:tc>]]><d/></a>')).toMatchObject({
      depth: 2,
      elements: 2,
      cells: 0,
    })
  })

  it('sees a document type', () => {
    expect(scan('<!DOCTYPE a><a/>').doctype).toBe(true)
  })

  it('agrees with how any tree was written', () => {
    type Tree = { name: string; children: Tree[] }
    const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
      tree: fc.record({
        name: fc.constantFrom('w:tc', 'w:p', 'w:ins', 'tc', 'w:tcPr'),
        children: fc.oneof({ maxDepth: 4 }, fc.constant<Tree[]>([]), fc.array(tie('tree'), { maxLength: 3 })),
      }),
    }))
    const write = (node: Tree): string => `<${node.name}>${node.children.map(write).join('x')}</${node.name}>`
    const depth = (node: Tree): number => 1 + Math.max(0, ...node.children.map(depth))
    const count = (node: Tree, name: RegExp): number =>
      (name.test(node.name) ? 1 : 0) + node.children.reduce((sum, child) => sum + count(child, name), 0)
    fc.assert(
      fc.property(tree, node => {
        expect(scan(write(node))).toMatchObject({
          depth: depth(node),
          elements: count(node, /./),
          cells: count(node, /^(w:)?tc$/),
        })
      }),
    )
  })

  it('ends on any bytes', () => {
    const pieces = fc.array(
      fc.constantFrom('<', '>', '/', '!', '-->', '<!--', '<![CDATA[', ']]>', '"', "'", 'a', ':', '?'),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(pieces, list => {
        expect(scan(list.join('')).elements).toBeLessThanOrEqual(60)
      }),
    )
  })
})
