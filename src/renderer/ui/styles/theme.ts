/** Light or dark, as the settings or the system say. */
import { useEffect, useLayoutEffect, useState } from 'react'
import type { Settings } from '../../../shared/api.ts'

/** Sets the theme on the document; tokens.css has its colours. Follows the system where that is wanted. */
export function useTheme(wanted: Settings['theme']): void {
  const [night, setNight] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches)
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)')
    const changed = () => setNight(query.matches)
    query.addEventListener('change', changed)
    return () => query.removeEventListener('change', changed)
  }, [])
  const shade = wanted === 'system' ? (night ? 'dark' : 'light') : wanted
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = shade
  }, [shade])
}
