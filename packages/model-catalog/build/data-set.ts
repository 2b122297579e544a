import { findProvider } from '@pydantic/genai-prices'
import type { DataSet } from './make-catalogue.ts'

/** The data set as it is installed. A new version of it is a new day here, and a catalogue made again. */
export const DATA_SET: DataSet = {
  source: '@pydantic/genai-prices 0.1.8',
  day: '2026-11-21',
  entriesOf: (dataSetId) => findProvider({ providerId: dataSetId })?.models ?? [],
}
