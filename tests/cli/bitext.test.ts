/** The command in a process of its own: standard input and output, and the exit codes a shell script asks for. */
import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

function shell(args: string[], input: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'lib/cli/bitext.ts', ...args], {
    input,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

it.each([
  [['sentences', 'zh', '-'], '他说：“好。”大家走了。', { status: 0, stdout: '他说：“好。”\n大家走了。\n', stderr: '' }],
  [['check', '-'], '{"id":1,"zh":"涉案3人。","en":"Two people were involved."}', { status: 1, stderr: '' }],
  [['sing'], '', { status: 2, stdout: '', stderr: expect.stringContaining("there is no command 'sing'") }],
])('%j', (args, input, answer) => {
  expect(shell(args, input)).toMatchObject(answer)
})
