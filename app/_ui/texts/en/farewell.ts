export const farewell = {
  item: 'Anonymise …',
  title: 'Anonymise {name}?',
  lead: 'Their name goes and what they did stays, under a number.',
  ownSection: 'Delete your account',
  ownBody:
    'Your name, your address and all ways to sign in go. What you did in projects stays, under a number instead of your name.',
  ownButton: 'Delete my account …',
  ownTitle: 'Delete your account, {name}?',
  ownLead: 'Your name goes and what you did stays, under a number.',
  account:
    'Name, e-mail address, password, second factor, connected sign-ins, sessions, notices, settings and letters are deleted. Nobody signs in with this account again.',
  projects:
    '{count, plural, =0 {There is no project to leave.} one {One project is left.} other {# projects are left.}}',
  work: '{count, plural, one {One piece of work under way goes back to the pool.} other {# pieces of work under way go back to the pool.}}',
  history:
    'Edits, statuses, discrepancies and comments stay, signed “Former member” and a number that never changes: on every page, in the timeline, in quality figures and exports.',
  mentions: '{count, plural, one {In one comment the @name is replaced.} other {In # comments the @name is replaced.}}',
  log: 'The audit log keeps what was done and when, forgets names and network addresses, and still verifies.',
  editions:
    '{count, plural, =0 {No published edition holds the name.} one {One published edition holds the name and stays as it was published: its seal covers every byte.} other {# published editions hold the name and stay as they were published: their seals cover every byte.}}',
  words:
    'A name written without an @ in texts, notes or reasons, such as in a line of credits, is part of what somebody wrote and stays. Backups made before still hold everything.',
  forGood: 'This cannot be undone.',
  type: 'To confirm, type {email}',
  confirm: 'Anonymise for good',
  ownConfirm: 'Delete my account',
  lastAdministrator: 'This is the last administrator who can sign in. Make somebody else an administrator first.',
  lastManager: 'Nobody else manages {projects}. Make somebody else a manager there first, or archive and delete it.',
  and: ', ',
  done: 'Done. From now on: {name}',
  gone: 'Your account has been deleted.',
  badge: 'Anonymised',
} as const
