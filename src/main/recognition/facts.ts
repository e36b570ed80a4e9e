import type { Anchor, SourceDocument } from '../../shared/document.ts'
import type { BodyKind, Report, ReportFact } from '../../shared/report.ts'
import { bodyKindOf, bodyKindOfProse } from './bodyKind.ts'
import type { Found } from './dates.ts'
import { findDocumentNumber } from './documentNumber.ts'
import { textLines } from './lines.ts'
import { findPeriod } from './period.ts'
import { findRegion } from './region.ts'

/** Where the report's body is, what kind it is, and which period and number the report has. */
export type Facts = Pick<Report, 'region' | 'kind' | 'period' | 'documentNumber' | 'unsure'> & {
  readonly anchored: readonly (readonly [ReportFact, { readonly anchor: Anchor | null } | null])[]
}

/** What can be known besides title, name, year and date; `unsure` lists what was found only indirectly. */
export function findFacts(document: SourceDocument, organization: Found<string> | null): Facts {
  const region = findRegion(document, organization)
  const period = findPeriod(document)
  const number = findDocumentNumber(document)
  const named = organization ? bodyKindOf(organization.value) : null
  const lines = organization ? [] : textLines(document)
  const told = bodyKindOfProse(
    lines.map(line => line.text),
    region?.value ?? null,
  )
  const kind: BodyKind | null = organization ? named : told
  return {
    region: region?.value ?? null,
    kind,
    period: period?.value ?? null,
    documentNumber: number?.value ?? null,
    unsure: [
      ...(region?.unsure ? (['region'] as const) : []),
      ...(kind !== null && organization === null ? (['kind'] as const) : []),
      ...(period?.unsure ? (['period'] as const) : []),
    ],
    anchored: [
      ['region', region],
      ['kind', named === null ? null : organization],
      ['period', period],
      ['documentNumber', number],
    ],
  }
}
