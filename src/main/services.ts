export { standardPace } from './services/care/idleWork.ts'
export { createServices } from './services/createServices.ts'
export type { Services, ServicesOptions } from './services/model.ts'
