import { careEn } from './care.ts'
import { catalogueEn } from './catalogue.ts'
import { commonEn } from './common.ts'
import { exchangeEn } from './exchange.ts'
import { historyEn } from './history.ts'
import { importEn } from './import.ts'
import { keysEn } from './keys.ts'
import { searchEn } from './search.ts'
import { settingsEn } from './settings.ts'
import type { zh } from './zh.ts'

export const en: typeof zh = {
  ...commonEn,
  keys: keysEn,
  import: importEn,
  catalogue: catalogueEn,
  search: searchEn,
  history: historyEn,
  settings: settingsEn,
  exchange: exchangeEn,
  care: careEn,
}
