import type { Edition } from '../form/index.ts'

/** The form in force for a year: 国办公开办函〔2021〕30号 came with the reports on 2021. Without a year it is the newer one, which most reports use. */
export const editionOfYear = (year: number | null): Edition => (year !== null && year < 2021 ? '2019' : '2021')
