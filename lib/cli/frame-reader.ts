/** Reads lines and counted bytes from a stream, whatever pieces it comes in. */
import type { Readable } from 'node:stream'

const NEWLINE = 10

export class FrameReader {
  private rest: Buffer = Buffer.alloc(0)
  private readonly pieces: AsyncIterator<Buffer>

  constructor(stream: Readable) {
    this.pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  }

  /** The next line without its end; null when the stream is over. */
  async line(): Promise<string | null> {
    for (;;) {
      const end = this.rest.indexOf(NEWLINE)
      if (end >= 0) {
        const line = this.rest.subarray(0, end).toString('utf8')
        this.rest = this.rest.subarray(end + 1)
        return line
      }
      if (!(await this.more())) return null
    }
  }

  /** Exactly so many bytes; null when the stream ends before. */
  async bytes(count: number): Promise<Buffer | null> {
    while (this.rest.byteLength < count) if (!(await this.more())) return null
    const bytes = this.rest.subarray(0, count)
    this.rest = this.rest.subarray(count)
    return bytes
  }

  private async more(): Promise<boolean> {
    const { value, done } = await this.pieces.next()
    if (done) return false
    this.rest = this.rest.byteLength === 0 ? value : Buffer.concat([this.rest, value])
    return true
  }
}
