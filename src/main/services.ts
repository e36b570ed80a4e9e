export { createServices } from './services/createServices.ts'
export { standardPace } from './services/idleWork.ts'
export type { Services, ServicesOptions } from './services/model.ts'
