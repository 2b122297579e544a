import { LARGEST_FILE_BYTES, LARGEST_REQUEST_BYTES, MOST_PER_MESSAGE } from '../../attachments/limits.ts'
import type { AttachProblem } from '../../attachments/take-files.ts'
import { useLocale, useText } from '../../messages/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { formatBytes } from './format-bytes.ts'
import { type ProblemGroup, problemGroups } from './problem-groups.ts'

/** Which files were not attached, and why. */
export function AttachProblems({ problems, onDismiss }: { readonly problems: readonly AttachProblem[]; readonly onDismiss: () => void }) {
  const say = useText('attachments')
  const locale = useLocale()
  const words = ({ code, count, names: first }: ProblemGroup): string => {
    const names = [...first, ...(count > first.length ? ['…'] : [])].join(', ')
    switch (code) {
      case 'not-taken':
        return say('notTaken', { names })
      case 'too-many':
        return say('too-many', { count, names, most: MOST_PER_MESSAGE })
      case 'file-too-large':
        return say('file-too-large', { count, names, size: formatBytes(LARGEST_FILE_BYTES, locale) })
      case 'request-too-large':
        return say('request-too-large', { count, names, size: formatBytes(LARGEST_REQUEST_BYTES, locale) })
      default:
        return say(code, { count, names })
    }
  }
  return (
    <Notice
      tone="danger"
      code="attachments"
      title={say('notAttached', { count: problems.length })}
      action={
        <Button size={24} kind="quiet" onClick={onDismiss}>
          {say('dismiss')}
        </Button>
      }
    >
      {problemGroups(problems).map((group) => (
        <p key={group.code} dir="auto">
          {words(group)}
        </p>
      ))}
    </Notice>
  )
}
