/** `bitext …` as a shell sees it: what goes in, what comes out, and the exit code. */
import { runBitext } from '../../lib/cli/bitext/run'

export async function bitext(args: string[], input = '') {
  const said: string[] = []
  const complaints: string[] = []
  const status = await runBitext(args, {
    read: async () => new TextEncoder().encode(input),
    say: async (text) => void said.push(text),
    complain: (text) => void complaints.push(text),
  })
  return { status, stdout: said.join(''), stderr: complaints.join('') }
}
