/** Opens a package with a part that is larger than it claims, and prints what came of it and by how many megabytes the process grew at most. */
import process from 'node:process'
import { openPackage } from '../../../../../src/main/readers/common/zip.ts'
import { buildDocx, paragraph, understated } from '../build.ts'

const megabytes = () => process.resourceUsage().maxRSS / 1024
const bytes = understated(64)
// What opening needs anyhow is there before it is measured.
await openPackage(buildDocx(paragraph('一、总体情况')), '报告.docx')
const before = megabytes()
const opened = await openPackage(bytes, '报告.docx')
console.log(JSON.stringify({ code: opened.ok ? 'opened' : opened.problem.code, grown: megabytes() - before }))
