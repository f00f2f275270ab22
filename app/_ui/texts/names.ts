/** The interface's names for the values of the schema. */
import type { MemberRole } from '@/lib/auth/roles'
import type { GoverningRule } from '@/lib/bitext/text'
import type { TextKey } from './dictionaries'

export const ROLE_NAMES: Record<MemberRole, TextKey> = {
  manager: 'common.rolesManager',
  translator: 'common.rolesTranslator',
  reviser: 'common.rolesReviser',
  reviewer: 'common.rolesReviewer',
  observer: 'common.rolesObserver',
}

export const GOVERNING_NAMES: Record<GoverningRule, TextKey> = {
  'prevails-zh': 'common.governingPrevailsZh',
  'prevails-en': 'common.governingPrevailsEn',
  'equally-authentic': 'common.governingEquallyAuthentic',
  'reference-only': 'common.governingReferenceOnly',
}

export const STATUS_NAMES = {
  draft: 'common.statusDraft',
  translated: 'common.statusTranslated',
  revised: 'common.statusRevised',
  reviewed: 'common.statusReviewed',
  released: 'common.statusReleased',
} as const satisfies Record<string, TextKey>
