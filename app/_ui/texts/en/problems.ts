import { PROBLEMS } from '@/lib/errors'

/** What a command refuses, said to a person. The list itself stands in lib/errors.ts. */
export const problems = {
  ...PROBLEMS,
  unexpected: 'Something went wrong on our side. Nothing was changed. Try again; if it stays, tell an administrator.',
  offline: 'The server could not be reached. Nothing was saved. Check the connection and try again.',
  renewed: 'The workbench was renewed after this page was opened. Nothing was saved. Reload the page, then try again.',
} as const
