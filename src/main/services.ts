export { createServices, type Services, type ServicesOptions } from './services/createServices.ts'
export { standardPace } from './services/idleWork.ts'
