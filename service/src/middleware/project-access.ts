import type { Principal } from '../auth/principal.ts'
import { type Refusal, refuse } from '../http/refusal.ts'

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

const invalid = (problem: string): Refusal =>
  refuse('invalid_request', `The query ${problem}. Add ?project_id= with the id (a UUID) of one of your projects.`, {
    issues: [{ path: 'project_id', message: problem }],
  })

/** Which project a call is for, and whether this caller may use it. The query is the only place that is looked at. */
export function accessProject(given: readonly string[], principal: Principal): { readonly ok: true; readonly projectId: string } | Refusal {
  const [first, ...others] = given
  if (first === undefined || first === '') return invalid('has no project_id')
  if (others.length > 0) return invalid('has more than one project_id')
  if (!UUID.test(first)) return invalid('has a project_id that is not a UUID')
  const projectId = first.toLowerCase()
  if (principal.projects === 'all' || principal.projects.has(projectId)) return { ok: true, projectId }
  return refuse(
    'project_forbidden',
    `Your ${principal.kind === 'api-key' ? 'API key' : 'token'} does not open project ${projectId}. Use one that lists it, or another project.`,
  )
}
