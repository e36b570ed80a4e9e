export const searchZh = {
  title: '',
}

export const searchEn: typeof searchZh = {
  title: '',
}
