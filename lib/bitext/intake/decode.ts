/**
 * Bytes to text: UTF-8, UTF-16 (with or without a mark), GB18030, Big5, Windows-1252.
 * UTF-8 is taken when it is valid, because no other encoding is valid UTF-8 by chance. Between the Chinese encodings the
 * characters decide: read with the wrong one, common characters turn into rare ones. The text is then left as it is:
 * line ends, odd spaces and composition stay; only a byte order mark at its start goes.
 */
import { HAN, type Problem, type Reading } from '../text'

export type Decoded = { text: string; encoding: Encoding }
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'windows-1252'

/** 50 MB: fifty times the longest book. */
export const MOST_BYTES = 50 * 1024 * 1024

const MARKS: readonly { bytes: number[]; encoding: Encoding | null }[] = [
  { bytes: [0xff, 0xfe, 0, 0], encoding: null },
  { bytes: [0, 0, 0xfe, 0xff], encoding: null },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]

const SIGNATURES: readonly { id: string; name: string; bytes: number[] }[] = [
  { id: 'pdf', name: 'a PDF', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { id: 'old-word', name: 'an old Word file (.doc)', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { id: 'png', name: 'a picture (PNG)', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { id: 'jpeg', name: 'a picture (JPEG)', bytes: [0xff, 0xd8, 0xff] },
  { id: 'gif', name: 'a picture (GIF)', bytes: [0x47, 0x49, 0x46, 0x38] },
  { id: 'gzip', name: 'a compressed file (gzip)', bytes: [0x1f, 0x8b, 0x08] },
  { id: 'rar', name: 'an archive (RAR)', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { id: '7z', name: 'an archive (7z)', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { id: 'zip', name: 'a zip archive', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { id: 'rtf', name: 'a rich text file (.rtf)', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
]

// The hundred or so characters that make up nearly half of any Chinese text, in both scripts.
const COMMON = new Set(
  '的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴切精' +
    '這來國個們為時後過說學對會裡麼經頭長還發從動兩現實點聲話問機給幾業間電門東書種總師場員聽氣關開產萬與華報馬張難應親務計記邊戰幹許覺題統請愛讓認論結資隊帶條變聯權該領傳決達辦運區轉眾輕語極寫識錢黨歷雙圖據導網專誰讀飛觀爭組視濟離雖興議際單於進體將當樣無見車風樂' +
    '第章条項项权法律合规定人员',
)

/** The text of bytes of unknown encoding. `declared` is what the file itself says of its encoding; it is believed where it fits. */
export function decodeText(bytes: Uint8Array, declared?: string): Reading<Decoded> {
  const problem = refuse(bytes)
  if (problem) return { ok: false, problems: [problem] }
  const found = byMark(bytes) ?? byContent(bytes, declared)
  if (!found || looksBinary(found.text)) return { ok: false, problems: [BINARY] }
  if (found.text.trim() === '') return { ok: false, problems: [EMPTY] }
  return { ok: true, ...found }
}

const EMPTY: Problem = { id: 'empty-file', message: 'The file is empty', values: {} }
const BINARY: Problem = {
  id: 'not-text',
  message: 'This is not a text: its bytes fit no encoding that we read (UTF-8, UTF-16, GB18030, Big5)',
  values: {},
}

function refuse(bytes: Uint8Array): Problem | null {
  if (bytes.length === 0) return EMPTY
  if (bytes.length > MOST_BYTES) return tooLarge(bytes.length)
  const found = SIGNATURES.find(({ bytes: start }) => startsWith(bytes, start))
  return found
    ? {
        id: 'wrong-format',
        message: `This is ${found.name}, not a text; .txt, .html, .md and .docx can be read`,
        values: { format: found.id },
      }
    : null
}

export function tooLarge(size: number): Problem {
  const megabytes = (size / 1024 / 1024).toFixed(1)
  return {
    id: 'too-large',
    message: `The file has ${megabytes} MB; at most 50 MB can be read`,
    values: { megabytes, most: 50 },
  }
}

export function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

function byMark(bytes: Uint8Array): Decoded | null {
  const mark = MARKS.find(({ bytes: start }) => startsWith(bytes, start))
  if (!mark?.encoding) return null
  const text = decode(bytes.subarray(mark.bytes.length), mark.encoding)
  return text === null ? null : { text, encoding: mark.encoding }
}

function byContent(bytes: Uint8Array, declared: string | undefined): Decoded | null {
  const utf8 = decode(bytes, 'utf-8')
  if (utf8 !== null && !utf8.includes('\0')) return { text: utf8, encoding: 'utf-8' }
  const told = declared ? asEncoding(declared) : null
  const text = told ? decode(bytes, told) : null
  if (told && text !== null && !looksBinary(text)) return { text, encoding: told }
  return best(bytes)
}

function asEncoding(label: string): Encoding | null {
  const name = label.toLowerCase()
  if (/^(?:gb2312|gbk|gb18030|gb_2312-80|x-gbk)$/.test(name)) return 'gb18030'
  if (/^(?:big5|big5-hkscs|x-x-big5)$/.test(name)) return 'big5'
  return /^(?:windows-1252|iso-8859-1|latin1)$/.test(name) ? 'windows-1252' : null
}

const GUESSES: readonly Encoding[] = ['gb18030', 'big5', 'utf-16le', 'utf-16be', 'windows-1252']
// Of real text more than this is letters, common characters and punctuation of one kind; misread text has far less.
const PLAUSIBLE = 0.35

function best(bytes: Uint8Array): Decoded | null {
  const sample = bytes.subarray(0, 1 << 17)
  const scored = GUESSES.map((encoding) => ({ encoding, score: score(decodeLoosely(sample, encoding)) }))
    .filter(({ score: share }) => share > PLAUSIBLE)
    .toSorted((a, b) => b.score - a.score)
  for (const { encoding } of scored) {
    const text = decode(bytes, encoding)
    if (text !== null && !looksBinary(text)) return { text, encoding }
  }
  return null
}

/** How much of a text is what texts are made of: Latin letters, digits, common Han, usual punctuation. Misreadings cost. */
function score(text: string): number {
  let good = 0
  let bad = 0
  let all = 0
  for (const char of text) {
    const code = char.codePointAt(0)!
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 9) continue
    all++
    if (code < 0x20 || code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || (code >= 0x80 && code < 0xa0)) bad++
    else if (code < 0x7f || USUAL.has(char) || COMMON.has(char)) good++
    else if (HAN.test(char)) good += 0.15
    else if (code >= 0xc0 && code < 0x180) good += 0.3
  }
  return all === 0 ? 0 : (good - 4 * bad) / all
}

const USUAL = new Set('，。、；：？！“”‘’（）《》「」『』【】—…·　〈〉％０１２３４５６７８９–•©€£§°')

function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    return encoding === 'windows-1252' ? mendWindows(text) : text
  } catch {
    // Not valid in this encoding: that is the answer.
    return null
  }
}

function decodeLoosely(bytes: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(encoding).decode(bytes)
  return encoding === 'windows-1252' ? mendWindows(text) : text
}

// Node 20 decodes Windows-1252 as Latin-1: quotes and dashes come out as control characters.
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

function mendWindows(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (char) => WINDOWS[char.charCodeAt(0) - 0x80]!)
}

const MOST_CONTROL = 0.002

function looksBinary(text: string): boolean {
  let controls = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0) return true
    if (isControl(code)) controls++
  }
  return controls > 4 && controls > text.length * MOST_CONTROL
}

/** Tabs, line ends, form feeds and vertical tabs occur in texts; other control characters do not. */
function isControl(code: number): boolean {
  return code === 0x7f || (code < 0x20 && (code < 9 || code > 13))
}
