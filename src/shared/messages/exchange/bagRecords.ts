import type { MessageTable } from '../model.ts'
import { askAgain } from './bagFiles.ts'

/** The reports in a bag, beside those of the archive. */
export const bagRecordsMessages = {
  'bag.recordNotProved': {
    severity: 'error',
    what: {
      zh: '包“{bag}”里“{file}”的封记、变更或日志前后对不上，这一份没有取回。',
      en: 'Seal, revisions or journal of “{file}” in the bag “{bag}” do not agree; this report was not restored.',
    },
    kept: {
      zh: '包没有改动，归档库里的报告也没有改动。',
      en: 'Neither the bag nor any report of the archive was changed.',
    },
    todo: askAgain,
  },
  'bag.recordOlder': {
    severity: 'info',
    what: {
      zh: '归档库里的“{name}”更新：库中变更 {here} 条，包“{bag}”里只有前 {there} 条，库中的不动。',
      en: 'The archive’s “{name}” is newer: {here} revisions, of which the bag “{bag}” has the first {there}. It stays.',
    },
  },
  'bag.recordNewer': {
    severity: 'error',
    what: {
      zh: '包“{bag}”里的“{name}”比归档库里的多出后来的变更（包中 {there} 条，库中 {here} 条），没有并入。',
      en: '“{name}” in the bag “{bag}” has later revisions than the archive’s own ({there} against {here}); they were not merged.',
    },
    kept: { zh: '归档库里的这一份照旧，包没有改动。', en: 'The archive’s own report and the bag are as they were.' },
    todo: {
      zh: '请把这个包导入一个新建的归档库，与这一份对照后，在本库里逐条更正。',
      en: 'Import the bag into a new archive, compare, and make the corrections here.',
    },
  },
  'bag.recordDiffers': {
    severity: 'error',
    what: {
      zh: '“{name}”在归档库和包“{bag}”里原件相同而沿革不同（库中变更 {here} 条，包中 {there} 条），没有并入。',
      en: '“{name}” has the same original here and in the bag “{bag}” but another history ({here} revisions here, {there} there); they were not merged.',
    },
    kept: { zh: '归档库里的这一份照旧，包没有改动。', en: 'The archive’s own report and the bag are as they were.' },
    todo: {
      zh: '请把这个包导入一个新建的归档库，与这一份对照后，在本库里逐条更正。',
      en: 'Import the bag into a new archive, compare, and make the corrections here.',
    },
  },
  'bag.recordRestored': {
    severity: 'info',
    what: {
      zh: '由包“{bag}”取回，连同变更 {revisions} 条。',
      en: 'Restored from the bag “{bag}” with {revisions} revisions.',
    },
  },
} as const satisfies MessageTable
