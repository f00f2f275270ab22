import { pino } from 'pino'
import { expect, test } from 'vitest'
import { LOG_OPTIONS } from '../../app/_server/log'

const SECRET = 'correct horse battery staple'

test.each<[string, object]>([
  ['at the top', { password: SECRET }],
  ['of a command', { input: { email: 'lin@test.invalid', password: SECRET, code: SECRET } }],
  ['of an error', { err: Object.assign(new Error('refused'), { client_secret: SECRET, connectionString: SECRET }) }],
  ['of a request', { req: { url: '/x', headers: { cookie: SECRET, authorization: SECRET } } }],
  ['of a request of an error', { err: Object.assign(new Error('x'), { request: { headers: { cookie: SECRET } } }) }],
])('a secret %s is not written', (_, said) => {
  const lines: string[] = []
  pino(LOG_OPTIONS, { write: (line: string) => lines.push(line) }).error(said, 'something')
  expect(lines.join('')).toContain('something')
  expect(lines.join('')).not.toContain(SECRET)
})
