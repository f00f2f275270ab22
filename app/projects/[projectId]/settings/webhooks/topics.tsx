'use client'
/** Of what the other program is told. */
import { Checkbox } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { WEBHOOK_TOPICS, type WebhookTopic } from '@/lib/webhook/topics'

export function Topics({ chosen }: { chosen: readonly WebhookTopic[] }) {
  const t = useTexts()
  return (
    <fieldset>
      <legend className="mb-2 font-medium text-sm">{t('webhook.topics')}</legend>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {WEBHOOK_TOPICS.map((topic) => (
          <Checkbox
            key={topic}
            name="topics"
            value={topic}
            defaultChecked={chosen.includes(topic)}
            label={t(`webhook.topic_${topic}`)}
          />
        ))}
      </div>
    </fieldset>
  )
}

export function topicsIn(form: FormData): WebhookTopic[] {
  return form.getAll('topics') as WebhookTopic[]
}
