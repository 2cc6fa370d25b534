"""The way in by HTTP: OpenAI's API, Kippu's own, and the web app."""
