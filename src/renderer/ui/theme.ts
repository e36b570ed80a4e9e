import { theme as antdTheme, type ThemeConfig } from 'antd'
import { useEffect, useLayoutEffect, useState } from 'react'
import type { Settings } from '../../shared/data/settings.ts'

type Shade = 'light' | 'dark'

/** antd derives shades from its seeds, so they must be real colours: read what tokens.css says under the theme now set. */
function themeFrom(token: (name: string) => string): ThemeConfig {
  const ui = token('ui')
  return {
    // Not the dark algorithm: it would mix the seeds darker, and ours are already chosen for the night.
    algorithm: antdTheme.defaultAlgorithm,
    token: {
      colorTextBase: token('ink'),
      colorBgBase: token('sheet'),
      colorPrimary: token('dai'),
      colorPrimaryHover: token('dai-deep'),
      colorPrimaryActive: token('dai-deep'),
      colorInfo: token('dai'),
      colorLink: token('dai'),
      colorLinkHover: token('dai-deep'),
      colorError: token('zhu'),
      colorWarning: token('amber'),
      colorSuccess: token('jade'),
      colorText: token('ink'),
      colorTextSecondary: token('ink-2'),
      colorTextTertiary: token('ink-3'),
      colorTextPlaceholder: token('ink-3'),
      colorTextDisabled: token('ink-3'),
      colorTextLightSolid: token('on-dai'),
      colorBgLayout: token('desk'),
      colorBgContainer: token('raise'),
      colorBgElevated: token('raise'),
      colorFillAlter: token('panel'),
      colorBgMask: token('veil'),
      colorBgContainerDisabled: 'transparent',
      colorBorderDisabled: token('rule-2'),
      colorBorder: token('edge'),
      colorBorderSecondary: token('rule'),
      colorSplit: token('rule'),
      controlItemBgActive: token('dai-wash'),
      controlItemBgHover: token('hover'),
      borderRadius: 3,
      borderRadiusSM: 2,
      borderRadiusLG: 4,
      controlHeight: 28,
      controlHeightSM: 24,
      controlHeightLG: 40,
      fontSize: 13,
      fontSizeSM: 12,
      fontSizeLG: 14,
      fontSizeXL: 16,
      lineHeight: 1.5385,
      fontFamily: ui,
      fontFamilyCode: ui,
      fontWeightStrong: 700,
      sizeUnit: 4,
      sizeStep: 4,
      lineWidth: 1,
      lineWidthFocus: 2,
      boxShadow: token('lift'),
      boxShadowSecondary: token('lift'),
      motionDurationFast: '0.09s',
      motionDurationMid: '0.16s',
      motionDurationSlow: '0.16s',
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        paddingInline: 11,
        paddingInlineSM: 8,
        contentFontSizeSM: 12,
        defaultHoverBg: token('hover'),
        defaultHoverColor: token('ink'),
        defaultHoverBorderColor: token('edge'),
        defaultActiveColor: token('ink'),
        defaultActiveBorderColor: token('edge'),
      },
      Tabs: { inkBarColor: token('dai') },
      Table: { headerBg: token('panel'), rowSelectedBg: token('dai-wash'), rowHoverBg: token('hover') },
    },
  }
}

/** Sets the theme on the document and answers with antd's theme for it; null until the colours were read. */
export function useTheme(wanted: Settings['theme']): ThemeConfig | null {
  const [night, setNight] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches)
  const [config, setConfig] = useState<ThemeConfig | null>(null)
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)')
    const changed = () => setNight(query.matches)
    query.addEventListener('change', changed)
    return () => query.removeEventListener('change', changed)
  }, [])
  const shade: Shade = wanted === 'system' ? (night ? 'dark' : 'light') : wanted
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = shade
    const style = getComputedStyle(document.documentElement)
    setConfig(themeFrom(name => style.getPropertyValue(`--${name}`).trim()))
  }, [shade])
  return config
}
