'use client'
/** Why a text could not be read or saved: each file, the line, and what to do. */
import { Note } from '@/app/_ui/note'
import { sayNotice } from '@/app/_ui/texts/say-notice'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { ReadFailure } from './reading'

type ReadProblemsProps = {
  failure: ReadFailure
  /** It failed while it was being saved, not while it was read. */
  saving?: boolean
}

export function ReadProblems({ failure, saving = false }: ReadProblemsProps) {
  const t = useTexts()
  const title = saving ? t('import.failedTitle') : undefined
  if ('problem' in failure) {
    return (
      <Note tone="danger" title={title}>
        <p>{failure.problem === 'lost' ? t(saving ? 'import.lost' : 'problems.offline') : failure.message}</p>
        {'detail' in failure && typeof failure.detail.reason === 'string' && <p>{failure.detail.reason}</p>}
        {saving && failure.problem !== 'lost' && <p className="mt-2 text-ink-soft">{t('import.failedBody')}</p>}
      </Note>
    )
  }
  const { problems } = failure
  return (
    <Note tone="danger" title={title ?? t('import.problemTitle', { count: problems.length })}>
      <ul className="mt-1 flex flex-col gap-1">
        {problems.map((problem) => (
          <li key={`${problem.fileName} ${problem.id} ${problem.line ?? ''}`}>
            {(problem.fileName || problem.line) && (
              <span className="font-medium">
                {problem.line
                  ? t('import.problemLine', { file: problem.fileName, line: problem.line })
                  : problem.fileName}
                {': '}
              </span>
            )}
            {sayNotice(t, problem)}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-ink-soft">{t('import.tryAgain')}</p>
    </Note>
  )
}
