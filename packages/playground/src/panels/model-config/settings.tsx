import { useText } from '../../messages/use-text.ts'
import { Parameters } from './parameters.tsx'
import { ResponseFormatSection } from './response-format/response-format-section.tsx'

/** Parameters and response format. */
export function Settings() {
  const say = useText('modelConfig')
  return (
    <div data-part="settings" role="group" aria-label={say('settings')}>
      <Parameters />
      <ResponseFormatSection />
    </div>
  )
}
