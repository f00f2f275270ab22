import type { TranslationTable } from './translation-table'

/** The table's links of one Chinese sentence, chained by English token. */
export class LinkChain {
  /** English token → first entry, or −1; entry → next entry, its link in the table, and its token's place in the sentence. */
  readonly head: Int32Array
  next = new Int32Array(1024)
  link = new Int32Array(1024)
  position = new Int32Array(1024)
  private used: number[] = []

  constructor(englishSize: number) {
    this.head = new Int32Array(englishSize).fill(-1)
  }

  load(tokens: Int32Array, table: TranslationTable): void {
    for (const token of this.used) this.head[token] = -1
    this.used = []
    let count = 0
    tokens.forEach((z, position) => {
      for (let link = table.starts[z]!; link < table.starts[z + 1]!; link++) {
        if (count === this.next.length) this.grow()
        const token = table.en[link]!
        if (this.head[token]! < 0) this.used.push(token)
        this.next[count] = this.head[token]!
        this.link[count] = link
        this.position[count] = position
        this.head[token] = count++
      }
    })
  }

  private grow(): void {
    const larger = (array: Int32Array) => {
      const grown = new Int32Array(array.length * 2)
      grown.set(array)
      return grown
    }
    this.next = larger(this.next)
    this.link = larger(this.link)
    this.position = larger(this.position)
  }
}
