'use client'
/** Chooses notes and says what can be done with all of them. Stays in sight while something is chosen. */
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { GoverningRule } from '@/lib/bitext/text'
import type { LedgerFilter } from '@/lib/discrepancy/ledger-filter'
import { ACTS_ON_MANY, type ActOnMany, mayAct } from '@/lib/discrepancy/refuse-act'
import { BulkDialog } from './bulk-dialog'
import { SelectPage, useSelection } from './selection'
import { STEP_ICONS } from './step-buttons'
import { useSteps } from './step-context'

type BulkBarProps = {
  filter: LedgerFilter
  /** How many notes the filter shows, on all pages. */
  total: number
  /** Under which the documents of the project stand. */
  rules: readonly GoverningRule[]
}

export function BulkBar({ filter, total, rules }: BulkBarProps) {
  const t = useTexts()
  const { me } = useSteps()
  const { page, chosen, all, set } = useSelection()
  const [act, setAct] = useState<ActOnMany | null>(null)
  const acts = ACTS_ON_MANY.filter((one) => mayAct(me.role, one) && (one !== 'propose' || !mayAct(me.role, 'decide')))
  if (acts.length === 0) return null
  const count = all ? total : chosen.size
  return (
    <section
      aria-label={t('ledger.bulk')}
      className={cx(
        'mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md px-1 text-sm',
        count > 0 &&
          'sticky top-[var(--header-height)] z-20 border border-line-strong bg-raised px-3 py-1 shadow-raised',
      )}
    >
      <SelectPage />
      <p role="status" className={cx('tabular-nums', count === 0 && 'text-ink-faint')}>
        {count === 0 ? t('ledger.noneChosen') : t('ledger.chosen', { count })}
      </p>
      {!all && chosen.size === page.length && total > page.length && (
        <button type="button" className="link" onClick={() => set(new Set(page), true)}>
          {t('ledger.chooseAll', { count: total })}
        </button>
      )}
      {count > 0 && (
        <>
          <div className="flex flex-wrap gap-1.5">
            {acts.map((one) => {
              const Icon = STEP_ICONS[one]
              return (
                <Button
                  key={one}
                  size="small"
                  aria-label={t(`ledger.many.${one}`, { count })}
                  onClick={() => setAct(one)}
                >
                  <Icon aria-hidden />
                  {t(`discrepancy.${one}`)}
                </Button>
              )
            })}
          </div>
          <button type="button" className="link ml-auto" onClick={() => set(new Set())}>
            {t('ledger.chooseNone')}
          </button>
        </>
      )}
      {act && (
        <BulkDialog
          act={act}
          on={all ? { filter } : { ids: [...chosen] }}
          rules={rules}
          onClose={() => setAct(null)}
          onDone={() => {
            setAct(null)
            set(new Set())
          }}
        />
      )}
    </section>
  )
}
