export const historyZh = {
  title: '',
}

export const historyEn: typeof historyZh = {
  title: '',
}
