/**
 * Tries every command and query of lib as every role and as a stranger. A command that is not in the table fails the test,
 * so that none is added without saying who may use it.
 */
import { afterAll, describe, expect, test } from 'vitest'
import { listAway } from '../lib/absence/queries'
import { confirmBead, confirmTo } from '../lib/alignment/confirm-rows'
import { confirmSure } from '../lib/alignment/confirm-sure'
import { explainPairing, getPairingMap } from '../lib/alignment/explain-pairing'
import { mergeRange } from '../lib/alignment/merge-range'
import { moveEnglish } from '../lib/alignment/move-english'
import { pullText } from '../lib/alignment/pull-text'
import { pushText } from '../lib/alignment/push-text'
import { getAlignmentState, listSteps } from '../lib/alignment/queries'
import { realign } from '../lib/alignment/realign'
import { redoStep } from '../lib/alignment/redo-step'
import { shiftColumn } from '../lib/alignment/shift-column'
import { splitRow } from '../lib/alignment/split-row'
import { swapEnglish } from '../lib/alignment/swap-english'
import { undoStep } from '../lib/alignment/undo-step'
import { assignParts } from '../lib/assignment/assign-parts'
import { assignRange } from '../lib/assignment/assign-range'
import { declineAssignment } from '../lib/assignment/decline-assignment'
import { editAssignment } from '../lib/assignment/edit-assignment'
import { finishAssignment } from '../lib/assignment/finish-assignment'
import { handOverAssignment } from '../lib/assignment/hand-over-assignment'
import { listColleagues } from '../lib/assignment/list-colleagues'
import { planWork } from '../lib/assignment/plan-work'
import { listAssignments } from '../lib/assignment/queries'
import { takeAssignment } from '../lib/assignment/take-assignment'
import { withdrawAssignment } from '../lib/assignment/withdraw-assignment'
import { exportAudit, getAuditChoices, listAudit } from '../lib/audit/queries'
import type { Actor } from '../lib/auth/actor'
import { MEMBER_ROLES, type MemberRole } from '../lib/auth/roles'
import { addComment } from '../lib/comment/add-comment'
import { answerComment } from '../lib/comment/answer-comment'
import { commentOnNote } from '../lib/comment/comment-on-note'
import { deleteComment } from '../lib/comment/delete-comment'
import { editComment } from '../lib/comment/edit-comment'
import { findNoteThread, listThreads } from '../lib/comment/queries'
import { readMentions } from '../lib/comment/read-mentions'
import { resolveThread } from '../lib/comment/resolve-thread'
import { db } from '../lib/db'
import { actOnMany, previewActOnMany } from '../lib/discrepancy/act-on-many'
import { amendDiscrepancy } from '../lib/discrepancy/amend-discrepancy'
import { attachLink } from '../lib/discrepancy/attach-link'
import { contestDiscrepancy } from '../lib/discrepancy/contest-discrepancy'
import { decideDiscrepancy } from '../lib/discrepancy/decide-discrepancy'
import { detachLink } from '../lib/discrepancy/detach-link'
import { exportLedger } from '../lib/discrepancy/export-ledger'
import { getBoard, getHeat, getLedgerPage, getTallies, listLedger } from '../lib/discrepancy/ledger'
import { proposeDecision } from '../lib/discrepancy/propose-decision'
import { listDiscrepancies } from '../lib/discrepancy/queries'
import { raiseDiscrepancy } from '../lib/discrepancy/raise-discrepancy'
import { reopenDiscrepancy } from '../lib/discrepancy/reopen-discrepancy'
import { verifyDiscrepancy } from '../lib/discrepancy/verify-discrepancy'
import { withdrawDiscrepancy } from '../lib/discrepancy/withdraw-discrepancy'
import { addSide } from '../lib/document/add-side'
import { createDocument } from '../lib/document/create-document'
import { deleteDocument } from '../lib/document/delete-document'
import { previewFiles } from '../lib/document/preview-files'
import { getDocument, listDocuments } from '../lib/document/queries'
import { renameDocument } from '../lib/document/rename-document'
import { exportDocument } from '../lib/edition/export-document'
import { exportEdition } from '../lib/edition/export-edition'
import { getGate } from '../lib/edition/gate'
import { getNextEdition, getNextErrata } from '../lib/edition/next-errata'
import { publishEdition } from '../lib/edition/publish-edition'
import { compareTwoEditions, getEdition, getEditionsOf, listEditions, listKeptEditions } from '../lib/edition/queries'
import { changeCheck } from '../lib/finding/change-check'
import { chooseForm } from '../lib/finding/choose-form'
import { dismissFinding } from '../lib/finding/dismiss-finding'
import { listClusters } from '../lib/finding/list-clusters'
import { listPlaces } from '../lib/finding/list-places'
import { listChecks, listDismissals, listFindings } from '../lib/finding/queries'
import { raiseFinding } from '../lib/finding/raise-finding'
import { takeFinding } from '../lib/finding/take-finding'
import { undoDismissal } from '../lib/finding/undo-dismissal'
import { closeSender } from '../lib/jobs/boss'
import { followDocument } from '../lib/live/follow-document'
import { closeLiveHub } from '../lib/live/live-hub'
import { movePresence } from '../lib/live/move-presence'
import { getCursor, listMissed } from '../lib/live/queries'
import { takeOver } from '../lib/live/take-over'
import { findMatches } from '../lib/memory/find-matches'
import { searchMemory } from '../lib/memory/search-memory'
import { listBlocks } from '../lib/progress/blocks'
import { getLoad } from '../lib/progress/load'
import { getProgress } from '../lib/progress/queries'
import { archiveProject } from '../lib/project/archive-project'
import { changeMemberRole } from '../lib/project/change-member-role'
import { inviteMember } from '../lib/project/invite-member'
import { issueSetupLink } from '../lib/project/issue-setup-link'
import { listInvitations } from '../lib/project/list-invitations'
import { getProject, listMembers } from '../lib/project/queries'
import { removeMember } from '../lib/project/remove-member'
import { renewInvitation } from '../lib/project/renew-invitation'
import { updateProject } from '../lib/project/update-project'
import { withdrawInvitation } from '../lib/project/withdraw-invitation'
import { changeQuality } from '../lib/quality/change-quality'
import { exportMarot } from '../lib/quality/export-marot'
import { importMarot, previewMarot } from '../lib/quality/import-marot'
import { getQuality } from '../lib/quality/queries'
import { DEFAULT_SETTINGS } from '../lib/quality/rules'
import { askExport } from '../lib/queue/ask-export'
import { askRealign } from '../lib/queue/ask-realign'
import { cancelJob } from '../lib/queue/cancel-job'
import { getJob, listJobs } from '../lib/queue/queries'
import { retryJob } from '../lib/queue/retry-job'
import { startImport, startSide } from '../lib/queue/start-import'
import { takeFile } from '../lib/queue/take-file'
import { listCredits } from '../lib/reading/list-credits'
import { getPrint, getReading } from '../lib/reading/queries'
import { deleteEntry } from '../lib/register/delete-entry'
import { exportRegister } from '../lib/register/export-register'
import { importRegister, previewRegister } from '../lib/register/import-register'
import { listCandidates } from '../lib/register/list-candidates'
import { listEntries } from '../lib/register/queries'
import { saveEntry } from '../lib/register/save-entry'
import { takeEntries } from '../lib/register/take-entries'
import { acceptChanges } from '../lib/revision/accept-changes'
import { findChange } from '../lib/revision/find-change'
import { listEvents } from '../lib/revision/list-events'
import { listTracked } from '../lib/revision/list-tracked'
import { getHistory } from '../lib/revision/queries'
import { recordEdit } from '../lib/revision/record-edit'
import { rejectChanges } from '../lib/revision/reject-changes'
import { restoreRevision } from '../lib/revision/restore-revision'
import { undoAcceptance } from '../lib/revision/undo-acceptance'
import { getOpening } from '../lib/segment/get-opening'
import { getOutline, getReview, listSegments } from '../lib/segment/queries'
import { setStatus } from '../lib/segment/set-status'
import { previewStatusOfMany, setStatusOfMany } from '../lib/segment/set-status-of-many'
import { settleStale } from '../lib/segment/settle-stale'
import { acceptSuggestion } from '../lib/suggestion/accept-suggestion'
import { rejectSuggestion } from '../lib/suggestion/reject-suggestion'
import { suggestText } from '../lib/suggestion/suggest-text'
import { withdrawSuggestion } from '../lib/suggestion/withdraw-suggestion'
import { deleteConcept } from '../lib/termbase/delete-concept'
import { exportTerms } from '../lib/termbase/export-terms'
import { importTerms, previewTerms } from '../lib/termbase/import-terms'
import { getTerms, listConcepts } from '../lib/termbase/queries'
import { saveConcept } from '../lib/termbase/save-concept'
import { changeView } from '../lib/view/change-view'
import { deleteView } from '../lib/view/delete-view'
import { NO_FILTER, soughtOf } from '../lib/view/filter'
import { findRows } from '../lib/view/find-rows'
import { listBatches } from '../lib/view/list-batches'
import { previewReplace } from '../lib/view/preview-replace'
import { listSpeakers, listViews } from '../lib/view/queries'
import { replaceInRows } from '../lib/view/replace-in-rows'
import { saveView } from '../lib/view/save-view'
import { previewSettleMany, settleMany } from '../lib/view/settle-many'
import { undoBatch } from '../lib/view/undo-batch'
import { addWebhook } from '../lib/webhook/add-webhook'
import { changeWebhook } from '../lib/webhook/change-webhook'
import { listWebhooks } from '../lib/webhook/queries'
import { removeWebhook } from '../lib/webhook/remove-webhook'
import { tryWebhook } from '../lib/webhook/try-webhook'
import { ADMINISTRATION } from './access/administration'
import { OWN } from './access/own'
import { findCommands } from './support/commands'
import { ownDatabase, person, type World, world } from './support/world'

ownDatabase()

// The key that shared secrets are sealed with.
process.env.NEXTAUTH_SECRET = 'only for this test, only for this test'

afterAll(closeLiveHub)
afterAll(closeSender)

type Place = Awaited<ReturnType<typeof place>>

type Case = { roles: readonly MemberRole[]; run: (actor: Actor, at: Place) => Promise<unknown> }

const EVERYONE = MEMBER_ROLES
const MANAGER: readonly MemberRole[] = ['manager']
const WORKING: readonly MemberRole[] = ['manager', 'translator', 'reviser', 'reviewer']
const BILINGUAL: readonly MemberRole[] = ['manager', 'translator', 'reviser']
const DECIDING: readonly MemberRole[] = ['manager', 'reviser', 'reviewer']

const FILE = { fileName: 'x.txt', address: '', bytes: new TextEncoder().encode('你好。'), side: 'zh' as const }
const SEEN = { zhVersion: 1, enVersion: 1 }
const SETTLED = { side: 'en' as const, changes: 'all' as const, seenVersion: 1, seenAccepted: 0 }

const ORDER = { poolRole: null, dueAt: null, zone: 'UTC', instruction: '' }

const TERM = { side: 'zh' as const, text: '法治', status: 'preferred' as const, note: '', source: '' }
const ENTRY = { kind: 'place' as const, zh: ['岚浦'], en: ['Lanpu'], titles: [] }

const onRow = ({ projectId, documentId, segmentId }: Place) => ({
  projectId,
  documentId,
  segmentId,
  seen: [{ id: segmentId, ...SEEN }],
})

const TABLE: Record<string, Case> = {
  'absence/queries': { roles: MANAGER, run: (actor, { projectId }) => listAway(actor, { projectId }) },
  'alignment/confirm-rows': {
    roles: WORKING,
    run: async (actor, { projectId, documentId, segmentId }) => [
      await confirmBead(actor, { projectId, segmentId, confirmed: true }),
      await confirmTo(actor, { projectId, documentId, segmentId, fromSegmentId: null, confirmed: false }),
    ],
  },
  'alignment/confirm-sure': {
    roles: WORKING,
    run: (actor, { projectId, documentId }) => confirmSure(actor, { projectId, documentId, leastConfidence: 0.9 }),
  },
  'alignment/push-text': {
    roles: BILINGUAL,
    run: (actor, at) => pushText(actor, { ...onRow(at), side: 'en', offset: 0 }),
  },
  'alignment/pull-text': {
    roles: BILINGUAL,
    run: (actor, at) => pullText(actor, { ...onRow(at), side: 'en', offset: 0 }),
  },
  'alignment/shift-column': {
    roles: BILINGUAL,
    run: (actor, at) => shiftColumn(actor, { ...onRow(at), side: 'en', direction: 'up' }),
  },
  'alignment/split-row': {
    roles: BILINGUAL,
    run: (actor, at) => splitRow(actor, { ...onRow(at), side: 'en', offset: 1, otherOffset: null }),
  },
  'alignment/merge-range': {
    roles: BILINGUAL,
    run: (actor, { segmentId, ...at }) =>
      mergeRange(actor, { ...onRow({ segmentId, ...at }), fromSegmentId: segmentId, toSegmentId: segmentId }),
  },
  'alignment/swap-english': {
    roles: BILINGUAL,
    run: (actor, at) => swapEnglish(actor, { ...onRow(at), withSegmentId: at.segmentId }),
  },
  'alignment/move-english': {
    roles: BILINGUAL,
    run: (actor, at) => moveEnglish(actor, { ...onRow(at), fromSegmentId: at.segmentId, toSegmentId: at.segmentId }),
  },
  'alignment/realign': {
    roles: BILINGUAL,
    run: (actor, { projectId, documentId, segmentId }) =>
      realign(actor, { projectId, documentId, range: { fromSegmentId: segmentId, toSegmentId: 2_000_000_000 } }),
  },
  'alignment/undo-step': {
    roles: BILINGUAL,
    run: (actor, { projectId, documentId }) => undoStep(actor, { projectId, documentId, step: 99 }),
  },
  'alignment/redo-step': {
    roles: BILINGUAL,
    run: (actor, { projectId, documentId }) => redoStep(actor, { projectId, documentId, step: 99 }),
  },
  'alignment/queries': {
    roles: EVERYONE,
    run: async (actor, { projectId, documentId }) => [
      await getAlignmentState(actor, { projectId, documentId }),
      await listSteps(actor, { projectId, documentId }),
    ],
  },
  'assignment/assign-range': {
    roles: MANAGER,
    run: (actor, { projectId, documentId, segmentId, memberId }) =>
      assignRange(actor, {
        projectId,
        documentId,
        memberId,
        fromSegmentId: segmentId,
        toSegmentId: segmentId,
        step: 'revise',
        ...ORDER,
      }),
  },
  'assignment/assign-parts': {
    roles: MANAGER,
    run: (actor, { projectId, documentId, segmentId }) =>
      assignParts(actor, {
        projectId,
        documentId,
        step: 'revise',
        ...ORDER,
        parts: [{ memberId: null, fromSegmentId: segmentId, toSegmentId: segmentId }],
      }),
  },
  'assignment/plan-work': {
    roles: MANAGER,
    run: (actor, { projectId, documentId, segmentId }) =>
      planWork(actor, {
        projectId,
        documentId,
        step: 'revise',
        ranges: [{ fromSegmentId: segmentId, toSegmentId: segmentId }],
        memberIds: [],
        unit: 'zh',
        dueAt: null,
      }),
  },
  'assignment/take-assignment': {
    roles: WORKING,
    run: (actor, { projectId, nothing }) => takeAssignment(actor, { projectId, assignmentId: nothing, seenVersion: 1 }),
  },
  'assignment/hand-over-assignment': {
    roles: WORKING,
    run: (actor, { projectId, memberId, nothing }) =>
      handOverAssignment(actor, { projectId, assignmentId: nothing, seenVersion: 1, memberId, reason: '' }),
  },
  'assignment/decline-assignment': {
    roles: WORKING,
    run: (actor, { projectId, nothing }) =>
      declineAssignment(actor, { projectId, assignmentId: nothing, seenVersion: 1, reason: 'Ill.' }),
  },
  'assignment/edit-assignment': {
    roles: MANAGER,
    run: (actor, { projectId, segmentId, nothing }) =>
      editAssignment(actor, {
        projectId,
        assignmentId: nothing,
        seenVersion: 1,
        fromSegmentId: segmentId,
        toSegmentId: segmentId,
        dueAt: null,
        zone: 'UTC',
        instruction: '',
      }),
  },
  'assignment/list-colleagues': {
    roles: WORKING,
    run: (actor, { projectId, nothing }) => listColleagues(actor, { projectId, assignmentId: nothing }),
  },
  'assignment/finish-assignment': {
    roles: WORKING,
    run: (actor, { projectId, nothing }) =>
      finishAssignment(actor, { projectId, assignmentId: nothing, seenVersion: 1 }),
  },
  'assignment/withdraw-assignment': {
    roles: MANAGER,
    run: (actor, { projectId, nothing }) =>
      withdrawAssignment(actor, { projectId, assignmentId: nothing, seenVersion: 1 }),
  },
  'assignment/queries': { roles: EVERYONE, run: (actor, { projectId }) => listAssignments(actor, { projectId }) },
  'comment/add-comment': {
    roles: EVERYONE,
    run: (actor, { projectId, segmentId }) =>
      addComment(actor, { projectId, segmentId, body: 'x', picked: [], zh: null, en: null }),
  },
  'comment/answer-comment': {
    roles: EVERYONE,
    run: (actor, { projectId, nothing }) =>
      answerComment(actor, { projectId, threadId: nothing, body: 'x', picked: [] }),
  },
  'comment/edit-comment': {
    roles: EVERYONE,
    run: (actor, { projectId, nothing }) =>
      editComment(actor, { projectId, commentId: nothing, seenVersion: 1, body: 'x', picked: [] }),
  },
  'comment/delete-comment': {
    roles: EVERYONE,
    run: (actor, { projectId, nothing }) => deleteComment(actor, { projectId, commentId: nothing, seenVersion: 1 }),
  },
  'comment/resolve-thread': {
    roles: EVERYONE,
    run: (actor, { projectId, nothing }) => resolveThread(actor, { projectId, threadId: nothing, resolved: true }),
  },
  'comment/read-mentions': {
    roles: EVERYONE,
    run: (actor, { projectId, segmentId }) => readMentions(actor, { projectId, segmentId }),
  },
  'comment/queries': {
    roles: EVERYONE,
    run: async (actor, { projectId, segmentId, nothing }) => [
      await listThreads(actor, { projectId, segmentId }),
      await findNoteThread(actor, { projectId, discrepancyId: nothing }),
    ],
  },
  'memory/find-matches': {
    roles: EVERYONE,
    run: (actor, { projectId, documentId, segmentId }) => findMatches(actor, { projectId, documentId, segmentId }),
  },
  'memory/search-memory': {
    roles: EVERYONE,
    run: (actor, { projectId }) => searchMemory(actor, { projectId, side: 'zh', words: '人' }),
  },
  'reading/queries': {
    roles: EVERYONE,
    run: async (actor, { projectId, documentId }) => [
      await getReading(actor, { projectId, documentId, layout: 'side' }),
      await getPrint(actor, { projectId, documentId, layout: 'side' }),
    ],
  },
  'reading/list-credits': {
    roles: EVERYONE,
    run: (actor, { projectId, documentId }) => listCredits(actor, { projectId, documentId }),
  },
  'discrepancy/raise-discrepancy': {
    roles: WORKING,
    run: (actor, { projectId, segmentId }) =>
      raiseDiscrepancy(actor, {
        projectId,
        segmentId,
        type: 'number',
        severity: 'minor',
        zh: { from: 0, to: 1, quote: '一' },
        en: null,
        note: '',
      }),
  },
  'discrepancy/amend-discrepancy': {
    roles: WORKING,
    run: (actor, { projectId, nothing }) =>
      amendDiscrepancy(actor, {
        projectId,
        discrepancyId: nothing,
        seenVersion: 1,
        type: 'number',
        severity: 'minor',
        note: '',
      }),
  },
  'discrepancy/decide-discrepancy': {
    roles: DECIDING,
    run: (actor, { projectId, nothing }) =>
      decideDiscrepancy(actor, {
        projectId,
        discrepancyId: nothing,
        seenVersion: 1,
        decision: 'keep-both',
        note: '',
        legalEffect: null,
      }),
  },
  'edition/publish-edition': {
    roles: ['manager'],
    run: (actor, { projectId, nothing }) =>
      publishEdition(actor, { projectId, documentId: nothing, number: 1, note: '' }),
  },
  'edition/gate': {
    roles: EVERYONE,
    run: (actor, { projectId, documentId }) => getGate(actor, { projectId, documentId }),
  },
  'edition/queries': {
    roles: EVERYONE,
    run: async (actor, { projectId, documentId }) => [
      await listEditions(actor, { projectId, documentId }),
      await refusal(getEdition(actor, { projectId, documentId, number: 1 })),
      (await getEditionsOf(actor, { projectId, documentId })).editions,
      await listKeptEditions(actor, { projectId }),
      await refusal(compareTwoEditions(actor, { projectId, documentId, older: 1, newer: 2 })),
    ],
  },
  'edition/export-edition': {
    roles: EVERYONE,
    run: (actor, { projectId, nothing }) =>
      exportEdition(actor, { projectId, documentId: nothing, number: 1, format: 'edition', language: 'en' }),
  },
  'edition/next-errata': {
    roles: EVERYONE,
    run: async (actor, { projectId, documentId }) => [
      await getNextErrata(actor, { projectId, documentId }),
      await getNextEdition(actor, { projectId, documentId }),
    ],
  },
  'discrepancy/propose-decision': {
    roles: WORKING,
    run: (actor, { projectId, nothing }) =>
      proposeDecision(actor, {
        projectId,
        discrepancyId: nothing,
        seenVersion: 1,
        decision: 'keep-both',
        note: '',
        legalEffect: null,
      }),
  },
  'discrepancy/verify-discrepancy': {
    roles: DECIDING,
    run: (actor, { projectId, nothing }) =>
      verifyDiscrepancy(actor, { projectId, discrepancyId: nothing, seenVersion: 1 }),
  },
  'discrepancy/contest-discrepancy': {
    roles: WORKING,
    run: (actor, { projectId, nothing }) =>
      contestDiscrepancy(actor, { projectId, discrepancyId: nothing, seenVersion: 1, reason: 'No.' }),
  },
  'discrepancy/reopen-discrepancy': {
    roles: WORKING,
    run: (actor, { projectId, nothing }) =>
      reopenDiscrepancy(actor, { projectId, discrepancyId: nothing, seenVersion: 1 }),
  },
  'comment/comment-on-note': {
    roles: EVERYONE,
    run: (actor, { projectId, nothing }) =>
      commentOnNote(actor, { projectId, discrepancyId: nothing, body: 'x', picked: [] }),
  },
  'discrepancy/attach-link': {
    roles: WORKING,
    run: (actor, { projectId, nothing }) =>
      attachLink(actor, { projectId, discrepancyId: nothing, url: 'https://example.org/', title: '' }),
  },
  'discrepancy/detach-link': {
    roles: WORKING,
    run: (actor, { projectId, nothing }) =>
      detachLink(actor, { projectId, discrepancyId: nothing, linkId: crypto.randomUUID() }),
  },
  'discrepancy/withdraw-discrepancy': {
    roles: WORKING,
    run: (actor, { projectId, nothing }) =>
      withdrawDiscrepancy(actor, { projectId, discrepancyId: nothing, seenVersion: 1 }),
  },
  'discrepancy/act-on-many': {
    roles: DECIDING,
    run: async (actor, { projectId, nothing }) => {
      const step = { projectId, act: 'verify' as const, decision: null, note: '', legalEffect: null, reason: '' }
      await previewActOnMany(actor, { ...step, on: { filter: {} } })
      return await actOnMany(actor, { ...step, notes: [{ id: nothing, version: 1 }] })
    },
  },
  'discrepancy/ledger': {
    roles: EVERYONE,
    run: async (actor, { projectId }) => {
      const query = { projectId, filter: {}, sort: 'place' as const, group: 'none' as const }
      await getLedgerPage(actor, { ...query, page: 1 })
      return [
        await listLedger(actor, query),
        await getBoard(actor, query),
        await getTallies(actor, query),
        await getHeat(actor, query),
      ]
    },
  },
  'discrepancy/export-ledger': {
    roles: EVERYONE,
    run: (actor, { projectId }) =>
      exportLedger(actor, { projectId, format: 'json', filter: {}, sort: 'place', group: 'none' }),
  },
  'discrepancy/queries': { roles: EVERYONE, run: (actor, { projectId }) => listDiscrepancies(actor, { projectId }) },
  'document/preview-files': {
    roles: BILINGUAL,
    run: (actor, { projectId }) => previewFiles(actor, { projectId, files: [FILE] }),
  },
  'audit/queries': {
    roles: MANAGER,
    run: async (actor, { projectId }) => [
      await listAudit(actor, { projectId }),
      await getAuditChoices(actor, { projectId }),
      await exportAudit(actor, { projectId, format: 'jsonl' }),
    ],
  },
  'queue/start-import': {
    roles: BILINGUAL,
    run: async (actor, { projectId, documentId }) => [
      await startImport(actor, { projectId, files: [FILE], title: 'x', governing: 'prevails-zh', corrections: [] }),
      await startSide(actor, { projectId, documentId, files: [FILE], corrections: [] }),
    ],
  },
  'queue/ask-export': {
    roles: EVERYONE,
    run: async (actor, { projectId, documentId }) => [
      await askExport(actor, { projectId, documentId, format: 'tmx', language: 'en' }),
      await askExport(actor, { projectId, documentId, format: 'tmx', language: 'en' }, 0),
    ],
  },
  'queue/ask-realign': {
    roles: BILINGUAL,
    run: (actor, { projectId, documentId }) => askRealign(actor, { projectId, documentId, range: null }, 0),
  },
  'queue/take-file': {
    roles: EVERYONE,
    run: (actor, { projectId, nothing }) => takeFile(actor, { projectId, jobId: nothing }),
  },
  // Whose job it is, the commands ask: a member who may not act on it is told that there is none.
  'queue/cancel-job': {
    roles: EVERYONE,
    run: (actor, { projectId, nothing }) => cancelJob(actor, { projectId, jobId: nothing }),
  },
  'queue/retry-job': {
    roles: EVERYONE,
    run: (actor, { projectId, nothing }) => retryJob(actor, { projectId, jobId: nothing }),
  },
  'queue/queries': {
    roles: EVERYONE,
    run: async (actor, { projectId, nothing }) => [
      await listJobs(actor, { projectId }),
      await getJob(actor, { projectId, jobId: nothing }),
    ],
  },
  'document/create-document': {
    roles: BILINGUAL,
    run: (actor, { projectId }) =>
      createDocument(actor, { projectId, files: [FILE], title: 'x', governing: 'prevails-zh', corrections: [] }),
  },
  'document/add-side': {
    roles: BILINGUAL,
    run: (actor, { projectId, documentId }) =>
      addSide(actor, { projectId, documentId, files: [FILE], corrections: [] }),
  },
  'document/rename-document': {
    roles: MANAGER,
    run: (actor, { projectId, documentId }) =>
      renameDocument(actor, { projectId, documentId, title: 'y', seenVersion: 99 }),
  },
  'document/delete-document': {
    roles: MANAGER,
    run: (actor, { projectId, nothing }) => deleteDocument(actor, { projectId, documentId: nothing }),
  },
  'document/queries': {
    roles: EVERYONE,
    run: async (actor, { projectId, documentId }) => [
      await listDocuments(actor, { projectId }),
      await getDocument(actor, { projectId, documentId }),
    ],
  },
  'edition/export-document': {
    roles: EVERYONE,
    run: (actor, { projectId, documentId }) =>
      exportDocument(actor, { projectId, documentId, format: 'tmx', language: 'en' }),
  },
  'live/follow-document': {
    roles: EVERYONE,
    run: async (actor, { projectId, documentId, nothing }) => {
      const stop = await followDocument(actor, { projectId, documentId, tab: nothing, after: null }, () => {})
      stop()
    },
  },
  'live/move-presence': {
    roles: EVERYONE,
    run: (actor, { projectId, documentId, segmentId, nothing }) =>
      movePresence(actor, { projectId, documentId, tab: nothing, segmentId, side: 'en', editing: false }),
  },
  'live/take-over': {
    roles: BILINGUAL,
    run: (actor, { projectId, documentId, segmentId, nothing }) =>
      takeOver(actor, { projectId, documentId, tab: nothing, segmentId, side: 'en' }),
  },
  'live/queries': {
    roles: EVERYONE,
    run: async (actor, { projectId, documentId, nothing }) => [
      await getCursor(actor, { projectId }),
      await listMissed(actor, { projectId, documentId, tab: nothing, after: null }),
    ],
  },
  'project/archive-project': {
    roles: MANAGER,
    // The manager comes first, and then it is there for nobody: it is brought back for the next to try.
    run: async (actor, { projectId }) => {
      await archiveProject(actor, { projectId })
      await db.project.update({ where: { id: projectId }, data: { archivedAt: null } })
    },
  },
  'project/update-project': {
    roles: MANAGER,
    run: (actor, { projectId }) =>
      updateProject(actor, { projectId, name: 'x', governing: 'prevails-zh', fourEyes: true, seenVersion: 99 }),
  },
  'project/invite-member': {
    roles: MANAGER,
    run: (actor, { projectId }) =>
      inviteMember(actor, { projectId, email: `${crypto.randomUUID()}@test.invalid`, name: 'New', role: 'observer' }),
  },
  'project/renew-invitation': {
    roles: MANAGER,
    run: (actor, { projectId, nothing }) => renewInvitation(actor, { projectId, invitationId: nothing }),
  },
  'project/withdraw-invitation': {
    roles: MANAGER,
    run: (actor, { projectId, nothing }) => withdrawInvitation(actor, { projectId, invitationId: nothing }),
  },
  'project/list-invitations': { roles: MANAGER, run: (actor, { projectId }) => listInvitations(actor, projectId) },
  'project/change-member-role': {
    roles: MANAGER,
    run: (actor, { projectId, nothing }) => changeMemberRole(actor, { projectId, memberId: nothing, role: 'observer' }),
  },
  'project/remove-member': {
    roles: MANAGER,
    run: (actor, { projectId, nothing }) => removeMember(actor, { projectId, memberId: nothing }),
  },
  'project/issue-setup-link': {
    roles: MANAGER,
    run: (actor, { projectId, nothing }) => issueSetupLink(actor, { projectId, memberId: nothing }),
  },
  'project/queries': {
    roles: EVERYONE,
    run: async (actor, { projectId }) => [await getProject(actor, projectId), await listMembers(actor, projectId)],
  },
  'revision/record-edit': {
    roles: BILINGUAL,
    run: (actor, { projectId, segmentId }) =>
      recordEdit(actor, { projectId, segmentId, side: 'en', text: 'One', seenVersion: 1, kind: 'edit' }),
  },
  'revision/restore-revision': {
    roles: BILINGUAL,
    run: (actor, { projectId }) =>
      restoreRevision(actor, { projectId, revisionId: 2_000_000_000, state: 'after', seenVersion: 1 }),
  },
  'revision/queries': {
    roles: EVERYONE,
    run: (actor, { projectId, segmentId }) => getHistory(actor, { projectId, segmentId }),
  },
  'alignment/explain-pairing': {
    roles: EVERYONE,
    run: async (actor, { projectId, documentId, segmentId }) => [
      await explainPairing(actor, { projectId, documentId, segmentId }),
      await getPairingMap(actor, { projectId, documentId }),
    ],
  },
  'revision/list-tracked': {
    roles: EVERYONE,
    run: (actor, { projectId, segmentId }) => listTracked(actor, { projectId, ids: [segmentId], base: 'first' }),
  },
  'revision/list-events': {
    roles: EVERYONE,
    run: (actor, { projectId, documentId }) => listEvents(actor, { projectId, documentId }),
  },
  'revision/find-change': {
    roles: EVERYONE,
    run: (actor, { projectId, documentId, segmentId }) =>
      findChange(actor, { projectId, documentId, segmentId, direction: 'next' }),
  },
  'revision/accept-changes': {
    roles: ['manager', 'reviser'],
    run: (actor, { projectId, segmentId }) => acceptChanges(actor, { projectId, segmentId, ...SETTLED }),
  },
  'revision/undo-acceptance': {
    roles: ['manager', 'reviser'],
    run: (actor, { projectId, segmentId }) => undoAcceptance(actor, { projectId, segmentId, ...SETTLED }),
  },
  'revision/reject-changes': {
    roles: ['manager', 'reviser'],
    run: (actor, { projectId, segmentId }) => rejectChanges(actor, { projectId, segmentId, ...SETTLED }),
  },
  'suggestion/suggest-text': {
    roles: WORKING,
    run: (actor, { projectId, segmentId }) =>
      suggestText(actor, { projectId, segmentId, side: 'en', text: 'One!', base: 'One', seenVersion: 1, note: '' }),
  },
  'suggestion/accept-suggestion': {
    roles: BILINGUAL,
    run: (actor, { projectId, nothing }) =>
      acceptSuggestion(actor, { projectId, suggestionId: nothing, seenVersion: 1 }),
  },
  'suggestion/reject-suggestion': {
    roles: BILINGUAL,
    run: (actor, { projectId, nothing }) => rejectSuggestion(actor, { projectId, suggestionId: nothing, reason: 'x' }),
  },
  'suggestion/withdraw-suggestion': {
    roles: WORKING,
    run: (actor, { projectId, nothing }) => withdrawSuggestion(actor, { projectId, suggestionId: nothing }),
  },
  'segment/set-status': {
    roles: ['manager', 'reviser'],
    run: (actor, { projectId, segmentId }) =>
      setStatus(actor, { projectId, segmentId, to: 'revised', seen: { ...SEEN, zhVersion: 99, status: 'translated' } }),
  },
  'segment/settle-stale': {
    roles: BILINGUAL,
    run: (actor, { projectId, segmentId }) => settleStale(actor, { projectId, segmentId, seen: SEEN }),
  },
  'segment/get-opening': {
    roles: EVERYONE,
    run: (actor, { projectId, documentId }) => getOpening(actor, { projectId, documentId }),
  },
  'segment/set-status-of-many': {
    // A reviewer takes what is reviewed back to it.
    roles: DECIDING,
    run: async (actor, { projectId, documentId, segmentId }) => {
      const asked = {
        projectId,
        documentId,
        rows: [[segmentId, segmentId] as [number, number]],
        to: 'revised' as const,
      }
      const { snapshot } = await previewStatusOfMany(actor, asked)
      return await setStatusOfMany(actor, { ...asked, rows: [], snapshot })
    },
  },
  'finding/queries': {
    roles: EVERYONE,
    run: async (actor, { projectId, documentId }) => [
      await listFindings(actor, { projectId, documentId, ids: [] }),
      await listChecks(actor, { projectId }),
      await listDismissals(actor, { projectId }),
    ],
  },
  'finding/dismiss-finding': {
    roles: WORKING,
    run: (actor, { projectId, segmentId }) =>
      dismissFinding(actor, { projectId, segmentId, key: 'x', scope: 'place', reason: 'mistaken', note: '' }),
  },
  'finding/undo-dismissal': {
    roles: WORKING,
    run: (actor, { projectId, nothing }) => undoDismissal(actor, { projectId, dismissalId: nothing }),
  },
  'finding/raise-finding': {
    roles: WORKING,
    run: (actor, { projectId, segmentId }) => raiseFinding(actor, { projectId, segmentId, key: 'x', note: '' }),
  },
  'finding/list-places': {
    roles: EVERYONE,
    run: (actor, { projectId, documentId }) => listPlaces(actor, { projectId, documentId }),
  },
  'finding/list-clusters': {
    roles: EVERYONE,
    run: (actor, { projectId, documentId }) => listClusters(actor, { projectId, documentId }),
  },
  'finding/choose-form': {
    roles: BILINGUAL,
    run: (actor, { projectId, documentId, segmentId }) =>
      chooseForm(actor, {
        projectId,
        documentId,
        form: 'x',
        places: [{ segmentId, from: 0, words: 'nowhere' }],
        snapshot: '1:1:',
      }),
  },
  'quality/queries': { roles: EVERYONE, run: (actor, { projectId }) => getQuality(actor, { projectId }) },
  'quality/change-quality': {
    roles: MANAGER,
    run: (actor, { projectId }) => changeQuality(actor, { projectId, ...DEFAULT_SETTINGS, seenVersion: 0 }),
  },
  'quality/import-marot': {
    roles: WORKING,
    run: async (actor, { projectId, documentId }) => [
      await previewMarot(actor, { projectId, documentId, tsv: '' }),
      await importMarot(actor, { projectId, documentId, tsv: '' }),
    ],
  },
  'quality/export-marot': {
    roles: EVERYONE,
    run: (actor, { projectId, documentId }) => exportMarot(actor, { projectId, documentId }),
  },
  'finding/change-check': {
    roles: MANAGER,
    run: (actor, { projectId }) =>
      changeCheck(actor, { projectId, check: 'numerals', off: true, severity: null, seenVersion: 0 }),
  },
  'termbase/queries': {
    roles: EVERYONE,
    run: async (actor, { projectId }) => [
      await listConcepts(actor, { projectId }),
      await getTerms(actor, { projectId }),
    ],
  },
  'register/queries': {
    roles: EVERYONE,
    run: (actor, { projectId }) => listEntries(actor, { projectId }),
  },
  'register/list-candidates': {
    roles: EVERYONE,
    run: (actor, { projectId, documentId }) => listCandidates(actor, { projectId, documentId }),
  },
  'register/export-register': {
    roles: EVERYONE,
    run: (actor, { projectId }) => exportRegister(actor, { projectId }),
  },
  'register/save-entry': {
    roles: BILINGUAL,
    run: (actor, { projectId }) => saveEntry(actor, { projectId, entryId: null, seenVersion: 0, ...ENTRY, note: '' }),
  },
  'register/delete-entry': {
    roles: BILINGUAL,
    run: (actor, { projectId, nothing }) => deleteEntry(actor, { projectId, entryId: nothing, seenVersion: 1 }),
  },
  'register/take-entries': {
    roles: BILINGUAL,
    run: (actor, { projectId, documentId }) => takeEntries(actor, { projectId, documentId, entries: [ENTRY] }),
  },
  'register/import-register': {
    roles: BILINGUAL,
    run: async (actor, { projectId }) => {
      const bytes = new TextEncoder().encode('kind,zh,en\nplace,岚浦,Lanpu\n')
      await previewRegister(actor, { projectId, fileName: 'x.csv', bytes })
      return await importRegister(actor, { projectId, fileName: 'x.csv', bytes })
    },
  },
  'finding/take-finding': {
    roles: BILINGUAL,
    run: (actor, { projectId, segmentId }) => takeFinding(actor, { projectId, segmentId, key: 'none' }),
  },
  'termbase/export-terms': {
    roles: EVERYONE,
    run: (actor, { projectId }) => exportTerms(actor, { projectId, format: 'csv' }),
  },
  'termbase/save-concept': {
    roles: BILINGUAL,
    run: (actor, { projectId }) =>
      saveConcept(actor, { projectId, conceptId: null, seenVersion: 0, definition: '', subject: '', terms: [TERM] }),
  },
  'termbase/delete-concept': {
    roles: BILINGUAL,
    run: (actor, { projectId, nothing }) => deleteConcept(actor, { projectId, conceptId: nothing, seenVersion: 1 }),
  },
  'termbase/import-terms': {
    roles: BILINGUAL,
    run: async (actor, { projectId }) => {
      const bytes = new TextEncoder().encode('zh,en\n法治,rule of law\n')
      await previewTerms(actor, { projectId, fileName: 'x.csv', bytes })
      return await importTerms(actor, { projectId, fileName: 'x.csv', bytes })
    },
  },
  'progress/queries': {
    roles: EVERYONE,
    run: (actor, { projectId, documentId }) => getProgress(actor, { projectId, documentId }),
  },
  'progress/load': { roles: MANAGER, run: (actor, { projectId }) => getLoad(actor, { projectId }) },
  'progress/blocks': { roles: MANAGER, run: (actor, { projectId }) => listBlocks(actor, { projectId }) },
  'webhook/queries': { roles: MANAGER, run: (actor, { projectId }) => listWebhooks(actor, { projectId }) },
  'webhook/add-webhook': {
    roles: MANAGER,
    run: (actor, { projectId }) => addWebhook(actor, { projectId, url: 'https://example.org/', topics: ['edition'] }),
  },
  'webhook/change-webhook': {
    roles: MANAGER,
    run: (actor, { projectId, nothing: webhookId }) =>
      changeWebhook(actor, { projectId, webhookId, seenVersion: 1, topics: ['edition'], enabled: true }),
  },
  'webhook/try-webhook': {
    roles: MANAGER,
    run: (actor, { projectId, nothing: webhookId }) => tryWebhook(actor, { projectId, webhookId }),
  },
  'webhook/remove-webhook': {
    roles: MANAGER,
    run: (actor, { projectId, nothing: webhookId }) => removeWebhook(actor, { projectId, webhookId, seenVersion: 1 }),
  },
  'view/find-rows': {
    roles: EVERYONE,
    run: (actor, { projectId, documentId }) => findRows(actor, { projectId, documentId, sought: soughtOf(NO_FILTER) }),
  },
  'view/queries': {
    roles: EVERYONE,
    run: async (actor, { projectId, documentId }) => [
      await listViews(actor, { projectId }),
      await listSpeakers(actor, { projectId, documentId }),
    ],
  },
  'view/save-view': {
    roles: EVERYONE,
    run: (actor, { projectId }) =>
      saveView(actor, { projectId, name: crypto.randomUUID(), filter: NO_FILTER, shared: false }),
  },
  'view/change-view': {
    roles: EVERYONE,
    run: (actor, { projectId, nothing }) => changeView(actor, { projectId, viewId: nothing, seenVersion: 1 }),
  },
  'view/delete-view': {
    roles: EVERYONE,
    run: (actor, { projectId, nothing }) => deleteView(actor, { projectId, viewId: nothing }),
  },
  'view/preview-replace': {
    roles: BILINGUAL,
    run: (actor, { projectId, documentId }) =>
      previewReplace(actor, { projectId, documentId, query: { ...soughtOf(NO_FILTER), text: 'x' }, rows: null }),
  },
  'view/replace-in-rows': {
    roles: BILINGUAL,
    run: (actor, { projectId, documentId, segmentId }) =>
      replaceInRows(actor, {
        projectId,
        documentId,
        query: { ...soughtOf(NO_FILTER), text: 'nowhere' },
        replacement: '',
        keepCase: false,
        ids: [segmentId],
        left: [],
        snapshot: '1:1:',
        batchId: null,
      }),
  },
  'view/settle-many': {
    roles: ['manager', 'reviser'],
    run: async (actor, { projectId, documentId, segmentId }) => {
      const rows: [number, number][] = [[segmentId, segmentId]]
      const asked = { projectId, documentId, rows, author: null, verdict: 'accept' as const }
      const { snapshot } = await previewSettleMany(actor, asked)
      return await settleMany(actor, { ...asked, rows: [], snapshot })
    },
  },
  'view/list-batches': {
    roles: EVERYONE,
    run: (actor, { projectId, documentId }) => listBatches(actor, { projectId, documentId }),
  },
  'view/undo-batch': {
    roles: WORKING,
    run: (actor, { projectId, nothing }) => undoBatch(actor, { projectId, batchId: nothing }),
  },
  'segment/queries': {
    roles: EVERYONE,
    run: async (actor, { projectId, documentId, segmentId }) => [
      await getReview(actor, { projectId, documentId }),
      await getOutline(actor, { projectId, documentId }),
      await listSegments(actor, { projectId, documentId, ids: [segmentId] }),
    ],
  },
}

async function place(w: World) {
  const { ids, documentId } = await w.document([['一', 'One']])
  return {
    projectId: w.projectId,
    documentId,
    segmentId: ids[0],
    memberId: w.memberIds.reviser,
    nothing: crypto.randomUUID(),
  }
}

/** What of this error tells about rights: null when the command got past the door. */
async function refusal(run: Promise<unknown>): Promise<string | null> {
  try {
    await run
    return null
  } catch (error) {
    const { problem } = error as { problem?: string }
    if (problem === undefined) throw error
    return problem === 'not-allowed' ? problem : null
  }
}

test.each(Object.entries(TABLE))(
  '%s is for its roles and for no one else; a stranger learns nothing, not even that the project exists',
  async (_, { roles, run }) => {
    const w = await world()
    const at = await place(w)
    for (const role of MEMBER_ROLES) {
      const wanted = roles.includes(role) ? null : 'not-allowed'
      expect([role, await refusal(run(w[role], at))]).toEqual([role, wanted])
    }
    await expect(run(w.stranger, at)).rejects.toMatchObject({ code: 'not-found', problem: 'not-found' })
    await db.member.update({ where: { id: w.memberIds.manager }, data: { removedAt: new Date() } })
    await expect(run(w.manager, at), 'a member who was removed').rejects.toMatchObject({
      code: 'not-found',
      problem: 'not-found',
    })
  },
)

describe('what is one’s own', () => {
  test.each(Object.entries(OWN))('%s shows and changes nothing of another person', async (_, run) => {
    const [other, theirs] = [await signedIn('other'), await signedIn('owner')]
    const before = await everythingOf(theirs.userId)
    const { userId, projectId, sessionId, identityId, noticeId, secret, absenceId } = theirs
    const answer = await run(other, { userId, projectId, sessionId, identityId, noticeId, secret, absenceId }).catch(
      asProblem,
    )
    expect(await everythingOf(theirs.userId)).toEqual(before)
    for (const told of [theirs.userId, theirs.email, theirs.projectId]) expect(said(answer)).not.toContain(told)
  })
})

describe('administration', () => {
  test.each(Object.entries(ADMINISTRATION))('%s is there for administrators only', async (_, run) => {
    const w = await world()
    const { documentId } = await w.document([['一', 'One']])
    const at = { userId: w.translator.userId, projectId: w.projectId, documentId, nothing: crypto.randomUUID() }
    for (const role of [...MEMBER_ROLES, 'stranger'] as const) {
      await expect(run(w[role], at)).rejects.toMatchObject({ code: 'not-found', problem: 'not-found' })
    }
    const administrator = await person('administrator', { administrator: true })
    const { id: sessionId } = await db.session.create({
      data: { userId: administrator.userId, device: '', address: '' },
    })
    const problem = await run({ ...administrator, sessionId }, at).then(() => null, asProblem)
    expect(problem).not.toBe('not-found')
  })
})

/** Everything that can be one’s own: a session proved a moment ago, an identity, a notice in a project of one’s own. */
async function signedIn(name: string) {
  const w = await world()
  const { documentId } = await w.document([['一', 'One']])
  const actor = { ...(await person(name)), projectId: w.projectId }
  const { userId, email, projectId } = actor
  await db.member.create({ data: { projectId, userId, role: 'observer' } })
  const { id: sessionId } = await db.session.create({ data: { userId, device: '', address: '' } })
  const identity = { userId, issuer: 'https://id.invalid', subject: email, email }
  const { id: identityId } = await db.identity.create({ data: identity })
  await db.secondFactor.create({ data: { userId, sealed: 'x', confirmedAt: new Date() } })
  await db.noticeSetting.create({ data: { userId, hour: 3 } })
  const notice = { userId, projectId, documentId, kind: 'due', subject: crypto.randomUUID() }
  const { id: noticeId } = await db.notice.create({ data: notice })
  const days = { from: new Date('2099-03-02'), to: new Date('2099-03-04'), zone: 'UTC', reason: email }
  const { id: absenceId } = await db.absence.create({ data: { userId, ...days } })
  const { secret } = await inviteMember(w.manager, {
    projectId,
    email: `${userId}@test.invalid`,
    name,
    role: 'observer',
  })
  return { ...actor, sessionId, identityId, noticeId, secret: secret ?? '', absenceId }
}

function everythingOf(userId: string) {
  return db.user.findUniqueOrThrow({
    where: { id: userId },
    include: {
      members: true,
      sessions: true,
      identities: true,
      secondFactor: true,
      recoveryCodes: true,
      notices: true,
      noticeSetting: true,
      absences: true,
      setupLinks: true,
    },
  })
}

const said = (answer: unknown) =>
  JSON.stringify(answer, (_, value) => (typeof value === 'bigint' ? `${value}` : value)) ?? ''

/** The problem of an AppError; anything else is a bug. */
function asProblem(error: unknown): string {
  const { problem } = error as { problem?: string }
  if (problem === undefined) throw error
  return problem
}

test('every command is in a table', () => {
  const missing = findCommands().filter(({ file, name }) => {
    if (name in OWN || name in ADMINISTRATION) return false
    // The table is by file; each command of the file must be among what is run.
    return !(file in TABLE && String(TABLE[file].run).includes(name))
  })
  expect(missing).toEqual([])
})
