/**
 * Everything of the app that can be reached from outside: pages, route handlers, server actions. Each goes through the glue that
 * finds out who is asking, and through commands of lib, which tests/access.test.ts tries as everyone; tests/e2e/doors.journey.ts
 * then knocks at every one of them. One that is new and in no table fails here.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { DOORS, OPEN_ACTIONS, OPEN_DOORS } from '../e2e/doors'
import { findCommands } from '../support/commands'

const APP = fileURLToPath(new URL('../../app', import.meta.url))
const FILES = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path))
const COMMANDS = new Set(findCommands().map(({ name }) => name))

const source = (path: string) => readFileSync(join(APP, path), 'utf8')
const routes = FILES.filter((path) => /(^|\/)route\.ts$/.test(path) && !path.startsWith('_server/'))
const pages = FILES.filter((path) => /(^|\/)page\.tsx$/.test(path) && !path.startsWith('_ui/'))
const actions = FILES.filter((path) => /^'use server'$/m.test(source(path)))

function address(path: string): string {
  const folders = path.split('/').slice(0, -1)
  return `/${folders.filter((folder) => !folder.startsWith('(')).join('/')}`
}

function methodsOf(code: string): string[] {
  const declared = code.matchAll(/export (?:const|(?:async )?function) (GET|POST|PUT|PATCH|DELETE|HEAD)\b/g)
  const named = code.match(/export \{[^}]*\}/)?.[0].matchAll(/as (GET|POST|PUT|PATCH|DELETE|HEAD)\b/g) ?? []
  return [...declared, ...named].map(([, method]) => method)
}

test('every page and route is in the table of doors', () => {
  const found = [
    ...pages.map((path) => `GET ${address(path)}`),
    ...routes.flatMap((path) => methodsOf(source(path)).map((method) => `${method} ${address(path)}`)),
  ]
  expect(found.sort()).toEqual([...Object.keys(DOORS), ...Object.keys(OPEN_DOORS)].sort())
})

test('every route handler asks who it is, and hands the actor to commands of lib', () => {
  for (const path of routes) {
    const code = source(path)
    const closed = methodsOf(code).filter((method) => !(`${method} ${address(path)}` in OPEN_DOORS))
    for (const method of closed) expect(code, path).toMatch(new RegExp(`export const ${method} = route\\(`))
    // It, or the part of _server it hands over to, names a command.
    const asked = [code, ...[...code.matchAll(/'@\/app\/(_server\/[\w-]+)'/g)].map(([, part]) => source(`${part}.ts`))]
    if (closed.length > 0) expect(asked.some(namesCommand), path).toBe(true)
  }
})

test('every page asks who it is', () => {
  for (const path of pages) {
    if (`GET ${address(path)}` in OPEN_DOORS) continue
    expect(source(path), path).toContain('currentActor(')
  }
})

test('every server action is made by action() and comes to a command of lib', () => {
  for (const path of actions) {
    const code = source(path)
    expect(code, path).not.toMatch(/export (async )?function|export default/)
    const exported = [...code.matchAll(/export const (\w+) = (\w+)\(([\s\S]*?)\)\n/g)]
    expect(exported.length, path).toBe(code.match(/export const /g)?.length)
    for (const [, name, made, schemaAndCommand] of exported) {
      if (made === 'openAction' && OPEN_ACTIONS.includes(name)) continue
      expect([path, name, made]).toEqual([path, name, 'action'])
      const command = schemaAndCommand.split(',').at(-1)?.trim() ?? ''
      expect([path, name, ...commandsBehind(code, command)]).not.toEqual([path, name])
    }
  }
})

/** What a name in a file of actions stands for: a command under its own or another name, or a function there that calls some. */
function commandsBehind(code: string, name: string): string[] {
  const imported = code.match(new RegExp(`(\\w+) as ${name}\\b`))?.[1] ?? name
  if (COMMANDS.has(imported)) return [imported]
  const body = code.match(new RegExp(`function ${name}\\([\\s\\S]*?\\n}\\n`))?.[0] ?? ''
  return [...COMMANDS].filter((command) => body.includes(`${command}(actor`))
}

function namesCommand(code: string): boolean {
  return [...COMMANDS].some((name) => new RegExp(`\\b${name}\\(\\s*(asked\\.)?actor`).test(code))
}
