import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { encodeLink } from '../../exchange/link/encode-link.ts'
import { type Choice, chosenOf } from '../../exchange/link/leave-out.ts'
import type { PlaygroundSnapshot } from '../../state/snapshot.ts'

/** A link with what was chosen, and how large it would be with less. Until it is made the last one stands in, which is not to be copied. */
export function useLink(snapshot: PlaygroundSnapshot, choice: Choice, opening: number) {
  return useQuery({
    queryKey: ['link', choice, opening],
    gcTime: 0,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const bytesOf = async (less: Partial<Choice>) => (await encodeLink(chosenOf(snapshot, { ...choice, ...less }))).bytes
      const link = await encodeLink(chosenOf(snapshot, choice))
      if (link.ok) return { link, less: null }
      return {
        link,
        less: {
          cases: choice.cases ? await bytesOf({ cases: false }) : null,
          attachments: choice.attachments ? await bytesOf({ attachments: false }) : null,
        },
      }
    },
  })
}
