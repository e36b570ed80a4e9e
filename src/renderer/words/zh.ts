import { careZh } from './care.ts'
import { catalogueZh } from './catalogue.ts'
import { commonZh } from './common.ts'
import { exchangeZh } from './exchange.ts'
import { historyZh } from './history.ts'
import { importZh } from './import.ts'
import { keysZh } from './keys.ts'
import { searchZh } from './search.ts'
import { settingsZh } from './settings.ts'

export const zh = {
  ...commonZh,
  keys: keysZh,
  import: importZh,
  catalogue: catalogueZh,
  search: searchZh,
  history: historyZh,
  settings: settingsZh,
  exchange: exchangeZh,
  care: careZh,
}
