/**
 * The errors a command may throw at a person. Five codes, and a fixed list of what can be said,
 * so that the screen can say it in the reader's language. Bugs are ordinary Errors.
 */

export type ErrorCode = 'not-signed-in' | 'forbidden' | 'not-found' | 'conflict' | 'invalid'

export const PROBLEMS = {
  'not-signed-in': 'Sign in first.',
  'not-allowed': 'Your role in this project does not allow this.',
  'not-your-note': 'Only who wrote this note, or a manager, may put it otherwise.',
  'not-found': 'There is nothing here, or it is not yours to see.',
  'segment-changed': 'Someone else changed this segment while you were editing it.',
  'segment-locked': 'This text is locked: it governs, or it has been released.',
  'changed-meanwhile': 'Someone else changed this while you were looking at it.',
  'invalid-input': 'Something in the form is missing or malformed.',
  'unreadable-file': 'The file cannot be read.',
  'side-exists': 'The document already has a text on this side.',
  'nothing-to-review': 'There is no text left to review in this file.',
  'status-not-reachable': 'This status cannot be reached from the present one.',
  'four-eyes': 'Who translated or edited this text may not also approve it. A manager may override this with a reason.',
  'stale-unanswered':
    'The governing text has changed since. Say first that the translation is still correct, or change it; then it can be approved.',
  'governing-text-locked': 'The governing text is locked; only a manager corrects it.',
  'span-outside-text': 'The marked words are not in the text any more. Select them again.',
  'edition-gate':
    'Something stands in the way of publishing: rows that are not reviewed or stale, or critical discrepancies. Settle them, or publish with a reason.',
  'four-eyes-note':
    'Who decided this discrepancy, or wrote the words that mend it, does not also verify it. A manager may override this with a reason.',
  'not-mended-yet': 'The text has not been mended yet. Mend it first; then it can be verified.',
  'discrepancy-step': 'This step does not follow from where the discrepancy stands now.',
  'links-too-many': 'A discrepancy points to at most 20 addresses.',
  'decision-under-rule': 'This decision is not open under the governing rule of the document.',
  'invitation-for-another': 'This invitation is for another e-mail address. Sign out, and open it again.',
  'sign-in-to-accept': 'There is an account for this address. Sign in with it, and accept then.',
  'already-member': 'This person is already a member of the project.',
  'last-manager': 'A project needs at least one manager.',
  'last-administrator': 'The workbench needs at least one administrator who can sign in.',
  'not-yourself': 'Nobody does this to themselves. Ask another administrator.',
  'typed-otherwise': 'This is not the e-mail address of the account.',
  'set-by-environment': 'Whoever runs the server has set this; it cannot be changed here.',
  'email-taken': 'Someone with this e-mail address exists already.',
  'link-expired': 'This link has been used or has expired. Ask for a new one.',
  'password-too-weak': 'The password needs at least 12 characters and must not be a common one.',
  'wrong-password': 'The present password is not right.',
  'no-mail': 'This workbench sends no mail. Ask an administrator for a link to choose a new password.',
  'no-account':
    'There is no account here for this person. Ask a manager to invite your e-mail address, or sign in with your password and connect the two under Account.',
  'identity-taken': 'This sign-in belongs to someone else here.',
  'last-way-in': 'This is the only way you can sign in. Choose a password first.',
  'code-needed': 'Type the code your programme shows now.',
  'wrong-code': 'This code is not right, or has been used. Wait for the next one.',
  'confirm-first': 'Prove first that it is you.',
  'no-second-factor': 'This person has no second factor.',
  'second-factor-required': 'Administrators of this workbench need a second factor.',
  'too-many-tries': 'Too many tries. Wait a few minutes.',
  'range-outside-document': 'The range is not part of this document.',
  'not-your-comment': 'Only who wrote a comment can change it.',
  'member-not-in-project': 'This person is not a member of the project.',
  'role-not-for-step': 'The role does not take this step.',
  'own-work-in-range':
    'Four eyes: this person did an earlier step on some of these rows, or is to do it. Somebody else must do this one.',
  'nothing-to-compare': 'This document has one text only. Steps that compare two texts wait for the other one.',
  'suggestion-settled': 'This suggestion has been settled or withdrawn in the meantime.',
  'suggestion-same': 'This suggests nothing: the text reads like that already.',
  'suggestion-overlaps': 'The text has changed at the words this suggestion changes. Join the two by hand.',
  'not-your-suggestion': 'Only who made a suggestion can withdraw it.',
  'words-moved-on': 'These words are part of another row now and have changed since. Bring them back there by hand.',
  'aligned-since':
    'Since then words of this row have gone to another, or have come from one. Bringing the earlier text back would lose words or have them twice. Undo that step of the alignment first, or change the text by hand.',
  'row-released': 'A row that would change has been released. Take the release back first.',
  'row-protected': 'Credits, clauses, captions and furniture of the page are realigned by a manager only.',
  'nothing-to-align': 'There is nothing to do here: no text would stand in another row.',
  'texts-apart':
    'Other text stands between these two in the order of their side; joining them would change that order.',
  'no-gap': 'There is no empty cell here to close.',
  'step-not-last': 'Another change of the alignment came after this one. Undo that one first.',
  'step-gone':
    'This change of the alignment cannot be undone or redone any more: its rows have changed otherwise since.',
  'not-a-pattern': 'This is not a regular expression we can read. Back-references and look-around are not supported.',
  'pattern-too-large': 'This pattern is too large. Fewer or smaller repetitions will do.',
  'search-too-long': 'This search takes too long. Ask for something narrower.',
  'rows-being-judged': 'The texts of this long document are being compared for the first time. Ask again in a minute.',
  'view-name-taken': 'You already have a view of this name.',
  'batch-undone': 'This has already been undone.',
  'finding-gone': 'This finding is gone: the words it was about have changed.',
  'file-gone': 'This file is not kept any more. Export it again.',
  'absence-backwards': 'The last day away comes before the first.',
  'absence-past': 'These days are over. Only days that are still to come are kept.',
  'absence-too-long': 'One absence is at most 366 days.',
  'absence-overlaps': 'You are away on some of these days already. Change that entry instead.',
  'absence-too-many': 'At most 50 absences can be entered ahead.',
  'term-file': 'This file holds no terms we can read.',
  'marot-file': 'This file is too large, or not text in UTF-8.',
  'term-empty': 'A concept needs at least one term.',
  'webhooks-too-many': 'A project has at most ten webhooks.',
  'terms-too-many': 'A termbase holds at most 50,000 concepts.',
  'register-file': 'This file holds no register we can read.',
  'register-full': 'A register holds at most 20,000 entries.',
  'not-for-register': 'This finding is about no name or title the register could take.',
} as const

export type ProblemId = keyof typeof PROBLEMS

export class AppError extends Error {
  /** `detail` is what the screen may show beside the message: `{ version, text }` of a conflict, the field of a form. */
  constructor(
    readonly code: ErrorCode,
    readonly problem: ProblemId,
    readonly detail: Record<string, string | number | null> = {},
  ) {
    super(PROBLEMS[problem])
  }
}
