/** Traditional Chinese is compared in simplified form, since that is how the lexicon is keyed (opencc-js, character for character). */
import { Converter } from 'opencc-js/t2cn'

/** Reading more sentences than this to tell the script changes no answer. */
const SAMPLE = 300
/** Of a simplified text under 0.3 % of characters change, of a traditional one over 20 %. */
const TRADITIONAL_SHARE = 0.05

let converter: ((text: string) => string) | null = null

function simplify(text: string): string {
  converter ??= Converter({ from: 't', to: 'cn' })
  return converter(text)
}

/** The sentences in simplified characters; simplified ones come back untouched. */
export function simplified(sentences: readonly string[]): readonly string[] {
  const step = Math.max(1, Math.floor(sentences.length / SAMPLE))
  const sample = sentences.filter((_, at) => at % step === 0).join('')
  const converted = simplify(sample)
  let changed = 0
  for (let at = 0; at < sample.length; at++) if (sample[at] !== converted[at]) changed++
  return changed > TRADITIONAL_SHARE * sample.length ? sentences.map(simplify) : sentences
}
