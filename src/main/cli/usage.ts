/** What `--help` and wrong usage print. */
export const usage = {
  zh: `开卷 命令行

用法：kaijuan 动作 [选项] [参数…]

动作：
  extract 文件…     读出三张表并核算合计，结果写到标准输出，不归档
  explain 文件      一步步说明这一份是怎样读出的，不归档；--html 另写一页，PDF 画出各页的字、线与格
  import 路径…      收存文件或文件夹，读取并归档；含 bagit.txt 的文件夹按 BagIt 包核对后取回；
                    收完随即做四性检测，报告存入归档库
  list              列出归档库里的报告
  show 编号         一份报告的现状，含更正与疑点
  search 词语…      查全文，“…”内不拆开，-词 为不含
  verify            逐一核验原件、记录与日志的摘要
  rebuild           由记录重建目录与全文索引
  export [编号…]    导出：--bag 打成 BagIt 包，--csv 写出全部格子，只写 --json 则逐份打印
                    不写编号则导出符合 --year、--status 的全部报告
  backup 文件夹     备份到新的、空的或已有这个归档库备份的文件夹，只写有变动的
  restore 备份      由备份恢复到 --archive 所写的新文件夹或空文件夹，并核验
  reread [编号…]    用现在的读法重读原件，列出会有的改变并换上，人定过的不动
  inspect [编号…]   四性检测：逐项查真实性、完整性、可用性、安全性，--page 另写可打印的一页
  diagnose          诊断：版本、系统、设置、计数与窗口的运行记录，没有报告内容、文件名、人名和路径

选项：
  --json            每行一个 JSON 对象（格式见 docs/output.md）
  --archive 文件夹  归档库所在，不写则用本程序自己的归档库
  --lang zh|en      文字所用语言，不写则看 LANG，缺省为中文
  --year 年度       只列此年度（list、search、export，可写多次）
  --status 状态     pending 待核，reviewing 核对中，reviewed 已核，unread 未读出（同上）
  --bag 文件夹      export 打包到这个新文件夹，写完逐件核对
  --csv 文件        export 写到这个新文件
  --dry-run         只列出会有的改变（reread）
  --all             现在的读法读过的也重读（reread）
  --page 文件       inspect 写到这个新文件
  --html 文件       explain 写到这个新文件
  --no-inspect      import 之后不做四性检测，留给窗口空闲时做
  --help            显示本页
  --version         显示版本

退出码：0 全部读出，1 有文件失败或核验不符，2 用法有误。进度写到标准错误。`,
  en: `Kaijuan on the command line

Usage: kaijuan VERB [OPTIONS] [ARGUMENTS…]

Verbs:
  extract FILE…     read the three tables, check the sums, print the result; archives nothing
  explain FILE      tell step by step how one file is read, archives nothing; --html writes a page, too, with a picture
                    of each page of a PDF: characters, lines and the grid that was made out
  import PATH…      take in files or folders, read and archive them; a folder with a bagit.txt is a bag:
                    checked whole, then restored; what came in is inspected, the report kept in the archive
  list              the reports of the archive
  show ID           one report as it stands, with corrections and findings
  search WORDS…     full text; "…" keeps a phrase together, -word excludes
  verify            check the digests of every source, record and journal line
  rebuild           make the index of catalogue and full text anew
  export [ID…]      hand over: --bag makes a BagIt bag, --csv writes all cells, --json alone prints reports;
                    without ids all that fit --year and --status
  backup DIR        back up into a folder that is new, empty or a backup of this archive; writes what changed
  restore BACKUP    bring an archive back into the new or empty folder given with --archive, and verify it
  reread [ID…]      read the sources with today's readers, list what changes and take it; a person's values stay
  inspect [ID…]     authenticity, integrity, usability and safety item by item; --page writes a printable page, too
  diagnose          versions, system, settings, counts and the window's log; no contents, no names, no paths

Options:
  --json            one JSON object a line (see docs/output.md)
  --archive DIR     where the archive is; default: the application's own
  --lang zh|en      language of words; default: from LANG, else Chinese
  --year YEAR       only this year (list, search, export; may be repeated)
  --status STATUS   pending, reviewing, reviewed or unread (the same)
  --bag DIR         export into this new folder, verified after writing
  --csv FILE        export into this new file
  --dry-run         only list what would change (reread)
  --all             also those that today's readers have read (reread)
  --page FILE       inspect into this new file
  --html FILE       explain into this new file
  --no-inspect      import: leave the inspection to the application's idle time
  --help            this page
  --version         the version

Exit status: 0 all read, 1 some file failed or something is damaged, 2 wrong usage. Progress goes to standard error.`,
} as const
