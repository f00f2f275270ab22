/** Numbers pairs of token ids in the order they are met: an open-addressing hash table in typed arrays, a tenth of a Map's memory. */
export class PairCounts {
  /** Chinese and English token of pair number k. */
  zh: Int32Array
  en: Int32Array
  size = 0
  private slots: Int32Array

  constructor(
    private readonly englishSize: number,
    expected: number,
  ) {
    const room = Math.max(1024, Math.min(expected, 1 << 20))
    this.zh = new Int32Array(room)
    this.en = new Int32Array(room)
    this.slots = new Int32Array(powerOfTwo(2 * room)).fill(-1)
  }

  /** The number of this pair, a new one when it was not met before. */
  number(zh: number, en: number): number {
    const mask = this.slots.length - 1
    for (let slot = this.slotOf(zh, en); ; slot = (slot + 1) & mask) {
      const number = this.slots[slot]!
      if (number < 0) return this.add(zh, en, slot)
      if (this.zh[number] === zh && this.en[number] === en) return number
    }
  }

  private slotOf(zh: number, en: number): number {
    const hash = Math.imul(zh * this.englishSize + en, 0x9e3779b1)
    return ((hash ^ (hash >>> 15)) >>> 0) & (this.slots.length - 1)
  }

  private add(zh: number, en: number, slot: number): number {
    if (this.size === this.zh.length) {
      this.grow()
      return this.number(zh, en)
    }
    this.slots[slot] = this.size
    this.zh[this.size] = zh
    this.en[this.size] = en
    return this.size++
  }

  private grow(): void {
    const zh = new Int32Array(2 * this.size)
    const en = new Int32Array(2 * this.size)
    zh.set(this.zh)
    en.set(this.en)
    this.zh = zh
    this.en = en
    this.slots = new Int32Array(2 * this.slots.length).fill(-1)
    const mask = this.slots.length - 1
    for (let number = 0; number < this.size; number++) {
      let slot = this.slotOf(zh[number]!, en[number]!)
      while (this.slots[slot]! >= 0) slot = (slot + 1) & mask
      this.slots[slot] = number
    }
  }
}

function powerOfTwo(least: number): number {
  let size = 1024
  while (size < least) size *= 2
  return size
}
