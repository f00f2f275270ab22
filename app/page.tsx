import { currentActor } from './_server/current-actor'

export default async function HomePage() {
  await currentActor()
  return null
}
