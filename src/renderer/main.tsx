import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { tellUncaught } from './ui/uncaught.ts'
import './ui/styles/tokens.css'
import './ui/styles/kit.css'

tellUncaught()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
