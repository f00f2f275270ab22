/** One place where every act is done, whether a key, the palette or a button asked for it. */
import { can } from '@/lib/auth/roles'
import { goToUneven } from '../align/far-rows'
import { approve, changeHere, saveAndNext, saveHere, sendBack, settleHere, switchSide, toggleConfirmed } from './acts'
import { beginComment, goToNextComment } from './comments'
import { askCorrection } from './correct'
import { insertMatch } from './insert-match'
import { nextTab, toInspector } from './inspector'
import type { Act } from './keys'
import { searchSelected } from './memory'
import { changeMode } from './mode'
import { extendByStep, goToNext, goToUnsaved, step } from './move'
import { beginRaising } from './raise'
import { currentRow, type Screen } from './screen'
import { changeSettings } from './settings'
import { askToDismiss, raiseHere, takeHere } from './settle-findings'
import { toggleSuggesting } from './suggest'
import { acceptFirst, rejectFirst } from './suggestions'
import { goToChange, maySettleChanges, settleChange, toggleTracking, turnTrackedView } from './tracking'
import { discardHere } from './typed'
import { goToFinding } from './walk-findings'

export function perform(screen: Screen, act: Act): void {
  const done = DEEDS[act](screen)
  if (done instanceof Promise) done.catch((error: unknown) => console.error(error))
}

function withRow(deed: (screen: Screen, row: NonNullable<ReturnType<typeof currentRow>>) => unknown) {
  return (screen: Screen) => {
    const row = currentRow(screen)
    return row ? deed(screen, row) : undefined
  }
}

const DEEDS: Record<Act, (screen: Screen) => unknown> = {
  'next-row': (screen) => step(screen, 1),
  'previous-row': (screen) => step(screen, -1),
  save: saveHere,
  'save-and-next': saveAndNext,
  approve,
  raise: (screen) => beginRaising(screen),
  comment: (screen) => beginComment(screen),
  'next-comment': (screen) => goToNextComment(screen),
  'previous-comment': (screen) => goToNextComment(screen, -1),
  'next-discrepancy': (screen) => goToNext(screen, 'discrepancy'),
  'previous-discrepancy': (screen) => goToNext(screen, 'discrepancy', -1),
  'next-finding': (screen) => goToFinding(screen, 1),
  'previous-finding': (screen) => goToFinding(screen, -1),
  'raise-finding': raiseHere,
  'dismiss-finding': askToDismiss,
  'take-finding': takeHere,
  'insert-match': (screen) => insertMatch(screen, 1),
  'previous-match': (screen) => insertMatch(screen, -1),
  'search-memory': searchSelected,
  'next-stale': (screen) => goToNext(screen, 'stale'),
  'previous-stale': (screen) => goToNext(screen, 'stale', -1),
  'next-mine': (screen) => goToNext(screen, 'mine'),
  'previous-mine': (screen) => goToNext(screen, 'mine', -1),
  'next-unconfirmed': (screen) => goToNext(screen, 'unconfirmed'),
  'previous-unconfirmed': (screen) => goToNext(screen, 'unconfirmed', -1),
  'next-uneven': (screen) => goToUneven(screen),
  'previous-uneven': (screen) => goToUneven(screen, -1),
  'next-suggestion': (screen) => goToNext(screen, 'suggestion'),
  'previous-suggestion': (screen) => goToNext(screen, 'suggestion', -1),
  'accept-suggestion': withRow(acceptFirst),
  'reject-suggestion': withRow(rejectFirst),
  'next-unsaved': goToUnsaved,
  'discard-draft': discardHere,
  'send-back': sendBack,
  'choose-status': (screen) => screen.asking.set({ what: 'palette', only: 'status' }),
  'choose-base': (screen) => screen.asking.set({ what: 'palette', only: 'base' }),
  'choose-view': (screen) => screen.asking.set({ what: 'palette', only: 'view' }),
  confirm: withRow(toggleConfirmed),
  diff: toggleTracking,
  'tracked-view': turnTrackedView,
  'next-change': (screen) => goToChange(screen, 'next'),
  'previous-change': (screen) => goToChange(screen, 'previous'),
  'accept-change': (screen) => settleChange(screen, 'accept', 'one'),
  'reject-change': (screen) => settleChange(screen, 'reject', 'one'),
  'accept-row': (screen) => settleChange(screen, 'accept', 'all'),
  'reject-row': (screen) => settleChange(screen, 'reject', 'all'),
  'settle-many': (screen) => {
    if (maySettleChanges(screen)) screen.asking.set({ what: 'settle-many' })
    else screen.tell(screen.t('problems.not-allowed'), { hint: true })
  },
  suggest: toggleSuggesting,
  numbers: (screen) => {
    const { numbers } = screen.settings.get()
    changeSettings(screen, { numbers: !numbers })
    screen.tell(screen.t(numbers ? 'tracked.numbers-off' : 'tracked.numbers-on'), { hint: true })
  },
  'still-correct': withRow(settleHere),
  'needs-change': withRow(changeHere),
  correct: withRow((screen, row) => askCorrection(screen, row)),
  'other-side': switchSide,
  'extend-down': (screen) => extendByStep(screen, 1),
  'extend-up': (screen) => extendByStep(screen, -1),
  assign: (screen) => {
    if (can(screen.review.me.role, 'assignment.manage')) screen.asking.set({ what: 'assign' })
    else screen.tell(screen.t('problems.not-allowed'), { hint: true })
  },
  find: openFind,
  replace: openReplace,
  'status-of-many': (screen) => screen.asking.set({ what: 'status-of-many' }),
  'undo-many': (screen) => screen.asking.set({ what: 'undo-many' }),
  'go-to-row': (screen) => screen.asking.set({ what: 'go-to-row' }),
  outline: (screen) => changeSettings(screen, { outline: !screen.settings.get().outline }),
  inspector: (screen) => changeSettings(screen, { inspector: !screen.settings.get().inspector }),
  'next-tab': nextTab,
  'to-inspector': toInspector,
  density: (screen) => {
    const compact = screen.settings.get().density === 'compact'
    changeSettings(screen, { density: compact ? 'comfortable' : 'compact' })
  },
  'mode-read': (screen) => changeMode(screen, 'read'),
  'mode-align': (screen) => changeMode(screen, 'align'),
  'mode-review': (screen) => changeMode(screen, 'review'),
  palette: (screen) => screen.asking.set({ what: 'palette' }),
  keys: (screen) => screen.asking.set({ what: 'keys' }),
}

function openFind() {
  const field = document.querySelector<HTMLInputElement>('[data-find-field]')
  if (field) return field.select()
  document.querySelector<HTMLButtonElement>('[data-find]')?.click()
}

/** What is replaced is what is sought: without words there is the field for them first. */
function openReplace(screen: Screen) {
  if (screen.filter.get().text === '') return openFind()
  if (can(screen.review.me.role, 'segment.edit')) screen.asking.set({ what: 'replace' })
  else screen.tell(screen.t('problems.not-allowed'), { hint: true })
}
