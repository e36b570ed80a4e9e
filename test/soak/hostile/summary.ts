import { type Result, type ViolationKind, violationKinds } from './result.ts'

type Counts = Readonly<Record<string, number>>

function count(words: Iterable<string>): Counts {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a))
}

function violationCounts(results: readonly Result[]): Record<ViolationKind, number> {
  const counts = { hostCrash: 0, hang: 0, access: 0, thrown: 0, noReason: 0, badOutput: 0 }
  for (const { violations } of results) for (const { kind } of violations) counts[kind] += 1
  return counts
}

/** The figures of a run. */
export function summarise(results: readonly Result[]) {
  const most = (by: (result: Result) => number) =>
    [...results]
      .sort((a, b) => by(b) - by(a))
      .slice(0, 10)
      .map(({ path, milliseconds, peakMegabytes, grownMegabytes, codes }) => {
        return { path, milliseconds, peakMegabytes, grownMegabytes, codes: [...new Set(codes)] }
      })
  const formats = [...new Set(results.map(result => result.format))]
  return {
    at: new Date().toISOString(),
    files: results.length,
    violations: violationCounts(results),
    byStatus: count(results.map(result => result.status)),
    byFormat: Object.fromEntries(
      formats.map(format => [format, count(results.filter(one => one.format === format).map(one => one.status))]),
    ),
    filesByCode: count(results.flatMap(result => [...new Set(result.codes)])),
    slowest: most(result => result.milliseconds),
    largest: most(result => result.grownMegabytes),
    violating: results.filter(result => result.violations.length > 0),
  }
}
export type Summary = ReturnType<typeof summarise>

/** The figures that matter, for a terminal. */
export function summaryText(summary: Summary): string {
  const counts = (of: Counts) =>
    Object.entries(of)
      .map(([name, number]) => `${name} ${number}`)
      .join(', ')
  const top = (list: Summary['slowest']) =>
    list.map(one => `  ${one.milliseconds} ms, ${one.peakMegabytes} MB (+${one.grownMegabytes})  ${one.path}`)
  return [
    `${summary.files} files: ${counts(summary.byStatus)}`,
    ...Object.entries(summary.byFormat).map(([format, by]) => `  ${format}: ${counts(by)}`),
    `by code: ${counts(summary.filesByCode)}`,
    ...['slowest', ...top(summary.slowest), 'largest', ...top(summary.largest)],
    ...summary.violating.flatMap(({ path, violations }) =>
      violations.map(
        ({ kind, detail }) => `VIOLATION ${kind} ${path}\n    ${detail.split('\n').slice(0, 6).join('\n    ')}`,
      ),
    ),
    `violations: ${counts(summary.violations)}`,
  ].join('\n')
}

/** Whether anything happened that must not. */
export function isClean(summary: Summary): boolean {
  return violationKinds.every(kind => summary.violations[kind] === 0)
}
