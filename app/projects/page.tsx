import { redirect } from 'next/navigation'

/** The list of projects is on the start page; whoever shortens an address lands there. */
export default function ProjectsPage(): never {
  redirect('/')
}
