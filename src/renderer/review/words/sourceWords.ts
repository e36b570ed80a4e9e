import { places } from './numerals.ts'

/** What reading gave and did not: tables that are missing, passwords, reading again. */
export const sourceZh = {
  missing: {
    title: (table: string) => `原件里没有找到${table}`,
    imageWhy: (page: number, table: string, cells: number, minutes: string) =>
      `第 ${page} 页是一张图片，可能就是${table}。请对着原件手工录入，${cells} 格，约${minutes}分钟。`,
    imageUnpaged: (table: string, cells: number, minutes: string) =>
      `原件中有图片，可能就是${table}。请对着原件手工录入，${cells} 格，约${minutes}分钟。`,
    why: (cells: number, minutes: string) => `若原件中确有此表，请对着原件手工录入，${cells} 格，约${minutes}分钟。`,
    minutes: (cells: number) => places(Math.max(1, Math.round(cells / 15))),
    type: (table: string) => `手工录入${table}`,
    look: (page: number) => `看第 ${page} 页`,
    unread: '这份原件没有读出表格',
    otherForm: '这不是机关的官方表式',
    otherFormWhy: '原件已收存，可检索，可看沿革。官方三张表与它无关，不必填写；若认错了，可对着原件手工录入。',
    unreadWhy: '原件已收存，未动。可以对着原件手工录入，也可以只留存。',
  },
  unlock: {
    label: '打开密码',
    act: '用密码读取',
    help: '只用来读取和显示这一份，不写到磁盘上',
    busy: '正在用密码读取',
  },
  reread: {
    act: '重新读取',
    title: '重新读取原件',
    busy: '正在从收存的原件重新读取',
    same: '这次读得与原来相同，不必换。',
    unread: '这次没有读出报告，原有的一切不变',
    changed: (cells: number, fields: number) =>
      `这次机读与原来不同：${[cells > 0 ? `表中 ${cells} 格` : '', fields > 0 ? `题名与机关 ${fields} 项` : ''].filter(Boolean).join('，') || '正文'}`,
    more: (n: number) => `另有 ${n} 处`,
    keeps: '人工更正、确认与定论照旧，只换机读。',
    take: '换用这次机读',
    leave: '不换',
    close: '关闭',
    taken: (kept: number) =>
      kept === 0 ? '已换用这次机读' : `已换用这次机读，其中 ${kept} 处与人工更正不同，仍以更正为准`,
  },
}

export const sourceEn: typeof sourceZh = {
  missing: {
    title: table => `${table} was not found in the source`,
    imageWhy: (page, table, cells, minutes) =>
      `Page ${page} is a picture and may be ${table}. Please type it from the source: ${cells} cells, about ${minutes} min.`,
    imageUnpaged: (table, cells, minutes) =>
      `The source holds a picture that may be ${table}. Please type it: ${cells} cells, about ${minutes} min.`,
    why: (cells, minutes) => `If the source has this table, please type it: ${cells} cells, about ${minutes} min.`,
    minutes: cells => String(Math.max(1, Math.round(cells / 15))),
    type: table => `Type ${table}`,
    look: page => `Look at page ${page}`,
    unread: 'No tables were read from this source',
    otherForm: 'This is not the official form',
    otherFormWhy:
      'It is kept and can be searched. The three official tables do not belong to it; if that is a mistake they can be typed from the source.',
    unreadWhy: 'The source is kept untouched. You may type the tables from it, or just keep it.',
  },
  unlock: {
    label: 'Password',
    act: 'Read with password',
    help: 'Used to read and show this one source, written nowhere',
    busy: 'Reading with the password',
  },
  reread: {
    act: 'Read again',
    title: 'Read the source again',
    busy: 'Reading the kept source again',
    same: 'This reading is the same as before.',
    unread: 'No report was read this time; all stays as it is',
    changed: (cells, fields) =>
      `Read differently: ${[cells > 0 ? `${cells} cells` : '', fields > 0 ? `${fields} facts` : ''].filter(Boolean).join(', ') || 'the prose'}`,
    more: n => `and ${n} more`,
    keeps: 'Corrections, confirmations and answers stay; only the reading is replaced.',
    take: 'Take this reading',
    leave: 'Leave it',
    close: 'Close',
    taken: kept =>
      kept === 0
        ? 'The new reading is in place'
        : `The new reading is in place; ${kept} corrections differ from it and stay`,
  },
}
