/**
 * Every page and route handler, and who may go through. To everyone else it is not there, except that a member who lacks a right
 * is told so. Paths as the folders of app/ have them; `[projectId]` and the like are filled in by the journey.
 */
import { MEMBER_ROLES, type MemberRole } from '../../lib/auth/roles'
import { NO_FILTER, soughtOf } from '../../lib/view/filter'

export type Door = {
  /** Roles of the project; or everyone signed in; or administrators. */
  who: readonly MemberRole[] | 'signed-in' | 'administrators'
  query?: string
  body?: object
  /** What it is about is not there in the journey: who may, is told so, and the others no more than that. */
  absent?: true
  /** A form of files, as an import sends it. */
  form?: true
}

const ALL = MEMBER_ROLES
const WORKING: readonly MemberRole[] = ['manager', 'translator', 'reviser', 'reviewer']
const BILINGUAL: readonly MemberRole[] = ['manager', 'translator', 'reviser']
const DECIDING: readonly MemberRole[] = ['manager', 'reviser', 'reviewer']
const MANAGER: readonly MemberRole[] = ['manager']

const PROJECT = '/projects/[projectId]'
const REVIEW = `${PROJECT}/review/[documentId]`
const API = `/api${PROJECT}`
const DOCUMENT = `${API}/documents/[documentId]`
const TAB = '01900000-0000-7000-8000-000000000001'

const SETTLE = { rows: null, author: null, verdict: 'accept' }

export const DOORS: Record<string, Door> = {
  'GET /': { who: 'signed-in' },
  'GET /account': { who: 'signed-in' },
  'GET /notices': { who: 'signed-in' },
  'GET /administration': { who: 'administrators' },
  'GET /administration/audit': { who: 'administrators' },
  'GET /administration/jobs': { who: 'administrators' },
  'GET /administration/projects': { who: 'administrators' },
  'GET /administration/settings': { who: 'administrators' },
  'GET /projects/new': { who: 'signed-in' },
  [`GET ${PROJECT}`]: { who: ALL },
  [`GET ${PROJECT}/assignments`]: { who: ALL },
  [`GET ${PROJECT}/audit`]: { who: MANAGER },
  [`GET ${PROJECT}/checks`]: { who: ALL },
  [`GET ${PROJECT}/discrepancies`]: { who: ALL },
  [`GET ${PROJECT}/import`]: { who: ALL },
  [`GET ${PROJECT}/members`]: { who: ALL },
  [`GET ${PROJECT}/progress`]: { who: ALL },
  [`GET ${PROJECT}/quality`]: { who: ALL },
  [`GET ${PROJECT}/register`]: { who: ALL },
  [`GET ${PROJECT}/settings`]: { who: ALL },
  [`GET ${PROJECT}/settings/webhooks`]: { who: MANAGER },
  [`GET ${PROJECT}/terms`]: { who: ALL },
  [`GET ${REVIEW}`]: { who: ALL },
  [`GET ${REVIEW}/editions`]: { who: ALL },
  [`GET ${REVIEW}/editions/[number]`]: { who: ALL, absent: true },
  [`GET ${REVIEW}/editions/compare`]: { who: ALL, query: 'older=1&newer=1', absent: true },
  [`GET ${REVIEW}/editions/next`]: { who: ALL },
  [`GET ${REVIEW}/read/print`]: { who: ALL },
  [`GET ${REVIEW}/timeline`]: { who: ALL },

  'GET /api/people/[userId]/data': { who: 'administrators' },
  'GET /api/people/[userId]/farewell': { who: 'administrators' },
  'GET /api/audit': { who: 'administrators', query: 'format=csv' },
  'GET /api/notices/count': { who: 'signed-in' },
  [`GET ${API}/assignments/[assignmentId]/colleagues`]: { who: WORKING, absent: true },
  [`POST ${DOCUMENT}/assignments/plan`]: {
    who: MANAGER,
    body: { step: 'revise', ranges: [{ fromSegmentId: 2_000_000_000, toSegmentId: 2_000_000_000 }] },
  },
  [`GET ${API}/audit`]: { who: MANAGER, query: 'format=csv' },
  [`GET ${API}/documents/names`]: { who: ALL },
  [`POST ${API}/documents`]: { who: BILINGUAL, form: true },
  [`POST ${API}/intake`]: { who: BILINGUAL, form: true },
  [`POST ${DOCUMENT}/side`]: { who: BILINGUAL, form: true },
  [`GET ${API}/discrepancies/[discrepancyId]/thread`]: { who: ALL },
  [`GET ${API}/discrepancies/export/[format]`]: { who: ALL, query: 'sort=place&group=none' },
  [`POST ${API}/discrepancies/many`]: { who: DECIDING, body: { act: 'verify', on: { filter: {} } } },
  [`GET ${API}/exports/[documentId]/[format]`]: { who: ALL },
  [`GET ${DOCUMENT}/memory/[segmentId]`]: { who: ALL },
  [`GET ${API}/memory`]: { who: ALL, query: 'side=zh&words=%E4%BA%BA' },
  [`GET ${API}/jobs`]: { who: ALL },
  [`GET ${API}/jobs/[jobId]/file`]: { who: ALL },
  [`POST ${API}/jobs/[jobId]/cancel`]: { who: ALL, absent: true },
  [`POST ${API}/jobs/[jobId]/retry`]: { who: ALL, absent: true },
  [`GET ${API}/quality/[documentId]`]: { who: ALL },
  [`POST ${API}/quality/[documentId]`]: { who: WORKING },
  [`POST ${API}/register`]: { who: BILINGUAL },
  [`GET ${API}/register/candidates/[documentId]`]: { who: ALL },
  [`GET ${API}/register/export`]: { who: ALL },
  [`GET ${API}/terms`]: { who: ALL },
  [`POST ${API}/terms`]: { who: BILINGUAL },
  [`GET ${API}/terms/export/[format]`]: { who: ALL },
  [`GET ${API}/views`]: { who: ALL },
  [`GET ${DOCUMENT}/alignment`]: { who: ALL },
  [`GET ${DOCUMENT}/alignment/map`]: { who: ALL },
  [`POST ${DOCUMENT}/alignment/realign`]: {
    who: BILINGUAL,
    body: { range: { fromSegmentId: '[segmentId]', toSegmentId: 2_000_000_000 } },
  },
  [`GET ${DOCUMENT}/alignment/why/[segmentId]`]: { who: ALL },
  [`GET ${DOCUMENT}/comments/[segmentId]`]: { who: ALL },
  [`GET ${DOCUMENT}/credits`]: { who: ALL },
  [`GET ${DOCUMENT}/editions/[number]/[format]`]: { who: ALL, absent: true },
  [`GET ${DOCUMENT}/findings`]: { who: ALL, query: 'ids=[segmentId]' },
  [`GET ${DOCUMENT}/findings/clusters`]: { who: ALL },
  [`GET ${DOCUMENT}/findings/places`]: { who: ALL },
  [`GET ${DOCUMENT}/history/[segmentId]`]: { who: ALL },
  [`GET ${DOCUMENT}/history/bases`]: { who: ALL, query: 'ids=[segmentId]&base=first' },
  [`POST ${DOCUMENT}/history/settle`]: { who: ['manager', 'reviser'], body: SETTLE },
  [`GET ${DOCUMENT}/history/next-change`]: { who: ALL, query: 'segmentId=[segmentId]&direction=next' },
  [`GET ${DOCUMENT}/live`]: { who: ALL, query: `tab=${TAB}` },
  [`POST ${DOCUMENT}/live`]: { who: ALL, body: { tab: TAB, segmentId: null, side: null, editing: false } },
  [`POST ${DOCUMENT}/live/take-over`]: {
    who: BILINGUAL,
    body: { tab: TAB, segmentId: 2_000_000_000, side: 'en' },
  },
  [`GET ${DOCUMENT}/outline`]: { who: ALL },
  [`GET ${DOCUMENT}/reading`]: { who: ALL, query: 'layout=side' },
  [`GET ${DOCUMENT}/segments`]: { who: ALL, query: 'ids=[segmentId]' },
  [`GET ${DOCUMENT}/segments/batches`]: { who: ALL },
  [`GET ${DOCUMENT}/segments/find`]: { who: ALL, query: 'text=x' },
  [`POST ${DOCUMENT}/segments/replace`]: {
    who: BILINGUAL,
    body: { query: { ...soughtOf(NO_FILTER), text: 'x' }, rows: null },
  },
  [`GET ${DOCUMENT}/segments/speakers`]: { who: ALL },
  [`POST ${DOCUMENT}/segments/status`]: { who: DECIDING, body: { rows: [[1, 1]], to: 'revised' } },
}

/** Open to those who are not signed in, and why. */
export const OPEN_DOORS: Record<string, string> = {
  'GET /sign-in': 'the way in',
  'GET /forgotten': 'asks for a mail, and answers everyone alike',
  'GET /reset/[secret]': 'opens by its secret',
  'GET /set-up/[secret]': 'opens by its secret',
  'GET /invitation/[secret]': 'opens by its secret',
  'GET /projects': 'leads to the start page',
  'GET /api/auth/[...nextauth]': 'signs in and out',
  'POST /api/auth/[...nextauth]': 'signs in and out',
  'GET /api/health': 'says only whether the server works',
  'GET /healthz': 'says only whether the process works',
  'GET /readyz': 'says only what the process waits for',
  'GET /metrics': 'opens by its token, or from the machine itself (app/metrics/may-read.ts)',
}

/** Made by openAction(): what may be done before signing in. */
export const OPEN_ACTIONS = [
  'acceptAsNewcomerHere',
  'chooseLocale',
  'chooseTheme',
  'completeSetupAction',
  'requestResetHere',
  'resetPasswordHere',
]
