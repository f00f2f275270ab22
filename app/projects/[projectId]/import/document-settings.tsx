'use client'
/** What the document is called and which text prevails: proposed from the texts, confirmed by a person. */
import { Badge } from '@/app/_ui/badge'
import { Field, Input, Radio } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { UnderstoodSide } from '@/app/api/projects/[projectId]/intake/understood'
import { GOVERNING_RULES, type GoverningRule } from '@/lib/bitext/text'
import type { Adding } from './reading'

/** What the clauses say, if they agree; null without a clause. */
export function proposedRule(sides: UnderstoodSide[]): GoverningRule | null {
  const rules = new Set(sides.flatMap(({ governing }) => (governing ? [governing.rule] : [])))
  return rules.size === 1 ? [...rules][0] : null
}

type DocumentSettingsProps = {
  sides: UnderstoodSide[]
  adding?: Adding
  projectRule: GoverningRule
  title: string
  untitled: boolean
  rule: GoverningRule
  onTitle: (title: string) => void
  onRule: (rule: GoverningRule) => void
}

export function DocumentSettings(props: DocumentSettingsProps) {
  const { sides, adding, projectRule, title, untitled, rule, onTitle, onRule } = props
  const t = useTexts()
  const proposed = proposedRule(sides)
  if (adding) return <FixedRule sides={sides} rule={projectRule} />
  return (
    <div className="card flex flex-col gap-6 p-4 sm:p-5">
      <Field label={t('import.documentTitle')} error={untitled && t('import.titleMissing')}>
        {(parts) => (
          <Input {...parts} value={title} maxLength={300} required onChange={(event) => onTitle(event.target.value)} />
        )}
      </Field>
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-3 font-semibold">{t('import.governing')}</legend>
        <Clauses sides={sides} proposed={proposed} />
        <div className="grid gap-2 sm:grid-cols-2">
          {GOVERNING_RULES.map((option) => (
            <Radio
              key={option}
              name="governing"
              checked={option === rule}
              onChange={() => onRule(option)}
              label={
                <>
                  {t(`import.rule.${option}`)}{' '}
                  {option === (proposed ?? projectRule) && (
                    <Badge tone={proposed ? 'accent' : 'plain'}>
                      {t(proposed ? 'import.fromClause' : 'import.fromProject')}
                    </Badge>
                  )}
                </>
              }
              hint={t(`import.ruleHint.${option}`)}
            />
          ))}
        </div>
      </fieldset>
    </div>
  )
}

/** The clause as it stands in the text, or that there is none. */
function Clauses({ sides, proposed }: { sides: UnderstoodSide[]; proposed: GoverningRule | null }) {
  const t = useTexts()
  const found = sides.filter(({ governing }) => governing)
  if (found.length === 0) {
    return <p className="text-ink-soft">{t(sides.length > 1 ? 'import.governingNone' : 'import.governingNoneOne')}</p>
  }
  return (
    <>
      {found.map(
        ({ side, governing }) =>
          governing && (
            <figure key={side} className="border-accent border-l-2 pl-4">
              <figcaption className="text-ink-soft text-sm">
                {t('import.governingFound', { side, line: governing.line })}
              </figcaption>
              <blockquote lang={side === 'zh' ? 'zh-CN' : 'en'} className="document-text">
                {governing.quote}
              </blockquote>
            </figure>
          ),
      )}
      {proposed ? (
        <p className="text-ink-soft">{t('import.governingFoundHint')}</p>
      ) : (
        <Note tone="warn">{t('import.governingDiffer')}</Note>
      )}
    </>
  )
}

/** A document has its rule before its second text arrives; the clause of that text may not agree. */
function FixedRule({ sides, rule }: { sides: UnderstoodSide[]; rule: GoverningRule }) {
  const t = useTexts()
  const clash = sides.find(({ governing }) => governing && governing.rule !== rule)?.governing
  return (
    <Note tone={clash ? 'warn' : 'info'}>
      {clash
        ? t('import.governingClash', { rule: t(`import.rule.${clash.rule}`) })
        : t('import.governingFixed', { rule: t(`import.rule.${rule}`) })}
      {clash && <blockquote className="document-text mt-1">{clash.quote}</blockquote>}
    </Note>
  )
}
