export { createServices, type Services, type ServicesOptions } from './services/createServices.ts'
