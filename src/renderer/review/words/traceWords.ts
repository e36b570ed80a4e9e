/** 查看读法: the frame around the steps of a reading; the steps have words of their own in shared/words/trace. */
export const traceZh = {
  trace: {
    act: '查看读法',
    ofCell: (name: string) => `这一格是怎样读的：${name}`,
    ofReport: '整份是怎样读的',
    busy: '正在重新读取这份原件，记下每一步',
    busyNote: '关闭即停，归档库不变',
    newer: '读法在收存之后改过，以下是现在的读法',
  },
}

export const traceEn: typeof traceZh = {
  trace: {
    act: 'How it was read',
    ofCell: name => `How this cell was read: ${name}`,
    ofReport: 'How the report was read',
    busy: 'Reading the source again, noting each step',
    busyNote: 'Closing stops it; the archive stays as it is',
    newer: 'The readers have changed since; this is how they read today',
  },
}
