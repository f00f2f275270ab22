/** Who has how much before them: the picture, then each person with their pace and quality. For managers. */
import { getLocale, getTexts } from '@/app/_server/texts'
import { Badge } from '@/app/_ui/badge'
import { Name } from '@/app/_ui/name'
import { Section } from '@/app/_ui/page'
import { sayDays } from '@/app/_ui/say-days'
import { Table, Td, Th } from '@/app/_ui/table'
import { ROLE_NAMES } from '@/app/_ui/texts/names'
import { Time } from '@/app/_ui/time'
import { type Load, type PersonLoad, totalOf } from '@/lib/progress/load'
import { GOALS, type Measure } from '@/lib/progress/rules'
import { MqmFigures } from '../quality/score-cells'
import { inDays } from './in-days'
import { LoadChart } from './load-chart'
import { WorkBoard } from './work-board'

type LoadSectionProps = { projectId: string; load: Load; measure: Measure }

export async function LoadSection({ projectId, load, measure }: LoadSectionProps) {
  const t = await getTexts()
  const { people, pieces } = load
  const bars = people.map(({ memberId, name, left }) => ({
    id: memberId,
    name,
    translate: left.translate[measure],
    revise: left.revise[measure],
    review: left.review[measure],
    final: left.final[measure],
  }))
  return (
    <Section title={t('progress.load')}>
      {pieces.length > 0 ? (
        <>
          <div className="card mb-4 px-4 py-4">
            <LoadChart bars={bars} />
          </div>
          <p className="mb-2 text-ink-soft text-sm">{t('progress.boardSays')}</p>
          <WorkBoard projectId={projectId} people={people} pieces={pieces} measure={measure} />
        </>
      ) : (
        <p className="mb-4 text-ink-soft">{t('progress.loadNone')}</p>
      )}
      <Table label={t('progress.load')}>
        <thead>
          <tr>
            <Th>{t('progress.person')}</Th>
            {GOALS.map(({ step }) => (
              <Th key={step} className="text-right">
                {t(`assignment.step.${step}`)}
              </Th>
            ))}
            <Th className="text-right">{t('progress.lately')}</Th>
            <Th>{t('progress.expected')}</Th>
            <Th>{t('quality.found')}</Th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow key={person.memberId} person={person} measure={measure} />
          ))}
        </tbody>
      </Table>
    </Section>
  )
}

async function PersonRow({ person, measure }: { person: PersonLoad; measure: Measure }) {
  const [t, locale] = await Promise.all([getTexts(), getLocale()])
  const { name, role, away, left, overdue, lately, forecast, quality } = person
  return (
    <tr>
      <th scope="row" className="min-w-40 border-line border-t px-4 py-3 text-left font-medium">
        <Name of={name} />
        <span className="mt-0.5 flex flex-wrap gap-1 font-normal text-ink-faint text-sm">
          {role ? t(ROLE_NAMES[role]) : t('assignment.former')}
          {overdue > 0 && <Badge tone="danger">{t('progress.overdue', { count: overdue })}</Badge>}
        </span>
        {away.map((days) => (
          <span key={days.from} className="block whitespace-nowrap font-normal text-sm">
            {t('absence.away', { days: sayDays(locale, days) })}
          </span>
        ))}
      </th>
      {GOALS.map(({ step }) => (
        <Td key={step} className="text-right tabular-nums">
          {left[step].rows > 0 ? t('progress.number', { count: left[step][measure] }) : '–'}
        </Td>
      ))}
      <Td className="text-right tabular-nums">{t('progress.number', { count: lately[measure] })}</Td>
      <Td className="whitespace-nowrap text-sm">
        {totalOf(left, measure) === 0 ? (
          <span className="text-ink-faint">{t('progress.free')}</span>
        ) : forecast ? (
          <Time at={inDays(forecast.safe)} show="day" />
        ) : (
          <span className="text-ink-faint">{t('progress.unknownShort')}</span>
        )}
      </Td>
      <Td>
        {quality && quality.rows > 0 ? <MqmFigures score={quality.found} /> : <span className="text-ink-faint">–</span>}
      </Td>
    </tr>
  )
}
