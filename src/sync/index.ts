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
export type { Due, Journal, Settled, Unfinished } from './journal';
export * from './model';
export * from './ports';
export { defaultPlanSettings } from './situation';
export type { PlanSettings, Sighting, Situation } from './situation';
