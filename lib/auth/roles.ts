/** Who may do what in a project: the one table that commands, screens and docs read. */

export const MEMBER_ROLES = ['manager', 'translator', 'reviser', 'reviewer', 'observer'] as const

export type MemberRole = (typeof MEMBER_ROLES)[number]

type Rule = { says: string; roles: readonly MemberRole[] }

const EVERYONE = MEMBER_ROLES
const WORKING: readonly MemberRole[] = ['manager', 'translator', 'reviser', 'reviewer']

export const PERMISSIONS = {
  'project.read': { says: 'See the project, its documents and what is said about them.', roles: EVERYONE },
  'project.manage': {
    says: 'Change the name, the governing rule and the settings of the project.',
    roles: ['manager'],
  },
  'webhook.manage': {
    says: 'Have other programs told what is done in the project.',
    roles: ['manager'],
  },
  'audit.read': { says: 'See who did what in the project, when and from where.', roles: ['manager'] },
  'member.manage': { says: 'Invite people, change their roles and remove them.', roles: ['manager'] },
  'document.import': {
    says: 'Bring in documents and add a missing side.',
    roles: ['manager', 'translator', 'reviser'],
  },
  'document.manage': { says: 'Rename and delete documents, change their governing rule.', roles: ['manager'] },
  'document.export': { says: 'Export documents and errata sheets.', roles: EVERYONE },
  'segment.edit': { says: 'Edit the side that does not govern.', roles: ['manager', 'translator', 'reviser'] },
  'segment.correct': { says: 'Correct the governing text and protected rows.', roles: ['manager'] },
  'change.settle': {
    says: 'Accept or reject tracked changes of others.',
    roles: ['manager', 'reviser'],
  },
  'suggestion.make': { says: 'Suggest another wording of either text, and withdraw it.', roles: WORKING },
  // Who may edit may also take over what another wrote; the governing text stays a manager's.
  'suggestion.settle': { says: 'Accept or reject suggestions.', roles: ['manager', 'translator', 'reviser'] },
  'segment.confirm': { says: 'Confirm that two texts belong together.', roles: WORKING },
  'segment.align': {
    says: 'Change which texts stand in one row, and undo such changes.',
    roles: ['manager', 'translator', 'reviser'],
  },
  'segment.translate': { says: 'Mark a segment as translated.', roles: ['manager', 'translator', 'reviser'] },
  'segment.revise': {
    says: 'Mark a segment as revised: a second bilingual person has compared it.',
    roles: ['manager', 'reviser'],
  },
  'segment.review': {
    says: 'Mark a segment as reviewed: it reads well to its public.',
    roles: ['manager', 'reviewer'],
  },
  'segment.release': { says: 'Release segments and take them back.', roles: ['manager'] },
  'four-eyes.override': { says: 'Approve one’s own work, with a reason that is logged.', roles: ['manager'] },
  'discrepancy.raise': { says: 'Write down discrepancies.', roles: WORKING },
  'discrepancy.amend-others': { says: 'Change what others wrote in their open discrepancies.', roles: ['manager'] },
  'discrepancy.decide': { says: 'Decide discrepancies.', roles: ['manager', 'reviser', 'reviewer'] },
  'discrepancy.query-issuer': { says: 'Record a query to the issuer about the governing text.', roles: ['manager'] },
  'finding.dismiss': { says: 'Dismiss a finding of the checks in its place, and take that back.', roles: WORKING },
  'finding.dismiss-everywhere': {
    says: 'Dismiss a finding wherever its words stand, and take back what others dismissed.',
    roles: ['manager', 'reviser'],
  },
  'check.manage': { says: 'Switch checks off and on, and say how grave their findings are.', roles: ['manager'] },
  // What is held against a person is theirs and the manager's to see.
  'quality.manage': { says: 'Say how quality is scored, and see the scores of everyone.', roles: ['manager'] },
  'progress.people': {
    says: 'See how much each person has before them, their pace, when they are away and why, and what holds the work up.',
    roles: ['manager'],
  },
  'term.manage': {
    says: 'Change the termbase and bring terms in.',
    roles: ['manager', 'translator', 'reviser'],
  },
  'register.manage': {
    says: 'Change the register of people, titles, outlets and places, and bring entries in.',
    roles: ['manager', 'translator', 'reviser'],
  },
  // Observers too: they are readers who are asked for their opinion, and a comment changes no text.
  'comment.write': { says: 'Comment on rows, answer, and settle one’s own threads.', roles: EVERYONE },
  'comment.resolve': { says: 'Resolve and reopen the threads of others.', roles: WORKING },
  'edition.publish': { says: 'Publish editions, also over what stands in the way, with a reason.', roles: ['manager'] },
  'assignment.manage': { says: 'Give out work and take it back.', roles: ['manager'] },
  'assignment.take': {
    says: 'Take work from the pool, hand one’s own to a colleague, or decline it with a reason.',
    roles: WORKING,
  },
  'assignment.finish': { says: 'Report one’s own work as done.', roles: WORKING },
} as const satisfies Record<string, Rule>

export type Permission = keyof typeof PERMISSIONS

export function can(role: MemberRole, permission: Permission): boolean {
  return (PERMISSIONS[permission].roles as readonly MemberRole[]).includes(role)
}
