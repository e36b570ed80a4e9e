/** What `--help` and wrong usage print. */
export const usage = {
  zh: `开卷 命令行

用法：kaijuan 动作 [选项] [参数…]

动作：
  extract 文件…     读出三张表并核算合计，结果写到标准输出，不归档
  import 路径…      收存文件或文件夹，读取并归档
  list              列出归档库里的报告
  show 编号         一份报告的现状，含更正与疑点
  search 词语…      查全文，“…”内不拆开，-词 为不含
  verify            逐一核验原件、记录与日志的摘要
  rebuild           由记录重建目录与全文索引

选项：
  --json            每行一个 JSON 对象（格式见 docs/output.md）
  --archive 文件夹  归档库所在，不写则用本程序自己的归档库
  --lang zh|en      文字所用语言，不写则看 LANG，缺省为中文
  --year 年度       只列此年度（list、search，可写多次）
  --status 状态     pending 待核，reviewing 核对中，reviewed 已核，unread 未读出（list、search，可写多次）
  --help            显示本页
  --version         显示版本

退出码：0 全部读出，1 有文件失败或核验不符，2 用法有误。进度写到标准错误。`,
  en: `Kaijuan on the command line

Usage: kaijuan VERB [OPTIONS] [ARGUMENTS…]

Verbs:
  extract FILE…     read the three tables, check the sums, print the result; archives nothing
  import PATH…      take in files or folders, read and archive them
  list              the reports of the archive
  show ID           one report as it stands, with corrections and findings
  search WORDS…     full text; "…" keeps a phrase together, -word excludes
  verify            check the digests of every source, record and journal line
  rebuild           make the index of catalogue and full text anew

Options:
  --json            one JSON object a line (see docs/output.md)
  --archive DIR     where the archive is; default: the application's own
  --lang zh|en      language of words; default: from LANG, else Chinese
  --year YEAR       only this year (list, search; may be repeated)
  --status STATUS   pending, reviewing, reviewed or unread (list, search; may be repeated)
  --help            this page
  --version         the version

Exit status: 0 all read, 1 some file failed or something is damaged, 2 wrong usage. Progress goes to standard error.`,
} as const
