/** The two-way engine between Zoom's meetings and a calendar's appointments. */
export * from './actions';
export { createEngine, defaultEngineSettings } from './engine';
export type {
  CallCounts,
  CallName,
  Engine,
  EngineOptions,
  EngineSettings,
  Failure,
  Progress,
  SyncOptions,
  SyncReport,
} from './engine';
export { explain, questionInWords } from './explain';
export type { Due, Journal, Settled, Unfinished } from './journal';
export { openJournal } from './journal/index';
export type { JournalOptions, OpenedJournal } from './journal/index';
export * from './model';
export { plan } from './plan';
export * from './ports';
export { ruleSentences, sentenceOf } from './rules';
export { defaultPlanSettings } from './situation';
export type { PlanSettings, Sighting, Situation } from './situation';
