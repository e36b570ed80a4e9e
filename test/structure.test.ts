import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** The order of the sources that a newcomer relies on, proved on their text. */

const project = join(import.meta.dirname, '..')
const filesUnder = (folder: string): readonly string[] =>
  readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(project.length + 1)
        .replaceAll('\\', '/'),
    )
const sources = [...filesUnder('src/main'), ...filesUnder('src/shared')].filter(file => file.endsWith('.ts'))

const parsed = sources.map(file =>
  ts.createSourceFile(file, readFileSync(join(project, file), 'utf8'), ts.ScriptTarget.Latest, true),
)
const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(one => one.kind === ts.SyntaxKind.ExportKeyword)

const isType = (node: ts.Node): node is ts.TypeAliasDeclaration | ts.InterfaceDeclaration | ts.ClassDeclaration =>
  ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)

const isFunction = (node: ts.Statement): boolean =>
  ts.isFunctionDeclaration(node) ||
  (ts.isVariableStatement(node) &&
    node.declarationList.declarations.some(
      ({ initializer }) => initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
    ))

/** The first comment with two stars, before the imports or behind them, where it speaks of the file and not of something private. */
function opening(source: ts.SourceFile): string | null {
  const first = source.statements.find(statement => !ts.isImportDeclaration(statement))
  const begins = [source.statements[0], first].filter(statement => statement !== undefined)
  const comments = begins.flatMap(node => ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? [])
  const comment = comments.find(({ pos }) => source.text.startsWith('/**', pos))
  if (!comment || !first) return null
  const standsAlone = /^\s*?\n\s*?\n/.test(source.text.slice(comment.end))
  if (!standsAlone && !isExported(first)) return null
  return source.text
    .slice(comment.pos + 3, comment.end - 2)
    .replace(/\n \*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A word or two say nothing; where an abbreviation ends a sentence is not asked. */
const isSentence = (text: string): boolean => /[.。:…]/.test(text) && text.split(' ').length >= 4

describe('the sources', () => {
  it('call no two exported types by one name', () => {
    const places = new Map<string, string[]>()
    for (const { fileName, statements } of parsed)
      for (const node of statements)
        if (isType(node) && node.name && isExported(node))
          places.set(node.name.text, [...(places.get(node.name.text) ?? []), fileName])
    expect(places.size).toBeGreaterThan(500)
    expect([...places].filter(([, files]) => files.length > 1)).toEqual([])
  })

  it('lie in folders of at most fifteen files', () => {
    const counts = new Map<string, number>()
    for (const file of sources) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1)
    const crowded = [...counts].filter(([, count]) => count > 15)
    expect(crowded).toEqual([])
  })

  it('open with a sentence of what they are for, wherever they export a function', () => {
    const callable = parsed.filter(({ statements }) => statements.some(node => isExported(node) && isFunction(node)))
    expect(callable.length).toBeGreaterThan(300)
    expect(callable.filter(source => !isSentence(opening(source) ?? '')).map(source => source.fileName)).toEqual([])
  })
})
