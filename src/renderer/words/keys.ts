type KeyGroup = { readonly title: string; readonly keys: readonly (readonly [keys: string, what: string])[] }
type KeyWords = { readonly title: string; readonly note: string; readonly groups: readonly KeyGroup[] }

/** The F1 list. No bare letters: input methods swallow them. */
export const keysZh: KeyWords = {
  title: '全部按键',
  note: '功能键在菜单里都有同名的一项。',
  groups: [
    {
      title: '任何地方',
      keys: [
        ['Ctrl 1', '收件'],
        ['Ctrl 2', '目录'],
        ['Ctrl 3', '核对'],
        ['Ctrl 4', '检索'],
        ['Ctrl 6', '沿革'],
        ['Ctrl ,', '设置'],
        ['Ctrl O', '导入文件'],
        ['Ctrl Shift O', '导入文件夹'],
        ['Ctrl E', '导出'],
        ['Ctrl Shift E', '四性检测'],
        ['F6', '换窗格，Shift F6 往回'],
        ['Ctrl F', '到本处的检索栏'],
        ['F1', '全部按键'],
        ['Esc', '退回'],
      ],
    },
    {
      title: '目录、收件、沿革',
      keys: [
        ['↑ ↓', '逐行'],
        ['PgUp PgDn', '逐屏'],
        ['Home End', '首行、末行'],
        ['Enter', '打开'],
        ['F5', '收件：重试此份'],
        ['Del', '收件：取消此份'],
        ['Alt 1–8', '收件：换筛选'],
        ['Esc', '收件：取消其余'],
        ['F8', '下一份有疑点的报告'],
      ],
    },
    {
      title: '核对',
      keys: [
        ['F2', '更正，也可直接键入数字'],
        ['空格', '确认无误'],
        ['F4', '原文如此'],
        ['F9', '说明'],
        ['F7', '相符者全部确认'],
        ['F8', '下一疑点，Shift F8 往回'],
        ['F12', '标为已核'],
        ['Ctrl H', '本格沿革'],
        ['Ctrl Shift H', '查看读法'],
        ['Ctrl Z', '撤销，Ctrl Y 重做'],
      ],
    },
    {
      title: '检索',
      keys: [
        ['↑ ↓ ', '逐处'],
        ['Ctrl ↑ ↓', '逐份'],
        ['Enter ', '打开到此处'],
        ['Esc ', '清空'],
      ],
    },
  ],
}

export const keysEn: KeyWords = {
  title: 'All keys',
  note: 'Every function key has its entry in the menu.',
  groups: [
    {
      title: 'Anywhere',
      keys: [
        ['Ctrl 1', 'Import'],
        ['Ctrl 2', 'Reports'],
        ['Ctrl 3', 'Review'],
        ['Ctrl 4', 'Search'],
        ['Ctrl 6', 'History'],
        ['Ctrl ,', 'Settings'],
        ['Ctrl O', 'Import files'],
        ['Ctrl Shift O', 'Import a folder'],
        ['Ctrl E', 'Export'],
        ['Ctrl Shift E', 'Inspect'],
        ['F6', 'Next pane, Shift F6 back'],
        ['Ctrl F', 'To the search line'],
        ['F1', 'All keys'],
        ['Esc', 'Back'],
      ],
    },
    {
      title: 'Reports, Import, History',
      keys: [
        ['↑ ↓', 'Line by line'],
        ['PgUp PgDn', 'Screen by screen'],
        ['Home End', 'First, last line'],
        ['Enter', 'Open'],
        ['F5', 'Import: retry this file'],
        ['Del', 'Import: cancel this file'],
        ['Alt 1–8', 'Import: change the filter'],
        ['Esc', 'Import: cancel the rest'],
        ['F8', 'Next report with findings'],
      ],
    },
    {
      title: 'Review',
      keys: [
        ['F2', 'Correct; or type digits'],
        ['Space', 'Confirm'],
        ['F4', 'The report itself says so'],
        ['F9', 'Explain'],
        ['F7', 'Confirm all that agree'],
        ['F8', 'Next finding, Shift F8 previous'],
        ['F12', 'Mark as reviewed'],
        ['Ctrl H', 'History of this cell'],
        ['Ctrl Shift H', 'How it was read'],
        ['Ctrl Z', 'Undo, Ctrl Y redo'],
      ],
    },
    {
      title: 'Search',
      keys: [
        ['↑ ↓ ', 'Hit by hit'],
        ['Ctrl ↑ ↓', 'Report by report'],
        ['Enter ', 'Open there'],
        ['Esc ', 'Clear'],
      ],
    },
  ],
}
