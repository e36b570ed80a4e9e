/** The look of the page of `explain`: the application's colours, light and dark, in one style sheet without anything fetched. */
export const style = `
:root { color-scheme: light dark; --desk: #ece7dc; --panel: #f5f1e8; --sheet: #fdfbf6; --ink: #22261f; --ink-2: #4f534b; --ink-3: #60645a;
  --rule: #ddd6c8; --rule-2: #bfb7a6; --edge: #857e6f; --dai: #1c545b; --dai-wash: #dfe9e6; --dai-faint: #eef2ec; --zhu: #b0341c;
  --zhu-wash: #f8e3da; --amber: #855400; --amber-wash: #f8ebca; --jade: #2c6b43; --jade-wash: #e0edde; --page: #fffdf8; --page-ink: #26251f;
  --page-fill: #e7d9b4; --page-amber: #f1d48a; --page-lit: #d3e6e3; --page-dai: #1c545b; --page-jade: #2c6b43; --page-k2: #82478a }
@media (prefers-color-scheme: dark) { :root { --desk: #161512; --panel: #1c1b17; --sheet: #23211d; --ink: #e9e3d6; --ink-2: #c6bfb0;
  --ink-3: #b0a999; --rule: #38352e; --rule-2: #544f45; --edge: #827b6d; --dai: #86c0bd; --dai-wash: #24403f; --dai-faint: #22302e;
  --zhu: #f28b71; --zhu-wash: #47261d; --amber: #e3b256; --amber-wash: #3f3118; --jade: #8cc596; --jade-wash: #22382a; --page: #ddd7c9;
  --page-ink: #24231e; --page-fill: #cdbf98; --page-amber: #d9b765; --page-lit: #b6d0cb; --page-dai: #123f45 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--desk); color: var(--ink); font: 13px/20px "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC",
  "Microsoft YaHei", sans-serif; font-variant-numeric: tabular-nums; text-autospace: normal }
main { max-width: 1180px; margin: 0 auto; padding: 24px }
h1, h2, h3 { font-family: "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; font-weight: 700; margin: 0 }
h1 { font-size: 20px; line-height: 28px } h2 { font-size: 16px; line-height: 24px } h3 { font-size: 13px; line-height: 20px; margin: 16px 0 4px }
section > details + details, .scroll + details { margin: 8px 0 0 }
header p { margin: 4px 0 0; color: var(--ink-2); overflow-wrap: anywhere } .sub, .place, .limits { color: var(--ink-3); font-size: 12px; line-height: 18px }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 12px 0 0 } a { color: var(--dai) }
section { background: var(--sheet); border: 1px solid var(--rule); border-radius: 3px; padding: 16px; margin: 16px 0 0 }
summary { cursor: pointer } summary h2, summary h3 { display: inline } summary .n { color: var(--ink-3); font-size: 12px; margin-left: 8px }
ul, ol { margin: 4px 0 0; padding: 0; list-style: none } li { padding: 2px 0 2px 12px; border-left: 2px solid transparent; overflow-wrap: anywhere }
li.chosen { border-left-color: var(--dai); font-weight: 700 } li.doubt { border-left-color: var(--amber); background: var(--amber-wash) }
.place { margin-left: 8px; font-weight: 400 } .limits { margin: 4px 0 0 }
.scroll { overflow-x: auto; margin: 8px 0 0 } table { border-collapse: collapse; font-size: 12px; line-height: 18px }
th, td { border: 1px solid var(--rule-2); padding: 2px 6px; text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: anywhere }
.form th { background: var(--panel); color: var(--ink-2) } .form tbody th { min-width: 220px } .form td { text-align: right; white-space: nowrap }
.form td a { color: inherit; text-decoration: none; display: block; min-width: 24px } .form td a:focus-visible { outline: 2px solid var(--dai) }
td.doubt { background: var(--amber-wash); text-decoration: underline wavy var(--amber) } td.absent, td.none { color: var(--ink-3) }
.grid td { min-width: 20px; max-width: 260px } .grid td.label { background: var(--dai-wash) } .grid td.figure { background: var(--jade-wash) }
.grid td.unsure { background: var(--amber-wash) }
.cells details { border-top: 1px solid var(--rule); padding: 4px 0 } .cells details:target { background: var(--dai-faint) }
.cells dl { display: grid; grid-template-columns: 88px 1fr; gap: 0 12px; margin: 4px 0 8px 16px } .cells dt { color: var(--ink-3) }
.cells dd { margin: 0; overflow-wrap: anywhere } .cells dd.doubt { color: var(--amber) }
.pages { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 520px), 1fr)); gap: 16px; margin: 12px 0 0 } figure { margin: 0; min-width: 0 } figcaption { color: var(--ink-2); margin: 0 0 4px }
svg { display: block; width: 100%; height: auto; background: var(--page); border: 1px solid var(--rule-2) }
svg .fill { fill: var(--page-fill); fill-opacity: .5; stroke: var(--page-fill); stroke-width: .5 } svg .image { fill: none; stroke: var(--page-ink); stroke-dasharray: 4 3 }
svg .glyphs { fill: none; stroke: var(--page-ink); stroke-opacity: .4; stroke-width: .45 } svg text { fill: var(--page-ink) }
svg .cell { fill: none; stroke-width: .9 } svg .by-lines { stroke: var(--page-dai) } svg .by-alignment { stroke: var(--page-jade); stroke-dasharray: 3 2 }
svg .by-tags { stroke: var(--page-k2); stroke-dasharray: 1 2 } svg .doubt { fill: var(--page-amber); fill-opacity: .45 } svg .figure { fill: var(--page-lit); fill-opacity: .8 }
svg .rules { stroke: var(--page-ink); stroke-width: .5; fill: none }
.key { display: flex; flex-wrap: wrap; gap: 4px 16px; color: var(--ink-2); font-size: 12px; margin: 8px 0 0 } .key span { display: inline-flex; gap: 6px; align-items: center }
.key svg { width: 22px; height: 12px; border: 0 } .fail { color: var(--zhu) }
@media print { body, section { background: #fff } section { break-inside: avoid-page } }
`
