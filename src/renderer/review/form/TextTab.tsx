import { sectionKeys } from '../../../shared/form/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Status } from '../../ui/Status.tsx'
import { useActions, useDesk } from '../state/context.ts'
import { useReviewWords } from '../words/index.ts'

function Paragraphs({ text }: { readonly text: string }) {
  return text.split('\n').map((line, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the prose of an extraction never changes
    line.trim() ? <p key={index}>{line}</p> : null,
  )
}

/** The six sections of the report as they were read; a missing one is marked in its place. */
export function TextTab() {
  const sections = useDesk(desk => desk.current.report.sections)
  const actions = useActions()
  const words = useReviewWords().text
  return (
    <div className="prose" lang="zh-CN">
      {sectionKeys.map(key => {
        const section = sections.find(item => item.key === key)
        const anchor = section?.anchor
        return (
          <section key={key}>
            <header>
              <h3>{section?.heading ?? words.section[key]}</h3>
              {section ? null : (
                <Status shape="doubt" tone="amber">
                  {words.missing}
                </Status>
              )}
              {anchor ? (
                <Button
                  kind="quiet"
                  size="small"
                  onPress={() =>
                    actions.showSource({
                      block: anchor.block,
                      row: anchor.row ?? null,
                      column: anchor.column ?? null,
                      words: [],
                    })
                  }
                >
                  {words.look}
                </Button>
              ) : null}
            </header>
            {section ? <Paragraphs text={section.text} /> : null}
            {section && section.text.trim() === '' && !['disclosure', 'requests', 'proceedings'].includes(key) ? (
              <p className="sub none">{words.empty}</p>
            ) : null}
          </section>
        )
      })}
    </div>
  )
}
