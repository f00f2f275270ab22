import { Gauge } from 'lucide-react'
import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page, PageHeader, Section } from '@/app/_ui/page'
import { can } from '@/lib/auth/roles'
import { getProject } from '@/lib/project/queries'
import { getQuality, type Quality } from '@/lib/quality/queries'
import { AgreementTable } from './agreement-table'
import { GbtFigures, MqmFigures } from './score-cells'
import { ScoreTable } from './score-table'
import { SettingsForm } from './settings-form'

type QualityPageProps = { params: Promise<{ projectId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('quality.title') }
}

/** How good the translation was found to be, by two methods, and how far those who found it agree. */
export default async function QualityPage({ params }: QualityPageProps) {
  const { projectId } = await params
  const actor = await currentActor(`/projects/${projectId}/quality`)
  const project = await found(getProject(actor, projectId))
  const [t, quality] = await Promise.all([getTexts(), getQuality(actor, { projectId })])
  const { settings, version } = quality
  const manages = can(project.role, 'quality.manage')
  return (
    <Page>
      <PageHeader title={t('quality.title')} lead={<p className="max-w-prose">{t('quality.lead')}</p>} />
      {quality.project.rows === 0 ? (
        <EmptyState
          icon={Gauge}
          title={t('quality.empty')}
          action={<ButtonLink href={`/projects/${projectId}`}>{t('quality.emptyAction')}</ButtonLink>}
        >
          {t('quality.emptyBody')}
        </EmptyState>
      ) : (
        <Scores
          projectId={projectId}
          quality={quality}
          everyone={manages}
          mayRaise={can(project.role, 'discrepancy.raise')}
        />
      )}
      <Section title={t('quality.settings')} className="mt-10">
        <div className="card p-5">
          {/* A new version makes a new form: what others saved meanwhile must not hide under old values. */}
          <SettingsForm key={version} projectId={projectId} settings={settings} version={version} manages={manages} />
        </div>
      </Section>
    </Page>
  )
}

type ScoresProps = { projectId: string; quality: Quality; everyone: boolean; mayRaise: boolean }

async function Scores({ projectId, quality, everyone, mayRaise }: ScoresProps) {
  const t = await getTexts()
  const { project, documents, people, agreement } = quality
  const cards = [
    { key: 'found', figures: <MqmFigures score={project.found} large /> },
    { key: 'standing', figures: <MqmFigures score={project.standing} large /> },
    { key: 'gbt', figures: <GbtFigures score={project.gbt} large /> },
  ] as const
  return (
    <>
      <Section
        title={t('quality.project')}
        actions={
          <p className="text-ink-soft tabular-nums">
            {t('quality.rows', { rows: project.rows })} ·{' '}
            {t(`quality.units_${project.found.unit}`, { count: project.found.units })}
          </p>
        }
      >
        <div className="grid gap-4 md:grid-cols-3">
          {cards.map(({ key, figures }) => (
            <div key={key} className="card flex flex-col gap-3 p-5">
              <h3 className="font-medium">{t(`quality.${key}`)}</h3>
              {figures}
              <p className="mt-auto text-ink-faint text-sm">{t(`quality.${key}Hint`)}</p>
            </div>
          ))}
        </div>
      </Section>
      <Section title={t('quality.documents')}>
        <ScoreTable label={t('quality.documents')} rows={documents} projectId={projectId} mayRaise={mayRaise} />
      </Section>
      <Section title={t('quality.people')}>
        <p className="mb-3 max-w-prose text-ink-soft">
          {t('quality.peopleIntro')} {!everyone && t('quality.peopleOwn')}
        </p>
        {people.length === 0 ? (
          <p className="text-ink-faint">{t('quality.peopleNone')}</p>
        ) : (
          <ScoreTable label={t('quality.people')} rows={people} />
        )}
      </Section>
      <Section title={t('quality.agreement')}>
        <p className="mb-3 max-w-prose text-ink-soft">{t('quality.agreementIntro')}</p>
        {agreement.length === 0 ? (
          <p className="text-ink-faint">{t('quality.agreementNone')}</p>
        ) : (
          <AgreementTable pairs={agreement} />
        )}
      </Section>
    </>
  )
}
