/**
 * `npm run audit -- verify [--head HASH]`: goes over the whole chain. Exit 0 it holds, 1 it does not, 2 wrong use.
 * The head it prints, kept elsewhere, proves later with --head that nothing was cut off.
 */
import { connectToData, failPlainly } from './data-folder-database'

async function main([verb, option, head]: string[]): Promise<number> {
  if (verb !== 'verify' || (option !== undefined && (option !== '--head' || !head))) {
    console.error('usage: npm run audit -- verify [--head HASH]')
    return 2
  }
  connectToData()
  const { holdsHead, verifyAudit } = await import('../audit/seal')
  const { problems, links, head: now, headAt } = await verifyAudit()
  for (const { number, problem } of problems) console.log(`${number}\t${problem}`)
  const cutOff = head !== undefined && !(await holdsHead(head))
  if (cutOff) console.log(`The log does not hold the link ${head}.`)
  console.log(`${links} links, ${problems.length} problems. Head ${now}${headAt ? ` of ${headAt.toISOString()}` : ''}`)
  return problems.length > 0 || cutOff ? 1 : 0
}

main(process.argv.slice(2)).then((code) => process.exit(code), failPlainly)
