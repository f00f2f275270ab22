'use client'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '@/app/_ui/button'
import { Table, Td, Th } from '@/app/_ui/table'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { SIDES } from '@/lib/bitext/text'
import type { ConceptRow } from '@/lib/termbase/queries'
import { ConceptDialog } from './concept-dialog'
import { TermWord } from './term-word'

type Props = { projectId: string; concepts: readonly ConceptRow[]; manages: boolean }

export function ConceptTable({ projectId, concepts, manages }: Props) {
  const t = useTexts()
  const [edited, setEdited] = useState<ConceptRow | null>(null)
  return (
    <>
      <Table label={t('terms.page-title')}>
        <thead>
          <tr>
            <Th>{t('terms.zh')}</Th>
            <Th>{t('terms.en')}</Th>
            <Th>{t('terms.definition')}</Th>
            {manages && (
              <Th>
                <span className="sr-only">{t('terms.edit')}</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {concepts.map((concept) => (
            <tr key={concept.id}>
              {SIDES.map((side) => (
                <Td key={side} className="min-w-40 align-top">
                  {concept.terms
                    .filter((term) => term.side === side)
                    .map((term, i) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: forms stand in their order and may be equal
                      <TermWord key={i} term={term} />
                    ))}
                </Td>
              ))}
              <Td className="align-top text-sm">
                {concept.subject && <span className="block text-ink-faint">{concept.subject}</span>}
                {concept.definition}
              </Td>
              {manages && (
                <Td className="w-12 align-top">
                  <IconButton
                    size="small"
                    label={t('terms.edit-name', { name: concept.terms[0]?.text ?? '' })}
                    onClick={() => setEdited(concept)}
                  >
                    <Pencil aria-hidden />
                  </IconButton>
                </Td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      {edited && (
        <ConceptDialog key={edited.id} projectId={projectId} concept={edited} onClose={() => setEdited(null)} />
      )}
    </>
  )
}
